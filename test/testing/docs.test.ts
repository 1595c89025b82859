import * as fs from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');
const fencesOf = (name: string): string[] =>
  [...read(name).matchAll(/(?:<!-- (.+) -->\n\n)?```\w+\n[\s\S]*?```/g)].map(([fence]) => fence);

test('both languages show the same code under the same number of headings', () => {
  expect(fencesOf('docs/testing.zh-CN.md')).toEqual(fencesOf('docs/testing.md'));
  const sections = (name: string): number => read(name).match(/^##? /gm)?.length ?? 0;
  expect(sections('docs/testing.zh-CN.md')).toBe(sections('docs/testing.md'));
});

test('the consumer tests run every fence', () => {
  const consumer = read('test/consumer/consumer.test.mjs');
  for (const fence of fencesOf('docs/testing.md')) {
    const name = /^<!-- consumer: (.+) -->/.exec(fence)?.[1];
    expect(name).toBeDefined();
    expect(consumer).toMatch(new RegExp(`testing\\.${name}\\b|testing\\['${name}'\\]|'${name}'`));
  }
});
