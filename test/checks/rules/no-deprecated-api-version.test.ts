import { noDeprecatedApiVersion as check } from '../../../src/checks/rules/no-deprecated-api-version';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf } from '../finds';

const budget = (apiVersion: string): string => `
apiVersion: ${apiVersion}
kind: PodDisruptionBudget
metadata: { name: it }`;

test('warns of a version that is served and deprecated', () => {
  expect(finds(check, budget('policy/v1beta1'), { kubernetesVersion: '1.24' })).toEqual([
    'warning PodDisruptionBudget/it apiVersion: policy/v1beta1 PodDisruptionBudget is deprecated since Kubernetes 1.21, and 1.25 removes it',
  ]);
});

test('passes it before that, after that, and in its new version', () => {
  expect(finds(check, budget('policy/v1beta1'), { kubernetesVersion: '1.20' })).toEqual([]);
  expect(finds(check, budget('policy/v1beta1'), { kubernetesVersion: '1.25' })).toEqual([]);
  expect(finds(check, budget('policy/v1'), { kubernetesVersion: '1.24' })).toEqual([]);
});

test('names a version that the cluster serves now, and the one that comes later', () => {
  const schema = `
apiVersion: flowcontrol.apiserver.k8s.io/v1beta2
kind: FlowSchema
metadata: { name: it }`;
  const fixes = ['1.26', '1.29', '1.24'].map((kubernetesVersion) =>
    runChecks([check], inputOf(schema, { kubernetesVersion })).map(({ fix }) => fix),
  );
  expect(fixes).toEqual([
    [
      'Use flowcontrol.apiserver.k8s.io/v1beta3 now, and flowcontrol.apiserver.k8s.io/v1 FlowSchema from 1.29 on.',
    ],
    [],
    [],
  ]);
});
