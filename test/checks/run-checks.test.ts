import { runChecks } from '../../src/checks/run-checks';
import { servedApiVersion } from '../../src/checks/rules/served-api-version';

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
