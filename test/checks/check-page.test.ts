import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readCheckConfig } from '../../src/checks/read-check-config';

const read = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');
const pages = ['check.md', 'check.zh-CN.md'] as const;

/** The texts of a page's fences in a language. */
const fences = (name: string, language = '\\w+'): string[] =>
  [...read(name).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, body = '']) => body,
  );

/** The configuration that the page shows, with the lines that are commented out. */
const [shown = ''] = fences('check.md', 'yaml');
const whole = shown.replace(/^# ?(?=customResourceDefinitions| {2}-)/gm, '');

test('the page on checking says the same in both languages, as far as a test can see', () => {
  const [english, chinese] = pages;
  expect(fences(chinese)).toEqual(fences(english));
  for (const pattern of [/^#+ /gm, /^\|/gm, /^\| `[^`]+`/gm]) {
    expect(read(chinese).match(pattern)).toEqual(read(english).match(pattern));
  }
});

test('the configuration can be copied as it is: it is right, and names no file', () => {
  expect(readCheckConfig(shown, 'groundwork.yaml')).toMatchObject({
    problems: [],
    definitionFiles: [],
  });
});

test('the table has a row for each field of the configuration', () => {
  expect(readCheckConfig(whole, 'groundwork.yaml').problems).toEqual([]);
  const { waivers, ...others } = parse(whole) as Record<string, unknown> & { waivers: object[] };
  const fields = [
    ...Object.keys(others),
    'waivers',
    ...Object.keys(waivers[0] ?? {}).map((key) => `waivers.${key}`),
  ];
  expect(fields).toContain('customResourceDefinitions');
  const rows = [...read('check.md').matchAll(/^\| `([^`-][^`]*)`/gm)].map(([, field]) => field);
  expect(rows).toEqual(fields);
});

test('every other YAML of the page can be read', () => {
  for (const text of fences('check.md', 'yaml')) {
    for (const { errors } of parseAllDocuments(text)) expect(errors).toEqual([]);
  }
});
