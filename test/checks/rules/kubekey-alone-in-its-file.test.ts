import { kubekeyAloneInItsFile } from '../../../src/checks/rules/kubekey-alone-in-its-file';
import { runChecks } from '../../../src/checks/run-checks';
import { cluster, inputOf, linesOf } from '../kubekey-input';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };

function kubeSphere(labels?: Record<string, string>): {
  apiVersion: string;
  kind: string;
  metadata: object;
} {
  return {
    apiVersion: 'installer.kubesphere.io/v1alpha1',
    kind: 'ClusterConfiguration',
    metadata: { name: 'ks-installer', namespace: 'kubesphere-system', labels },
  };
}

test('reports a ConfigMap, which makes KubeKey panic', () => {
  expect(linesOf(kubekeyAloneInItsFile, cluster(), configMap)).toEqual([
    'error : is in the file of a KubeKey Cluster; KubeKey takes it for the configuration of KubeSphere and panics, since it has no labels. Write the object into another file, and apply it with kubectl.',
  ]);
});

test("reports KubeSphere's configuration without a version that KubeKey knows", () => {
  expect(linesOf(kubekeyAloneInItsFile, cluster(), kubeSphere({ app: 'a' }))).toEqual([
    'error : is in the file of a KubeKey Cluster; KubeKey takes it for the configuration of KubeSphere and stops with "Unknown version". Write the object into another file, and apply it with kubectl.',
  ]);
  expect(linesOf(kubekeyAloneInItsFile, cluster(), kubeSphere({ version: 'v4.1.3' }))[0]).toContain(
    '"v4.1.3" is no version of KubeSphere that KubeKey 3 installs',
  );
});

test('reports any other object, which KubeKey skips', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
  expect(linesOf(kubekeyAloneInItsFile, service, cluster())).toEqual([
    'error : is in the file of a KubeKey Cluster; KubeKey skips it. Write the object into another file, and apply it with kubectl.',
  ]);
});

test("says nothing of KubeSphere's configuration as KubeKey writes it", () => {
  expect(linesOf(kubekeyAloneInItsFile, cluster(), kubeSphere({ version: 'v3.4.1' }))).toEqual([]);
});

test('says nothing of objects in other files, or where there is no Cluster', () => {
  const { objects, kubernetesVersion } = inputOf(cluster(), configMap);
  const apart = objects.map((object, index) => ({
    ...object,
    origin: () => ({ file: `${index}.yaml`, line: 1, column: 1 }),
  }));
  expect(runChecks([kubekeyAloneInItsFile], { objects: apart, kubernetesVersion })).toEqual([]);
  expect(linesOf(kubekeyAloneInItsFile, configMap)).toEqual([]);
});
