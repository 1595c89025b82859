/** Since when something is deprecated, and what to do. */
export interface Deprecation {
  /** First minor release (the x of 1.x) that calls it deprecated; 19 where an earlier one did. */
  readonly since: number;
  /** What to use instead, as a sentence. */
  readonly instead: string;
}

/** A deprecated field, by its path from the object. */
export interface DeprecatedField extends Deprecation {
  /** Path of the field. */
  readonly path: readonly string[];
}

/** A deprecated annotation. */
export interface DeprecatedAnnotation extends Deprecation {
  /** Its name; one that ends in a slash stands for all that begin with it. */
  readonly name: string;
  /** Groups and kinds that it means something to, such as `/Pod`. */
  readonly kinds: readonly string[];
}

/**
 * Deprecated fields by group and kind. Source: the API reference of Kubernetes 1.19 to 1.36, where the
 * text of the field first says so, and the API server's own warnings.
 */
export const deprecatedFields: ReadonlyMap<string, readonly DeprecatedField[]> = new Map([
  [
    '/Service',
    [
      {
        path: ['spec', 'loadBalancerIP'],
        since: 24,
        instead: 'Use the annotation that your load balancer reads.',
      },
      {
        path: ['spec', 'topologyKeys'],
        since: 21,
        instead: 'Use spec.trafficDistribution, or internalTrafficPolicy: Local.',
      },
    ],
  ],
  [
    '/Node',
    [
      {
        path: ['spec', 'configSource'],
        since: 22,
        instead: 'Configure the kubelet by its file on the node.',
      },
      { path: ['spec', 'externalID'], since: 19, instead: 'Take it out: nothing reads it.' },
    ],
  ],
]);

/** Deprecated fields of a pod's spec. */
export const deprecatedPodFields: ReadonlyMap<string, Deprecation> = new Map([
  ['serviceAccount', { since: 19, instead: 'Write serviceAccountName.' }],
]);

const csi = 'Use the CSI driver of that storage.';
const gone = 'Use another storage, such as a CSI driver: Kubernetes no longer has this one.';

/**
 * Deprecated sources of volumes. Source: the deprecation notes of the Kubernetes documentation on
 * volumes, and of the changelogs.
 */
export const deprecatedVolumes: ReadonlyMap<string, Deprecation> = new Map([
  ['gitRepo', { since: 19, instead: 'Clone into an emptyDir from an init container.' }],
  ['flexVolume', { since: 23, instead: csi }],
  ['awsElasticBlockStore', { since: 19, instead: csi }],
  ['azureDisk', { since: 19, instead: csi }],
  ['azureFile', { since: 21, instead: csi }],
  ['cinder', { since: 19, instead: csi }],
  ['gcePersistentDisk', { since: 19, instead: csi }],
  ['vsphereVolume', { since: 19, instead: csi }],
  ['portworxVolume', { since: 25, instead: csi }],
  ['cephfs', { since: 28, instead: csi }],
  ['rbd', { since: 28, instead: csi }],
  ['glusterfs', { since: 25, instead: gone }],
  ['flocker', { since: 22, instead: gone }],
  ['quobyte', { since: 22, instead: gone }],
  ['storageos', { since: 22, instead: gone }],
  ['scaleIO', { since: 19, instead: gone }],
  ['photonPersistentDisk', { since: 19, instead: gone }],
]);

/** Deprecated labels of nodes. Source: the reference of well-known labels. */
export const deprecatedLabels: ReadonlyMap<string, Deprecation> = new Map([
  ['beta.kubernetes.io/os', { since: 19, instead: 'Use kubernetes.io/os.' }],
  ['beta.kubernetes.io/arch', { since: 19, instead: 'Use kubernetes.io/arch.' }],
  [
    'beta.kubernetes.io/instance-type',
    { since: 19, instead: 'Use node.kubernetes.io/instance-type.' },
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    { since: 19, instead: 'Use topology.kubernetes.io/zone.' },
  ],
  [
    'failure-domain.beta.kubernetes.io/region',
    { since: 19, instead: 'Use topology.kubernetes.io/region.' },
  ],
]);

/** Deprecated annotations. Source: the reference of well-known annotations. */
export const deprecatedAnnotations: readonly DeprecatedAnnotation[] = [
  {
    name: 'kubernetes.io/ingress.class',
    kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress'],
    since: 19,
    instead: 'Write spec.ingressClassName.',
  },
  {
    name: 'volume.beta.kubernetes.io/storage-class',
    kinds: ['/PersistentVolumeClaim', '/PersistentVolume'],
    since: 19,
    instead: 'Write spec.storageClassName.',
  },
  {
    name: 'seccomp.security.alpha.kubernetes.io/pod',
    kinds: ['/Pod'],
    since: 19,
    instead: 'Write securityContext.seccompProfile: from 1.27 on, nothing reads the annotation.',
  },
  {
    name: 'container.seccomp.security.alpha.kubernetes.io/',
    kinds: ['/Pod'],
    since: 19,
    instead:
      'Write securityContext.seccompProfile in the container: from 1.27 on, nothing reads the annotation.',
  },
  {
    name: 'container.apparmor.security.beta.kubernetes.io/',
    kinds: ['/Pod'],
    since: 30,
    instead: 'Write securityContext.appArmorProfile in the container.',
  },
  {
    name: 'scheduler.alpha.kubernetes.io/critical-pod',
    kinds: ['/Pod'],
    since: 19,
    instead: 'Write priorityClassName.',
  },
  {
    name: 'service.alpha.kubernetes.io/tolerate-unready-endpoints',
    kinds: ['/Service'],
    since: 19,
    instead: 'Write spec.publishNotReadyAddresses.',
  },
  {
    name: 'service.kubernetes.io/topology-aware-hints',
    kinds: ['/Service'],
    since: 27,
    instead: 'Use the annotation service.kubernetes.io/topology-mode, or spec.trafficDistribution.',
  },
  {
    name: 'kubernetes.io/enforce-mountable-secrets',
    kinds: ['/ServiceAccount'],
    since: 32,
    instead: 'Keep such Secrets in a namespace of their own.',
  },
];
