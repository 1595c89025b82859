interface Scopes {
  readonly cluster: readonly string[];
  readonly namespaced: readonly string[];
}

/**
 * The scope of each built-in kind that Kubernetes 1.19 to 1.36 served in any version, by API group.
 *
 * A kind never changed its scope between versions, so the group and the kind decide. Source: the
 * public API reference of each of these releases.
 */
const scopes: Readonly<Record<string, Scopes>> = {
  '': {
    cluster: ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
    namespaced: [
      'Binding',
      'ConfigMap',
      'Endpoints',
      'EphemeralContainers',
      'Event',
      'LimitRange',
      'PersistentVolumeClaim',
      'Pod',
      'PodTemplate',
      'ReplicationController',
      'ResourceQuota',
      'Secret',
      'Service',
      'ServiceAccount',
    ],
  },
  'admissionregistration.k8s.io': {
    cluster: [
      'MutatingAdmissionPolicy',
      'MutatingAdmissionPolicyBinding',
      'MutatingWebhookConfiguration',
      'ValidatingAdmissionPolicy',
      'ValidatingAdmissionPolicyBinding',
      'ValidatingWebhookConfiguration',
    ],
    namespaced: [],
  },
  'apiextensions.k8s.io': { cluster: ['CustomResourceDefinition'], namespaced: [] },
  'apiregistration.k8s.io': { cluster: ['APIService'], namespaced: [] },
  apps: {
    cluster: [],
    namespaced: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  },
  'authentication.k8s.io': {
    cluster: ['SelfSubjectReview', 'TokenReview'],
    namespaced: ['TokenRequest'],
  },
  'authorization.k8s.io': {
    cluster: ['SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
    namespaced: ['LocalSubjectAccessReview'],
  },
  autoscaling: { cluster: [], namespaced: ['HorizontalPodAutoscaler', 'Scale'] },
  batch: { cluster: [], namespaced: ['CronJob', 'Job'] },
  'certificates.k8s.io': {
    cluster: ['CertificateSigningRequest', 'ClusterTrustBundle'],
    namespaced: ['PodCertificateRequest'],
  },
  'coordination.k8s.io': { cluster: [], namespaced: ['Lease', 'LeaseCandidate'] },
  'discovery.k8s.io': { cluster: [], namespaced: ['EndpointSlice'] },
  'events.k8s.io': { cluster: [], namespaced: ['Event'] },
  extensions: {
    cluster: ['PodSecurityPolicy'],
    namespaced: ['DaemonSet', 'Deployment', 'Ingress', 'NetworkPolicy', 'ReplicaSet'],
  },
  'flowcontrol.apiserver.k8s.io': {
    cluster: ['FlowSchema', 'PriorityLevelConfiguration'],
    namespaced: [],
  },
  'internal.apiserver.k8s.io': { cluster: ['StorageVersion'], namespaced: [] },
  'networking.k8s.io': {
    cluster: ['ClusterCIDR', 'IPAddress', 'IngressClass', 'ServiceCIDR'],
    namespaced: ['Ingress', 'NetworkPolicy'],
  },
  'node.k8s.io': { cluster: ['RuntimeClass'], namespaced: [] },
  policy: { cluster: ['PodSecurityPolicy'], namespaced: ['Eviction', 'PodDisruptionBudget'] },
  'rbac.authorization.k8s.io': {
    cluster: ['ClusterRole', 'ClusterRoleBinding'],
    namespaced: ['Role', 'RoleBinding'],
  },
  'resource.k8s.io': {
    cluster: [
      'DeviceClass',
      'DeviceTaintRule',
      'ResourceClass',
      'ResourcePoolStatusRequest',
      'ResourceSlice',
    ],
    namespaced: [
      'PodScheduling',
      'PodSchedulingContext',
      'ResourceClaim',
      'ResourceClaimParameters',
      'ResourceClaimTemplate',
      'ResourceClassParameters',
    ],
  },
  'scheduling.k8s.io': { cluster: ['PriorityClass'], namespaced: ['PodGroup', 'Workload'] },
  'settings.k8s.io': { cluster: [], namespaced: ['PodPreset'] },
  'storage.k8s.io': {
    cluster: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
    namespaced: ['CSIStorageCapacity'],
  },
  'storagemigration.k8s.io': { cluster: ['StorageVersionMigration'], namespaced: [] },
};

const clusterScoped: ReadonlyMap<string, boolean> = new Map(
  Object.entries(scopes).flatMap(([group, { cluster, namespaced }]) => [
    ...cluster.map((kind) => [`${group}/${kind}`, true] as const),
    ...namespaced.map((kind) => [`${group}/${kind}`, false] as const),
  ]),
);

/**
 * Tells whether objects of a built-in kind belong to the cluster as a whole: such an object has no
 * namespace. Undefined for a kind that is not built in, such as a custom resource.
 *
 * @param apiVersion API group and version, such as `rbac.authorization.k8s.io/v1`; the core group is `v1`
 * @param kind kind of the object, such as `ClusterRole`
 */
export function isClusterScoped(apiVersion: string, kind: string): boolean | undefined {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return clusterScoped.get(`${group}/${kind}`);
}
