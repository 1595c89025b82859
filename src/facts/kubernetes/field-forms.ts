/**
 * The form of a value, or of each value in a list or a mapping; the keys and values of labels; or the
 * first and the last number that a field takes.
 */
export type FieldForm =
  | 'address'
  | 'config-key'
  | 'dns-1035-label'
  | 'dns-label'
  | 'dns-subdomain'
  | 'domain-of-three'
  | 'domain-path'
  | 'driver'
  | 'header-name'
  | 'host'
  | 'https-url'
  | 'json-path'
  | 'label-key'
  | 'label-value'
  | 'labels'
  | 'node-value'
  | 'not-negative'
  | 'path-inside'
  | 'path-absolute'
  | 'path-downwards'
  | 'path-segment'
  | 'port-name'
  | 'positive'
  | 'provisioner'
  | 'resource-of-container'
  | 'search-domain'
  | 'selector-key'
  | 'selector-value'
  | 'sysctl'
  | readonly [first: number, last: number];

const port = [1, 65535] as const;
const whole = [0, Infinity] as const;
const some = [1, Infinity] as const;

/** What looks for the labels of nodes. */
const node = { key: 'label-key', values: 'node-value' } as const;

/**
 * Forms that no schema holds, by definition and field: the API server's own code asks for them.
 * What a check of its own looks at, such as the ports of containers, is not among them.
 */
export const forms: Readonly<Record<string, Readonly<Record<string, FieldForm>>>> = {
  'admissionregistration.v1.MutatingWebhook': {
    admissionReviewVersions: 'dns-1035-label',
    name: 'domain-of-three',
    timeoutSeconds: [1, 30],
  },
  'admissionregistration.v1.ServiceReference': { path: 'path-absolute', port },
  'admissionregistration.v1.ValidatingWebhook': {
    admissionReviewVersions: 'dns-1035-label',
    name: 'domain-of-three',
    timeoutSeconds: [1, 30],
  },
  'admissionregistration.v1.WebhookClientConfig': { url: 'https-url' },
  'apiextensions.v1.CustomResourceColumnDefinition': { jsonPath: 'json-path' },
  'apiextensions.v1.CustomResourceDefinitionNames': {
    categories: 'dns-1035-label',
    plural: 'dns-1035-label',
    shortNames: 'dns-1035-label',
    singular: 'dns-1035-label',
  },
  'apiextensions.v1.CustomResourceDefinitionSpec': { group: 'dns-subdomain' },
  'apiextensions.v1.CustomResourceDefinitionVersion': { name: 'dns-1035-label' },
  'apiextensions.v1.CustomResourceSubresourceScale': {
    labelSelectorPath: 'json-path',
    specReplicasPath: 'json-path',
    statusReplicasPath: 'json-path',
  },
  'apiregistration.v1.APIServiceSpec': {
    group: 'dns-subdomain',
    groupPriorityMinimum: [1, 20000],
    version: 'dns-1035-label',
    versionPriority: [1, 1000],
  },
  'apiregistration.v1.ServiceReference': { port },
  'apps.v1.DaemonSetSpec': { minReadySeconds: whole, revisionHistoryLimit: whole },
  'apps.v1.RollingUpdateStatefulSetStrategy': { partition: whole },
  'apps.v1.StatefulSetOrdinals': { start: whole },
  'apps.v1.StatefulSetSpec': { serviceName: 'dns-label' },
  'autoscaling.v1.CrossVersionObjectReference': { name: 'path-segment' },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': { targetCPUUtilizationPercentage: some },
  'autoscaling.v2.ContainerResourceMetricSource': { container: 'dns-label' },
  'autoscaling.v2.CrossVersionObjectReference': { name: 'path-segment' },
  'autoscaling.v2.HPAScalingPolicy': { periodSeconds: [1, 1800], value: some },
  'autoscaling.v2.MetricIdentifier': { name: 'path-segment' },
  'autoscaling.v2.MetricTarget': { averageValue: 'positive', value: 'positive' },
  'certificates.v1.CertificateSigningRequestSpec': {
    expirationSeconds: [600, 2147483647],
    signerName: 'domain-path',
  },
  'coordination.v1.LeaseSpec': { leaseDurationSeconds: some, leaseTransitions: whole },
  'core.v1.ConfigMapEnvSource': { name: 'dns-subdomain' },
  'core.v1.ConfigMapKeySelector': { key: 'config-key', name: 'dns-subdomain' },
  'core.v1.CSIPersistentVolumeSource': { driver: 'driver' },
  'core.v1.CSIVolumeSource': { driver: 'driver' },
  'core.v1.DownwardAPIVolumeFile': { path: 'path-inside' },
  'core.v1.EmptyDirVolumeSource': { sizeLimit: 'not-negative' },
  'core.v1.EndpointAddress': { hostname: 'dns-label', ip: 'address' },
  'core.v1.EndpointPort': { name: 'dns-label', port },
  'core.v1.HostAlias': { hostnames: 'dns-subdomain' },
  'core.v1.HostPathVolumeSource': { path: 'path-downwards' },
  'core.v1.HTTPHeader': { name: 'header-name' },
  'core.v1.KeyToPath': { path: 'path-inside' },
  'core.v1.LocalVolumeSource': { path: 'path-downwards' },
  'core.v1.NodeSelectorRequirement': node,
  'core.v1.PersistentVolumeClaimSpec': { storageClassName: 'dns-subdomain' },
  'core.v1.PersistentVolumeSpec': { capacity: 'positive', storageClassName: 'dns-subdomain' },
  'core.v1.PodAffinityTerm': { namespaces: 'dns-label', topologyKey: 'label-key' },
  'core.v1.PodDNSConfig': { searches: 'search-domain' },
  'core.v1.PodReadinessGate': { conditionType: 'label-key' },
  'core.v1.PodSecurityContext': { supplementalGroups: [0, 2147483647] },
  'core.v1.PodSpec': {
    nodeName: 'dns-subdomain',
    overhead: 'not-negative',
    priorityClassName: 'dns-subdomain',
    runtimeClassName: 'dns-subdomain',
    serviceAccountName: 'dns-subdomain',
  },
  'core.v1.Probe': { terminationGracePeriodSeconds: some },
  'core.v1.ReplicationControllerSpec': { minReadySeconds: whole, replicas: whole },
  'core.v1.ResourceFieldSelector': { resource: 'resource-of-container' },
  'core.v1.ResourceQuotaSpec': { hard: 'not-negative' },
  'core.v1.SeccompProfile': { localhostProfile: 'path-inside' },
  'core.v1.SecretEnvSource': { name: 'dns-subdomain' },
  'core.v1.SecretKeySelector': { key: 'config-key', name: 'dns-subdomain' },
  'core.v1.ServiceAccountTokenProjection': {
    expirationSeconds: [600, 4294967296],
    path: 'path-inside',
  },
  'core.v1.ServicePort': { appProtocol: 'label-key', targetPort: 'port-name' },
  'core.v1.ServiceSpec': { loadBalancerClass: 'label-key' },
  'core.v1.Sysctl': { name: 'sysctl' },
  'core.v1.Taint': { key: 'label-key', value: 'label-value' },
  'core.v1.Toleration': { key: 'label-key', value: 'label-value' },
  'core.v1.TopologySelectorLabelRequirement': { key: 'label-key' },
  'core.v1.TopologySpreadConstraint': { minDomains: some },
  'core.v1.VolumeDevice': { devicePath: 'path-downwards' },
  'discovery.v1.Endpoint': { hostname: 'dns-label', nodeName: 'dns-subdomain' },
  'discovery.v1.EndpointPort': { appProtocol: 'label-key', name: 'dns-label' },
  'meta.v1.LabelSelector': { matchLabels: 'labels' },
  'meta.v1.LabelSelectorRequirement': { key: 'selector-key', values: 'selector-value' },
  'meta.v1.ObjectMeta': { finalizers: 'label-key' },
  'networking.v1.IngressClassSpec': { controller: 'domain-path' },
  'networking.v1.IngressServiceBackend': { name: 'dns-1035-label' },
  'networking.v1.IngressSpec': { ingressClassName: 'dns-subdomain' },
  'networking.v1.IngressTLS': { hosts: 'host', secretName: 'dns-subdomain' },
  'networking.v1.NetworkPolicyPort': { port: 'port-name' },
  'networking.v1.ServiceBackendPort': { name: 'port-name', number: port },
  'node.v1.Overhead': { podFixed: 'not-negative' },
  'node.v1.RuntimeClass': { handler: 'dns-label' },
  'node.v1.Scheduling': { nodeSelector: 'labels' },
  'rbac.v1.RoleRef': { name: 'path-segment' },
  'storage.v1.StorageClass': { provisioner: 'provisioner' },
  'storage.v1.TokenRequest': { expirationSeconds: [600, 4294967296] },
};

/** Fields of which no more than one may be given. */
export interface Alternatives {
  /** Their names. */
  readonly of: readonly string[];
  /** Whether the server refuses a struct with none of them. */
  readonly isNeeded: boolean;
}

/** Structs that are one of several things, by definition. */
export const alternatives: Readonly<Record<string, Alternatives>> = {
  'admissionregistration.v1.WebhookClientConfig': { of: ['service', 'url'], isNeeded: true },
  'batch.v1.PodFailurePolicyRule': { of: ['onExitCodes', 'onPodConditions'], isNeeded: true },
  'core.v1.DownwardAPIVolumeFile': { of: ['fieldRef', 'resourceFieldRef'], isNeeded: true },
  'core.v1.VolumeProjection': {
    of: [
      'clusterTrustBundle',
      'configMap',
      'downwardAPI',
      'podCertificate',
      'secret',
      'serviceAccountToken',
    ],
    isNeeded: false,
  },
};

/** The form of a field; undefined where the server takes any value of its type. */
export function formOf(definition: string, field: string): FieldForm | undefined {
  const own = Object.hasOwn(forms, definition) ? forms[definition] : undefined;
  return own !== undefined && Object.hasOwn(own, field) ? own[field] : undefined;
}

/** The fields of a struct that exclude each other; undefined where there are none. */
export function alternativesOf(definition: string): Alternatives | undefined {
  return Object.hasOwn(alternatives, definition) ? alternatives[definition] : undefined;
}
