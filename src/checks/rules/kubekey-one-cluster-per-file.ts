import type { Check } from '../check';
import { fileOf } from '../file-of';
import { kubeKeyClusters } from '../kubekey-clusters';

/** A file holds one Cluster. */
export const kubekeyOneClusterPerFile: Check = {
  id: 'kubekey-one-cluster-per-file',
  summary: 'A file holds one KubeKey Cluster.',
  why: 'KubeKey reads all Clusters of a file into one: the last wins field by field, and a host keeps what the earlier one had at its place, even its key.',
  fix: 'Write each Cluster into a file of its own.',
  severity: 'error',
  example: {
    wrong: `metadata:
  name: sample
---
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: staging
`,
    right: `metadata:
  name: sample
`,
  },
  *run(input) {
    const seen = new Set<string>();
    for (const { object, report } of kubeKeyClusters(input)) {
      const file = fileOf(object);
      if (file === undefined) continue;
      if (seen.has(file)) {
        yield report(
          '',
          'is a second Cluster in its file; KubeKey merges it into the first, host by host',
        );
      }
      seen.add(file);
    }
  },
};
