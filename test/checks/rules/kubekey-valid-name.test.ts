import { kubekeyValidName } from '../../../src/checks/rules/kubekey-valid-name';
import { cluster, linesOf } from '../kubekey-input';

test('reports a missing name', () => {
  expect(linesOf(kubekeyValidName, cluster('metadata: {name: null, labels: {a: b}}'))).toEqual([
    'error metadata.name: is missing; KubeKey panics. Give the cluster a name, such as sample.',
  ]);
});

test('reports names that are no DNS names', () => {
  expect(
    linesOf(
      kubekeyValidName,
      cluster(
        'metadata: {name: A_B}\nspec: {controlPlaneEndpoint: {domain: "lb:6443"}, kubernetes: {clusterName: Cluster, dnsDomain: a..b}}',
      ),
    ),
  ).toEqual([
    'error metadata.name: "A_B" is no DNS name; KubeKey fails at the end of the installation, when it stores the access to the cluster. Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
    'error spec.controlPlaneEndpoint.domain: "lb:6443" is no DNS name; KubeKey writes it into certificates and /etc/hosts as it is. Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
    'error spec.kubernetes.clusterName: "Cluster" is no DNS name; KubeKey writes it into certificates and /etc/hosts as it is. Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
    'error spec.kubernetes.dnsDomain: "a..b" is no DNS name; KubeKey writes it into certificates and /etc/hosts as it is. Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
  ]);
});

test('reports a name that is too long', () => {
  expect(
    linesOf(
      kubekeyValidName,
      cluster(
        'metadata: {name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}',
      ),
    ),
  ).toEqual([
    'error metadata.name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... is no DNS name; KubeKey fails at the end of the installation, when it stores the access to the cluster. Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
  ]);
});

test.each([['a name of the wrong type, which is a finding of its own', 'metadata: {name: 5}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyValidName, cluster(change))).toEqual([]);
  },
);
