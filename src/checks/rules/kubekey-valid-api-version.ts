import { show } from '../../errors';
import { groupOf } from '../../manifest/manifest';
import { isKubeKeyCluster } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

const group = 'kubekey.kubesphere.io';
const known = new Set(['Cluster', 'Inventory', 'Config', 'Playbook']);

/** apiVersion and kind of KubeKey's files are those that it reads. */
export const kubekeyValidApiVersion: Check = {
  id: 'kubekey-valid-api-version',
  summary: 'A KubeKey file has an apiVersion and a kind that KubeKey reads.',
  why: 'KubeKey 3 skips every kind that is not exactly Cluster, and then finds no host. It never looks at the apiVersion: a file for an older KubeKey is read as if it were for this one.',
  fix: `Write apiVersion: ${group}/v1alpha2 and kind: Cluster.`,
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha1
kind: Cluster
metadata:
  name: sample
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: sample
`,
  },
  *run(input) {
    const files = objectIndex(input).kinds.filter(
      (one) => one.group === group || (one.kind === 'Cluster' && one.group.includes('kubekey')),
    );
    for (const object of files.flatMap(({ objects }) => objects)) {
      const { apiVersion, kind } = object.manifest;
      if (isKubeKeyCluster(object.manifest)) {
        if (apiVersion === `${group}/v1alpha2`) continue;
        yield {
          object,
          field: 'apiVersion',
          problem: `${show(apiVersion)} is no version of KubeKey's Cluster that KubeKey 3 was made for; it reads the file as v1alpha2 all the same`,
          severity: 'warning',
        };
      } else if (groupOf(apiVersion) === group && !known.has(kind)) {
        yield {
          object,
          field: 'kind',
          problem: `${show(kind)} is no kind that KubeKey reads; it skips the object`,
        };
      } else if (groupOf(apiVersion) !== group) {
        yield {
          object,
          field: 'apiVersion',
          problem: `${show(apiVersion)} is not KubeKey's; it reads the object all the same, but nothing else knows that it is a Cluster of KubeKey`,
        };
      }
    }
  },
};
