import type { Cases } from './case';

const one = (kind: string, yaml: string, ...rows: Cases['rows']): Cases => ({ kind, yaml, rows });

const hook = (kind: string): string => `
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata: { name: a }
webhooks:
  - name: a.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig: { url: 'https://a.example.com' }
`;

export const policy: readonly Cases[] = [
  {
    kind: 'autoscaling/HorizontalPodAutoscaler',
    yaml: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
`,
    rows: [
      ['spec.minReplicas', 3, 'scale', /Deployment web runs 3 to 5 pods/],
      ['spec.maxReplicas', 8, 'scale', /2 to 8/],
      ['spec.maxReplicas', 1, 'rejected', /maxReplicas 1 is below minReplicas 2/],
      ['spec.minReplicas', 6, 'rejected', /maxReplicas 5 is below minReplicas 6/],
      ['spec.scaleTargetRef.name', 'other', 'scale'],
      ['spec.behavior', { scaleDown: { stabilizationWindowSeconds: 60 } }, 'rollout-setting'],
      [
        'spec.metrics',
        [
          {
            type: 'Resource',
            resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 50 } },
          },
        ],
        'scale',
      ],
    ],
  },
  {
    kind: 'policy/PodDisruptionBudget',
    yaml: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: 'a:1' }] } }
`,
    rows: [
      ['spec.minAvailable', 2, 'rollout-setting', /With 3 pods it allows 1 to go/],
      ['spec.minAvailable', '100%', 'rollout-setting', /a drain never ends/],
      ['spec.minAvailable', '1', 'none'],
      ['spec.selector.matchLabels.app', 'x', 'rollout-setting', /guards other pods/],
      ['spec.unhealthyPodEvictionPolicy', 'AlwaysAllow', 'rollout-setting'],
    ],
  },
  {
    kind: 'rbac.authorization.k8s.io/Role',
    yaml: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader }
rules: [{ apiGroups: [''], resources: [pods], verbs: [get, list] }]
`,
    rows: [
      ['rules.0.verbs', ['get', 'list', 'delete'], 'config-only', /changes at once/],
      ['rules.0.verbs', ['list', 'get'], 'none', /order/],
      ['rules.1', { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }, 'config-only'],
    ],
  },
  {
    kind: 'rbac.authorization.k8s.io/ClusterRole',
    yaml: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules: [{ apiGroups: [''], resources: [pods], verbs: [get] }]
`,
    rows: [
      ['rules.0.resources', ['pods', 'nodes'], 'config-only'],
      ['aggregationRule', { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] }, 'config-only'],
    ],
  },
  {
    kind: 'rbac.authorization.k8s.io/RoleBinding',
    yaml: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader }
roleRef: { kind: Role, name: reader }
subjects: [{ kind: User, name: anna }]
`,
    rows: [
      ['roleRef.name', 'writer', 'rejected', /no rights/],
      ['roleRef.kind', 'ClusterRole', 'rejected'],
      ['roleRef.apiGroup', 'rbac.authorization.k8s.io', 'none'],
      ['subjects.0.name', 'berta', 'config-only'],
      ['subjects.0.apiGroup', 'rbac.authorization.k8s.io', 'none'],
    ],
  },
  one(
    'rbac.authorization.k8s.io/ClusterRoleBinding',
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { kind: ClusterRole, name: reader }
subjects: [{ kind: User, name: anna }]
`,
    ['roleRef.name', 'writer', 'rejected'],
    ['subjects', undefined, 'config-only'],
  ),
  one(
    '/ServiceAccount',
    `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web }
`,
    ['automountServiceAccountToken', false, 'config-only', /running pods keep/],
    ['imagePullSecrets', [{ name: 'pull' }], 'config-only'],
    ['metadata.annotations', { a: 'b' }, 'metadata'],
  ),
  one(
    '/Namespace',
    `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
    [
      'metadata.labels',
      { 'pod-security.kubernetes.io/enforce': 'restricted' },
      'config-only',
      /running pods go on/,
    ],
    ['metadata.labels', { team: 'a' }, 'config-only'],
    ['metadata.labels', { 'kubernetes.io/metadata.name': 'shop' }, 'none'],
    ['metadata.annotations', { a: 'b' }, 'metadata'],
    ['spec.finalizers', ['kubernetes'], 'none'],
    ['spec.finalizers', ['kubernetes', 'x.example.com/y'], 'none', /old value back/],
  ),
  one(
    'apiextensions.k8s.io/CustomResourceDefinition',
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { plural: widgets, kind: Widget }
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
    - { name: v1beta1, served: true, storage: false, schema: { openAPIV3Schema: { type: object } } }
`,
    ['spec.scope', 'Cluster', 'rejected', /deletes all objects/],
    ['spec.names.kind', 'Gadget', 'rejected'],
    ['spec.names.plural', 'gadgets', 'rejected'],
    ['spec.names.singular', 'widget', 'none'],
    ['spec.names.listKind', 'WidgetList', 'none'],
    ['spec.names.shortNames', ['wd'], 'config-only'],
    ['spec.group', 'other.com', 'rejected'],
    ['spec.versions.1', undefined, 'config-only', /v1beta1/],
    ['spec.versions.0', undefined, 'rejected', /storedVersions/],
    [
      'spec.versions',
      [
        {
          name: 'v1',
          served: true,
          storage: false,
          schema: { openAPIV3Schema: { type: 'object' } },
        },
        {
          name: 'v1beta1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object' } },
        },
      ],
      'config-only',
      /stored as version v1beta1 when they are written from now on/,
    ],
    ['spec.versions.1.served', false, 'config-only', /refused from now on/],
    ['spec.versions.0.schema.openAPIV3Schema.required', ['spec'], 'config-only'],
    ['spec.conversion', { strategy: 'None' }, 'none'],
  ),
  one(
    'scheduling.k8s.io/PriorityClass',
    `
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: high }
value: 1000
`,
    ['value', 2000, 'rejected', /running pods keep their priority/],
    ['preemptionPolicy', 'Never', 'rejected'],
    ['preemptionPolicy', 'PreemptLowerPriority', 'none'],
    ['globalDefault', true, 'config-only'],
    ['globalDefault', false, 'none'],
    ['description', 'x', 'metadata'],
  ),
  one(
    '/LimitRange',
    `
apiVersion: v1
kind: LimitRange
metadata: { name: a }
spec: { limits: [{ type: Container, max: { cpu: '1' } }] }
`,
    ['spec.limits.0.max.cpu', '2', 'config-only'],
    ['spec.limits.0.max.cpu', '1000m', 'none'],
    ['spec.limits.0.default', { cpu: '1' }, 'none'],
  ),
  one(
    '/ResourceQuota',
    `
apiVersion: v1
kind: ResourceQuota
metadata: { name: a }
spec: { hard: { pods: '10' }, scopes: [BestEffort] }
`,
    ['spec.hard.pods', '20', 'config-only'],
    ['spec.scopes', ['NotBestEffort'], 'rejected'],
  ),
  one(
    '/Node',
    `
apiVersion: v1
kind: Node
metadata: { name: node1 }
spec: { podCIDR: 10.0.0.0/24 }
`,
    ['spec.taints', [{ key: 'a', effect: 'NoSchedule' }], 'config-only'],
    ['metadata.labels', { a: 'b' }, 'metadata'],
  ),
  one(
    '/PodTemplate',
    `
apiVersion: v1
kind: PodTemplate
metadata: { name: a }
template: { spec: { containers: [{ name: a, image: 'a:1' }] } }
`,
    ['template.spec.containers.0.image', 'a:2', 'config-only'],
  ),
  one(
    'apps/ControllerRevision',
    `
apiVersion: apps/v1
kind: ControllerRevision
metadata: { name: a }
revision: 1
data: { a: 1 }
`,
    ['data.a', 2, 'rejected'],
    ['revision', 2, 'config-only'],
  ),
  one(
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    hook('ValidatingWebhookConfiguration'),
    ['webhooks.0.timeoutSeconds', 5, 'config-only'],
    ['webhooks.0.timeoutSeconds', 10, 'none'],
  ),
  one(
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    hook('MutatingWebhookConfiguration'),
    ['webhooks.0.failurePolicy', 'Ignore', 'config-only'],
    ['webhooks.0.failurePolicy', 'Fail', 'none'],
  ),
  one(
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: a }
spec: { validations: [{ expression: 'true' }] }
`,
    ['spec.validations.0.expression', 'false', 'config-only', undefined, '1.30'],
  ),
  one(
    'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: a }
spec: { policyName: a, validationActions: [Deny, Audit] }
`,
    ['spec.policyName', 'b', 'config-only', undefined, '1.30'],
    ['spec.validationActions', ['Audit', 'Deny'], 'none', undefined, '1.30'],
  ),
  one(
    'admissionregistration.k8s.io/MutatingAdmissionPolicy',
    `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicy
metadata: { name: a }
spec: { reinvocationPolicy: Never }
`,
    ['spec.reinvocationPolicy', 'IfNeeded', 'config-only', undefined, '1.36'],
  ),
  one(
    'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
    `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingAdmissionPolicyBinding
metadata: { name: a }
spec: { policyName: a }
`,
    ['spec.policyName', 'b', 'config-only', undefined, '1.36'],
  ),
  one(
    'apiregistration.k8s.io/APIService',
    `
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.a.com }
spec: { group: a.com, version: v1, groupPriorityMinimum: 1, versionPriority: 1, service: { name: a, namespace: b } }
`,
    ['spec.service.name', 'x', 'traffic'],
    ['spec.service.port', 443, 'none'],
  ),
  one(
    'certificates.k8s.io/CertificateSigningRequest',
    `
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata: { name: a }
spec: { request: eA==, signerName: a.com/b, usages: [client auth] }
`,
    ['spec.signerName', 'a.com/c', 'none', /old value back/],
  ),
  one(
    'certificates.k8s.io/ClusterTrustBundle',
    `
apiVersion: certificates.k8s.io/v1beta1
kind: ClusterTrustBundle
metadata: { name: a }
spec: { signerName: a.com/b, trustBundle: x }
`,
    ['spec.signerName', 'a.com/c', 'rejected', undefined, '1.33'],
    ['spec.trustBundle', 'y', 'config-only', undefined, '1.33'],
  ),
  one(
    'certificates.k8s.io/PodCertificateRequest',
    `
apiVersion: certificates.k8s.io/v1beta1
kind: PodCertificateRequest
metadata: { name: a }
spec: { signerName: a.com/b, nodeName: n }
`,
    ['spec.nodeName', 'm', 'rejected', undefined, '1.35'],
  ),
  one(
    'coordination.k8s.io/Lease',
    `
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: a }
spec: { holderIdentity: a }
`,
    ['spec.holderIdentity', 'b', 'config-only'],
  ),
  one(
    'coordination.k8s.io/LeaseCandidate',
    `
apiVersion: coordination.k8s.io/v1beta1
kind: LeaseCandidate
metadata: { name: a }
spec: { leaseName: a, binaryVersion: 1.0.0, strategy: OldestEmulationVersion }
`,
    ['spec.leaseName', 'b', 'rejected', undefined, '1.33'],
    ['spec.binaryVersion', '1.1.0', 'config-only', undefined, '1.33'],
  ),
  one(
    'flowcontrol.apiserver.k8s.io/FlowSchema',
    `
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata: { name: a }
spec: { priorityLevelConfiguration: { name: a } }
`,
    ['spec.matchingPrecedence', 1000, 'none', undefined, '1.29'],
    ['spec.matchingPrecedence', 5, 'config-only', undefined, '1.29'],
  ),
  one(
    'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
    `
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: PriorityLevelConfiguration
metadata: { name: a }
spec: { type: Limited, limited: { limitResponse: { type: Reject } } }
`,
    ['spec.limited.nominalConcurrencyShares', 30, 'none', undefined, '1.29'],
    ['spec.limited.nominalConcurrencyShares', 5, 'config-only', undefined, '1.29'],
  ),
  one(
    'node.k8s.io/RuntimeClass',
    `
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: a }
handler: runc
`,
    ['handler', 'kata', 'rejected'],
    ['overhead', { podFixed: { cpu: '1' } }, 'config-only'],
  ),
  one(
    'policy/PodSecurityPolicy',
    `
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: { name: a }
spec: { privileged: false, seLinux: { rule: RunAsAny } }
`,
    ['spec.privileged', true, 'config-only', undefined, '1.24'],
    ['spec.allowPrivilegeEscalation', true, 'none', undefined, '1.24'],
  ),
  one(
    'resource.k8s.io/DeviceClass',
    `
apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata: { name: a }
spec: { extendedResourceName: a.com/b }
`,
    ['spec.extendedResourceName', 'a.com/c', 'config-only', undefined, '1.34'],
  ),
  one(
    'resource.k8s.io/DeviceTaintRule',
    `
apiVersion: resource.k8s.io/v1beta2
kind: DeviceTaintRule
metadata: { name: a }
spec: { taint: { key: a, effect: NoSchedule } }
`,
    ['spec.taint.key', 'b', 'config-only', undefined, '1.36'],
  ),
  one(
    'resource.k8s.io/ResourceClaim',
    `
apiVersion: resource.k8s.io/v1
kind: ResourceClaim
metadata: { name: a }
spec: { devices: { requests: [{ name: a, exactly: { deviceClassName: b } }] } }
`,
    ['spec.devices.requests.0.exactly.deviceClassName', 'c', 'rejected', undefined, '1.34'],
    ['spec.devices.requests.0.exactly.count', 1, 'none', undefined, '1.34'],
  ),
  one(
    'resource.k8s.io/ResourceClaimTemplate',
    `
apiVersion: resource.k8s.io/v1
kind: ResourceClaimTemplate
metadata: { name: a }
spec: { spec: { devices: { requests: [{ name: a, exactly: { deviceClassName: b } }] } } }
`,
    ['spec.spec.devices.requests.0.name', 'c', 'rejected', undefined, '1.34'],
  ),
  one(
    'resource.k8s.io/ResourcePoolStatusRequest',
    `
apiVersion: resource.k8s.io/v1alpha3
kind: ResourcePoolStatusRequest
metadata: { name: a }
spec: { driver: a.com }
`,
    ['spec.driver', 'b.com', 'rejected', undefined, '1.36'],
  ),
  one(
    'resource.k8s.io/ResourceSlice',
    `
apiVersion: resource.k8s.io/v1
kind: ResourceSlice
metadata: { name: a }
spec: { driver: a.com, nodeName: n, pool: { name: p, generation: 1, resourceSliceCount: 1 } }
`,
    ['spec.driver', 'b.com', 'rejected', undefined, '1.34'],
    ['spec.pool.generation', 2, 'config-only', undefined, '1.34'],
  ),
  one(
    'scheduling.k8s.io/PodGroup',
    `
apiVersion: scheduling.k8s.io/v1alpha2
kind: PodGroup
metadata: { name: a }
spec: { priorityClassName: high }
`,
    ['spec.priorityClassName', 'low', 'rejected', undefined, '1.36'],
  ),
  one(
    'scheduling.k8s.io/Workload',
    `
apiVersion: scheduling.k8s.io/v1alpha2
kind: Workload
metadata: { name: a }
spec: { podGroupTemplates: [{ name: a }] }
`,
    ['spec.podGroupTemplates.0.name', 'b', 'rejected', undefined, '1.36'],
  ),
];
