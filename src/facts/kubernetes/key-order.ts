import {
  claimSpec,
  metadata,
  nodeSelector,
  podSpec,
  reference,
  selector,
  template,
  volumeSources,
} from './pod-key-order';
import { order, type KeyOrder } from './order';

const rollingUpdate = order('maxSurge maxUnavailable partition');
const strategy = order('type rollingUpdate', { rollingUpdate });
const jobSpec = order(
  'suspend completions parallelism completionMode completionsPerIndex backoffLimit backoffLimitPerIndex maxFailedIndexes podReplacementPolicy podFailurePolicy successPolicy activeDeadlineSeconds ttlSecondsAfterFinished manualSelector selector template',
  { selector, template },
);

const port = order('name protocol appProtocol port targetPort nodePort');
const rules = order('apiGroups resources resourceNames nonResourceURLs verbs');
const subjects = order('kind apiGroup namespace name');
const roleRef = order('kind apiGroup name');
const ingressBackend = order('service resource', {
  service: order('name port', { port: order('name number') }),
  resource: reference,
});
const peers = order('namespaceSelector podSelector ipBlock', {
  namespaceSelector: selector,
  podSelector: selector,
  ipBlock: order('cidr except'),
});
const peerPorts = order('protocol port endPort');
const metricTarget = order('type value averageValue averageUtilization');
const metricName = order('name selector', { selector });
const scaling = order('stabilizationWindowSeconds selectPolicy tolerance policies', {
  policies: order('type value periodSeconds'),
});

/** The fields of each kind below its root, where the root has more to say than a spec. */
const kinds: Readonly<Record<string, Readonly<Record<string, KeyOrder>>>> = {
  Pod: { spec: podSpec },
  PodTemplate: { template },
  Deployment: {
    spec: order(
      'replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds paused selector strategy template',
      { selector, strategy, template },
    ),
  },
  ReplicaSet: {
    spec: order('replicas minReadySeconds selector template', { selector, template }),
  },
  StatefulSet: {
    spec: order(
      'serviceName replicas minReadySeconds revisionHistoryLimit podManagementPolicy ordinals selector updateStrategy persistentVolumeClaimRetentionPolicy template volumeClaimTemplates',
      {
        selector,
        updateStrategy: strategy,
        persistentVolumeClaimRetentionPolicy: order('whenDeleted whenScaled'),
        template,
        volumeClaimTemplates: order('apiVersion kind metadata spec', { metadata, spec: claimSpec }),
      },
    ),
  },
  DaemonSet: {
    spec: order('minReadySeconds revisionHistoryLimit selector updateStrategy template', {
      selector,
      updateStrategy: strategy,
      template,
    }),
  },
  Job: { spec: jobSpec },
  CronJob: {
    spec: order(
      'schedule timeZone suspend concurrencyPolicy startingDeadlineSeconds successfulJobsHistoryLimit failedJobsHistoryLimit jobTemplate',
      { jobTemplate: order('metadata spec', { metadata, spec: jobSpec }) },
    ),
  },
  Service: {
    spec: order(
      'type clusterIP clusterIPs externalName externalIPs ipFamilyPolicy ipFamilies loadBalancerClass loadBalancerIP loadBalancerSourceRanges allocateLoadBalancerNodePorts externalTrafficPolicy internalTrafficPolicy trafficDistribution healthCheckNodePort publishNotReadyAddresses sessionAffinity sessionAffinityConfig selector ports',
      { ports: port },
    ),
  },
  Endpoints: {
    subsets: order('addresses notReadyAddresses ports', {
      addresses: order('ip hostname nodeName targetRef', { targetRef: reference }),
      notReadyAddresses: order('ip hostname nodeName targetRef', { targetRef: reference }),
      ports: port,
    }),
  },
  Ingress: {
    spec: order('ingressClassName defaultBackend tls rules', {
      defaultBackend: ingressBackend,
      tls: order('hosts secretName'),
      rules: order('host http', {
        http: order('paths', {
          paths: order('path pathType backend', { backend: ingressBackend }),
        }),
      }),
    }),
  },
  NetworkPolicy: {
    spec: order('podSelector policyTypes ingress egress', {
      podSelector: selector,
      ingress: order('from ports', { from: peers, ports: peerPorts }),
      egress: order('to ports', { to: peers, ports: peerPorts }),
    }),
  },
  ConfigMap: {},
  Secret: {},
  ServiceAccount: {
    imagePullSecrets: order('name'),
    secrets: order('name namespace'),
  },
  Role: { rules },
  ClusterRole: { rules, aggregationRule: order('clusterRoleSelectors') },
  RoleBinding: { roleRef, subjects },
  ClusterRoleBinding: { roleRef, subjects },
  HorizontalPodAutoscaler: {
    spec: order(
      'scaleTargetRef minReplicas maxReplicas targetCPUUtilizationPercentage metrics behavior',
      {
        scaleTargetRef: order('apiVersion kind name'),
        metrics: order('type resource containerResource pods object external', {
          resource: order('name target', { target: metricTarget }),
          containerResource: order('container name target', { target: metricTarget }),
          pods: order('metric target', { metric: metricName, target: metricTarget }),
          object: order('describedObject metric target', {
            describedObject: order('apiVersion kind name'),
            metric: metricName,
            target: metricTarget,
          }),
          external: order('metric target', { metric: metricName, target: metricTarget }),
        }),
        behavior: order('scaleUp scaleDown', { scaleUp: scaling, scaleDown: scaling }),
      },
    ),
  },
  PodDisruptionBudget: {
    spec: order('minAvailable maxUnavailable unhealthyPodEvictionPolicy selector', { selector }),
  },
  PersistentVolumeClaim: { spec: claimSpec },
  PersistentVolume: {
    spec: order(
      'storageClassName capacity volumeMode accessModes persistentVolumeReclaimPolicy mountOptions claimRef nodeAffinity',
      {
        ...volumeSources,
        claimRef: reference,
        nodeAffinity: order('required', { required: nodeSelector }),
      },
    ),
  },
  StorageClass: {},
  Namespace: {},
  ResourceQuota: { spec: order('hard scopes scopeSelector') },
  LimitRange: {
    spec: order('limits', {
      limits: order('type default defaultRequest min max maxLimitRequestRatio'),
    }),
  },
};

/** The keys of roots that matter beside `spec`; `status` is last wherever it is. */
const root =
  'apiVersion kind metadata type immutable provisioner parameters reclaimPolicy volumeBindingMode allowVolumeExpansion mountOptions allowedTopologies value globalDefault preemptionPolicy description aggregationRule roleRef subjects rules automountServiceAccountToken imagePullSecrets secrets spec data stringData binaryData subsets';

/** The order of an object that isn't known: what all objects have in common. */
const anyKind = order('apiVersion kind metadata', { metadata });

const orders: ReadonlyMap<string, KeyOrder> = new Map(
  Object.entries(kinds).map(([kind, below]) => [kind, order(root, { metadata, ...below })]),
);

const host = order(
  'name address internalAddress port user password privateKeyPath privateKey arch timeout labels',
);

/** KubeKey's Cluster, as `kk create config` writes it. */
const cluster = order('apiVersion kind metadata spec', {
  metadata,
  spec: order(
    'hosts roleGroups controlPlaneEndpoint system kubernetes etcd network storage registry addons',
    {
      hosts: host,
      roleGroups: order('etcd control-plane master worker registry'),
      controlPlaneEndpoint: order('internalLoadbalancer externalDNS domain address port kubevip'),
      system: order('ntpServers timezone rpms debs preInstall postInstall skipConfigureOS'),
      kubernetes: order('type version clusterName dnsDomain autoRenewCerts containerManager'),
      etcd: order('type external'),
      network: order('plugin kubePodsCIDR kubeServiceCIDR calico flannel multusCNI', {
        multusCNI: order('enabled'),
      }),
      registry: order(
        'type privateRegistry namespaceOverride registryMirrors insecureRegistries auths',
      ),
      addons: order('name namespace sources'),
    },
  ),
});

/** KubeKey 4's Inventory: hosts by name, groups by name. */
const inventory = order('apiVersion kind metadata spec', {
  metadata,
  spec: order('hosts vars groups', {
    hosts: order('', {}, order('connector internal_ipv4 internal_ipv6')),
    groups: order('', {}, order('groups hosts vars')),
  }),
});

/** How people order the keys of an object of this kind. */
export function keyOrderOf(apiVersion: string, kind: string): KeyOrder {
  if (apiVersion.startsWith('kubekey.')) {
    return kind === 'Cluster' ? cluster : kind === 'Inventory' ? inventory : anyKind;
  }
  return (isBuiltIn(apiVersion) ? orders.get(kind) : undefined) ?? anyKind;
}

/** Groups of Kubernetes itself have no dot, or end with `.k8s.io`; other kinds only share the name. */
function isBuiltIn(apiVersion: string): boolean {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return !group.includes('.') || group.endsWith('.k8s.io');
}
