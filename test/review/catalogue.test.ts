import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import table from '../../src/facts/kubernetes/data/immutable-fields.json';
import { groupOf } from '../../src/manifest/manifest';
import { kindEffects } from '../../src/review/effects/index';
import { kubeKeyAndCustom } from './cases/kubekey-and-custom';
import { network } from './cases/network';
import { policy } from './cases/policy';
import { storageAndConfig } from './cases/storage-and-config';
import { workloads } from './cases/workloads';

const folder = join(__dirname, '../../src/review/effects');
const listed = kindEffects.flatMap(({ kinds }) => kinds);
const known = new Set(
  Object.keys(table).flatMap((key) => {
    const [apiVersion = '', kind] = key.split(' ');
    return kind === undefined ? [] : [`${groupOf(apiVersion)}/${kind}`];
  }),
);

test('every kind of the table of update rules has effects', () => {
  expect([...known].filter((kind) => !listed.includes(kind))).toEqual([]);
});

test('every kind with effects has cases', () => {
  const tested = [workloads, network, storageAndConfig, policy, kubeKeyAndCustom].flatMap((cases) =>
    cases.map(({ kind }) => kind),
  );
  // The old group of a kind is stored as the new one, which has the cases.
  const untested = listed.filter(
    (kind) => !kind.startsWith('extensions/') && !tested.includes(kind),
  );
  expect(untested).toEqual([]);
});

test('no kind has effects in two files', () => {
  expect(new Set(listed).size).toBe(listed.length);
});

test('every file of the folder is in the list', () => {
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => file !== 'index' && !index.includes(`'./${file}'`))).toEqual([]);
  expect(kindEffects).toHaveLength(files.length - 1);
});
