import { show } from '../../errors';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { likeliest } from '../../manifest/listed';
import { isFields } from '../../manifest/manifest';
import type { Check, CheckedObject, CheckInput, Report } from '../check';
import { isInstalled } from '../cluster-software';
import { kubeKeyClusters } from '../kubekey-clusters';
import { objectIndex } from '../object-index';
import { isExternal } from '../references';

/** Software that makes storage classes, by the words that tell it. */
const software =
  /provisioner|csi\b|csi-|longhorn|rook|ceph|openebs|local-?path|juicefs|nfs-(?:client|subdir|server)|glusterfs|linstor|piraeus|topolvm|mayastor|portworx/i;

/** The storage class of a claim is made by something. */
export const storageClassExists: Check = {
  id: 'storage-class-exists',
  summary: 'Something in the KubeKey Cluster makes the storage class that a claim asks for.',
  why: 'A claim whose class is not there stays Pending, and the pod that mounts it too. KubeKey makes only the class "local", which is the default one then: with KubeSphere or with kk create cluster --with-local-storage.',
  fix: 'Add the StorageClass to the objects, add what makes it to the Cluster’s addons, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec: { addons: [] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  storageClassName: fast
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec: { storage: { openebs: { basePath: /var/openebs/local } } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  storageClassName: local
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
`,
  },
  *run(input) {
    const [checked, ...others] = kubeKeyClusters(input);
    if (checked === undefined || others.length > 0) return;
    const all = claims(input);
    if (all.length === 0 || isInstalled(input, checked, software)) return;
    const index = objectIndex(input);
    const classes = index.ofKind('storage.k8s.io/StorageClass');
    const volumes = index.ofKind('/PersistentVolume');
    // kk 4 installs its local storage unless it is told otherwise; kk 3 where the file speaks of it.
    const hasLocal =
      checked.forKk4 ||
      checked.cluster.has('spec.storage.openebs') ||
      checked.cluster.flag('spec.kubesphere.enabled');
    const names = new Set([
      ...(hasLocal ? ['local'] : []),
      ...classes.flatMap(({ manifest }) => textAt(manifest, 'metadata', 'name') ?? []),
      // A volume that is written by hand binds to a claim of its class without a StorageClass.
      ...volumes.flatMap(({ manifest }) => textAt(manifest, 'spec', 'storageClassName') ?? []),
    ]);
    const hasDefault =
      hasLocal || classes.some(isDefault) || isExternal(input, 'StorageClass', '', '*');
    for (const claim of all) {
      const { object, field, name } = claim;
      if (name === undefined) {
        if (hasDefault || volumes.length > 0) continue;
        yield {
          object,
          field,
          problem:
            'the claim leaves its storage class to the cluster, and nothing among the objects and the Cluster makes a default one',
          fix: 'Run kk create cluster with --with-local-storage and say so in the Cluster’s spec.storage.openebs, or name the StorageClass that is there as external.',
        };
      } else if (!names.has(name) && !isExternal(input, 'StorageClass', '', name)) {
        yield missing(input, claim, name, names);
      }
    }
  },
};

function missing(
  input: CheckInput,
  { object, field }: Claim,
  name: string,
  names: ReadonlySet<string>,
): Report {
  const meant = likeliest(names, name);
  const fix =
    name === 'local'
      ? 'Run kk create cluster with --with-local-storage and say so in the Cluster’s spec.storage.openebs.'
      : meant === undefined
        ? undefined
        : `Write ${meant} if you mean that class, or name ${show(name)} as external.`;
  return {
    object,
    field,
    problem: `nothing among the objects and the Cluster makes the storage class ${show(name)}`,
    ...(fix === undefined ? {} : { fix }),
    severity: input.references === 'closed' ? 'error' : 'warning',
  };
}

interface Claim {
  readonly object: CheckedObject;
  readonly field: string;
  /** The class that it asks for; undefined for the default one. */
  readonly name: string | undefined;
}

/** The claims of an input that ask for a class: those of their own, of StatefulSets and of pods. */
function claims(input: CheckInput): readonly Claim[] {
  const index = objectIndex(input);
  const claim = (object: CheckedObject, spec: unknown, field: string): readonly Claim[] => {
    const name = fieldsAt(spec)['storageClassName'];
    // An empty class, and a volume by name, ask for no class.
    if (!isFields(spec) || name === '' || textAt(spec, 'volumeName') !== undefined) return [];
    if (name === undefined || name === null) return [{ object, field, name: undefined }];
    return typeof name === 'string' ? [{ object, field: `${field}.storageClassName`, name }] : [];
  };
  return [
    ...index
      .ofKind('/PersistentVolumeClaim')
      .flatMap((object) => claim(object, object.manifest['spec'], 'spec')),
    ...index
      .ofKind('apps/StatefulSet')
      .flatMap((object) =>
        itemsAt(object.manifest, 'spec', 'volumeClaimTemplates').flatMap(
          ({ item, index: position }) =>
            claim(object, item['spec'], `spec.volumeClaimTemplates[${position}].spec`),
        ),
      ),
    ...index.pods.flatMap(({ object, pod }) =>
      itemsAt(pod.spec, 'volumes').flatMap(({ item, index: position }) =>
        claim(
          object,
          fieldsAt(item, 'ephemeral', 'volumeClaimTemplate')['spec'],
          `${pod.specField}.volumes[${position}].ephemeral.volumeClaimTemplate.spec`,
        ),
      ),
    ),
  ];
}

function isDefault({ manifest }: CheckedObject): boolean {
  const annotations = fieldsAt(manifest, 'metadata', 'annotations');
  return [
    'storageclass.kubernetes.io/is-default-class',
    'storageclass.beta.kubernetes.io/is-default-class',
  ].some((key) => annotations[key] === 'true');
}
