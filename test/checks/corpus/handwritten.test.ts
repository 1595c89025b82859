import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../../src/checks/rules/index';
import { runChecks } from '../../../src/checks/run-checks';
import { inputOf } from '../finds';

const folder = join(__dirname, 'handwritten');

/** Each file says in its first lines what is found in it: `# finds check field`. */
test.each(readdirSync(folder))('finds the fault of %s, and no other', (name) => {
  const yaml = readFileSync(join(folder, name), 'utf8');
  const expected = [...yaml.matchAll(/^# finds (.*)$/gm)].map(([, found]) => found);
  const found = runChecks(checks, inputOf(yaml))
    .filter(({ severity }) => severity === 'error')
    .map(({ check, field }) => `${check} ${field}`);
  expect(expected.length).toBeGreaterThan(0);
  expect(found).toEqual(expected);
});
