import { kubekeyOneClusterPerFile } from '../../../src/checks/rules/kubekey-one-cluster-per-file';
import { runChecks } from '../../../src/checks/run-checks';
import { cluster, inputOf, linesOf } from '../kubekey-input';

const other = cluster('metadata: {name: other}');

test('reports the second Cluster of a file', () => {
  expect(linesOf(kubekeyOneClusterPerFile, cluster(), other)).toEqual([
    'error : is a second Cluster in its file; KubeKey merges it into the first, host by host. Write each Cluster into a file of its own.',
  ]);
});

test('says nothing of Clusters in files of their own, or written by constructs', () => {
  const { objects, kubernetesVersion } = inputOf(cluster(), other);
  const apart = objects.map((object, index) => ({
    ...object,
    origin: () => ({ file: `${index}.yaml`, line: 1, column: 1 }),
  }));
  const built = objects.map((object) => ({ ...object, origin: () => ({ construct: 'sample' }) }));
  expect(runChecks([kubekeyOneClusterPerFile], { objects: apart, kubernetesVersion })).toEqual([]);
  expect(runChecks([kubekeyOneClusterPerFile], { objects: built, kubernetesVersion })).toEqual([]);
});
