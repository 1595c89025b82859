import { review } from '../../src/review/review';
import { manifests, withField, type Cases } from './cases/case';
import { kubeKeyAndCustom } from './cases/kubekey-and-custom';
import { network } from './cases/network';
import { policy } from './cases/policy';
import { storageAndConfig } from './cases/storage-and-config';
import { workloads } from './cases/workloads';

/** All cases, by kind. */
export const allCases: readonly Cases[] = [
  ...workloads,
  ...network,
  ...storageAndConfig,
  ...policy,
  ...kubeKeyAndCustom,
];

const rows = allCases.flatMap(({ kind, yaml, rows: changes }) =>
  changes.map(([path, value, effect, says, version = '1.28']) => ({
    name: `${kind} ${path} = ${value === undefined ? 'nothing' : JSON.stringify(value)} in ${version}`,
    yaml,
    path,
    value,
    effect,
    says,
    version,
  })),
);

test.each(rows)('$name: $effect', ({ yaml, path, value, effect, says, version }) => {
  const [before, ...around] = manifests(yaml);
  const after = withField(before, path, value);
  const { changes } = review([before, ...around], [after, ...around], {
    kubernetesVersion: version,
  });
  // No change at all is the best kind of "nothing happens".
  if (changes.length === 0) {
    expect(effect).toBe('none');
    expect(says).toBeUndefined();
    return;
  }
  expect(changes.map((change) => change.effect)).toContain(effect);
  expect(changes[0]).toMatchObject({ effect });
  if (says !== undefined) {
    const said = changes
      .map(({ explanation, advice = '' }) => `${explanation} ${advice}`)
      .join(' ');
    expect(said).toMatch(says);
  }
  expect(JSON.stringify(changes)).not.toMatch(/hidden|c2VjcmV0|b3RoZXI=/);
});

test('there are at least 200 cases', () => {
  expect(rows.length).toBeGreaterThanOrEqual(200);
});
