import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../src/manifest/read';

const folder = join(__dirname, 'unreadable');

/** Each file says in its first lines where it can't be read, and why: `# finds line:column words`. */
test.each(readdirSync(folder))('says why %s can not be read, and no more', (name) => {
  const yaml = readFileSync(join(folder, name), 'utf8');
  const expected = [...yaml.matchAll(/^# finds (.*)$/gm)].map(([, found = '']) => found);
  const found = readManifests(yaml, name).problems.map(({ path, problem }) => `${path} ${problem}`);
  expect(expected.length).toBeGreaterThan(0);
  expect(found).toEqual(
    expected.map((words): unknown => expect.stringContaining(`${name}:${words}`)),
  );
});
