import { kubekeyValidVersion } from '../../../src/checks/rules/kubekey-valid-version';
import { cluster, linesOf } from '../kubekey-input';

test("reports what KubeKey can't read", () => {
  expect(linesOf(kubekeyValidVersion, cluster('spec: {kubernetes: {version: v1.26}}'))).toEqual([
    'error spec.kubernetes.version: "v1.26" is no version that KubeKey reads; it installs v1.23.17 and says nothing. Write all three numbers, such as v1.26.4, or v1.21.4-k3s for k3s.',
  ]);
});

test('reports spaces', () => {
  expect(
    linesOf(kubekeyValidVersion, cluster('spec: {kubernetes: {version: "v1.26.4 "}}')),
  ).toEqual([
    'error spec.kubernetes.version: "v1.26.4 " is no version that KubeKey reads; it installs v1.23.17 and says nothing. Write all three numbers, such as v1.26.4, or v1.21.4-k3s for k3s.',
  ]);
});

test('reports what stands behind a dash', () => {
  expect(
    linesOf(kubekeyValidVersion, cluster('spec: {kubernetes: {version: v1.26.4-rc.1}}')),
  ).toEqual([
    'error spec.kubernetes.version: "v1.26.4-rc.1" is read as v1.26.4 of a distribution called "rc.1"; KubeKey installs plain Kubernetes v1.26.4. Write v1.26.4: KubeKey installs releases only.',
  ]);
});

test('warns where there is none', () => {
  expect(linesOf(kubekeyValidVersion, cluster('spec: {kubernetes: {version: ""}}'))).toEqual([
    'warning spec.kubernetes.version: is missing; KubeKey installs v1.23.17. Write the version that you want, such as v1.26.4.',
  ]);
});

test.each([
  ['a version without v', 'spec: {kubernetes: {version: "1.26.4"}}'],
  ['distributions', 'spec: {kubernetes: {version: v1.25.5-k8e}}'],
  [
    'a version of the wrong type, which is a finding of its own',
    'spec: {kubernetes: {version: 1.26}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidVersion, cluster(change))).toEqual([]);
});
