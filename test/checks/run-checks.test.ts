import type { Check } from '../../src/checks/check';
import { servedApiVersion } from '../../src/checks/rules/served-api-version';
import { runChecks } from '../../src/checks/run-checks';
import { inputOf, podYaml } from './finds';

test('whatever a check says, a finding is no longer than people read', () => {
  const long = 'a'.repeat(1_000_000);
  const check: Check = {
    id: 'it',
    summary: 'It is long.',
    why: 'So it is.',
    fix: long,
    severity: 'error',
    *run({ objects: [object] }) {
      if (object !== undefined) yield { object, field: long, problem: long };
    },
  };
  const [finding] = runChecks([check], inputOf(podYaml()));
  expect(finding?.problem).toHaveLength(2000);
  expect(finding?.field).toHaveLength(2000);
  expect(finding?.fix).toHaveLength(2000);
});

const objects = [
  {
    manifest: {
      apiVersion: 'policy/v1beta1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'a' },
    },
    origin: () => ({ construct: 'a' }),
  },
];

test.each(['1.30', 'v1.30', '1.30.2'])('checks run for the version %s', (kubernetesVersion) => {
  expect(runChecks([servedApiVersion], { objects, kubernetesVersion })).toHaveLength(1);
});

test.each(['1.99', 'abc', ''])('fails for %p: there are no facts of it', (kubernetesVersion) => {
  expect(() => runChecks([servedApiVersion], { objects, kubernetesVersion })).toThrow(
    `kubernetesVersion: is no Kubernetes version that is known here, got "${kubernetesVersion}". Write one from 1.19 to 1.36.`,
  );
});
