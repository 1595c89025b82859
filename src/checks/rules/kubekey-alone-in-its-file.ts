import { show } from '../../errors';
import { isKubeSphereVersion, kubeSphereVersions } from '../../facts/kubekey/kubesphere-versions';
import { at, isFields } from '../../manifest/manifest';
import type { Check, CheckedObject } from '../check';
import { fileOf } from '../file-of';
import { kubeKeyClusters } from '../kubekey-clusters';

/** A file with a Cluster holds nothing else, but KubeSphere's own configuration. */
export const kubekeyAloneInItsFile: Check = {
  id: 'kubekey-alone-in-its-file',
  summary: 'A file with a KubeKey Cluster holds no other objects.',
  why: 'KubeKey takes every ConfigMap and ClusterConfiguration in the file for the configuration of KubeSphere, and panics where it has no labels. Everything else it skips.',
  fix: 'Write the object into another file, and apply it with kubectl.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.26.4
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`,
    right: `spec:
  kubernetes:
    version: v1.26.4
`,
  },
  *run(input) {
    const clusters = kubeKeyClusters(input);
    if (clusters.length === 0) return;
    const files = new Set(clusters.flatMap(({ object }) => fileOf(object) ?? []));
    const own = new Set(clusters.map(({ object }) => object));
    for (const object of input.objects) {
      const file = fileOf(object);
      if (file === undefined || !files.has(file) || own.has(object)) continue;
      const { kind } = object.manifest;
      if (kind === 'ConfigMap' || kind === 'ClusterConfiguration') {
        const found = kubeSphereProblem(object);
        if (found !== undefined) yield { object, ...found };
      } else {
        yield {
          object,
          field: '',
          problem: 'is in the file of a KubeKey Cluster; KubeKey skips it',
        };
      }
    }
  },
};

/** What KubeKey does with an object that it takes for KubeSphere's configuration. */
function kubeSphereProblem({
  manifest,
}: CheckedObject): { field: string; problem: string; fix?: string } | undefined {
  const taken =
    'is in the file of a KubeKey Cluster; KubeKey takes it for the configuration of KubeSphere';
  const labels = at(manifest, 'metadata', 'labels');
  if (!isFields(labels))
    return { field: '', problem: `${taken} and panics, since it has no labels` };
  const version = labels['version'];
  if (version === undefined)
    return { field: '', problem: `${taken} and stops with "Unknown version"` };
  if (typeof version === 'string' && isKubeSphereVersion(version)) return undefined;
  return {
    field: 'metadata.labels.version',
    problem: `${show(version)} is no version of KubeSphere that KubeKey 3 installs; it stops`,
    fix: `Use one of ${Object.keys(kubeSphereVersions).join(', ')}, or install KubeSphere 4 as an add-on.`,
  };
}
