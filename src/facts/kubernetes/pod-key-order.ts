import { order, type KeyOrder } from './order';

/** The metadata of every object. */
export const metadata: KeyOrder = order(
  'name generateName namespace labels annotations finalizers ownerReferences uid resourceVersion generation creationTimestamp managedFields',
  { ownerReferences: order('apiVersion kind name uid controller blockOwnerDeletion') },
);

/** A label selector. */
export const selector: KeyOrder = order('matchLabels matchExpressions', {
  matchExpressions: order('key operator values'),
});

/** A reference to another object. */
export const reference: KeyOrder = order(
  'apiVersion apiGroup kind namespace name uid fieldPath resourceVersion',
);

const keyRef = order('name key optional');
const fieldRef = order('apiVersion fieldPath');
const resourceFieldRef = order('containerName resource divisor');
const env = order('name value valueFrom', {
  valueFrom: order('fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef', {
    fieldRef,
    resourceFieldRef,
    configMapKeyRef: keyRef,
    secretKeyRef: keyRef,
  }),
});
const envFrom = order('prefix configMapRef secretRef', {
  configMapRef: order('name optional'),
  secretRef: order('name optional'),
});

const handlers = {
  httpGet: order('scheme host path port httpHeaders', { httpHeaders: order('name value') }),
  tcpSocket: order('host port'),
  exec: order('command'),
  grpc: order('port service'),
  sleep: order('seconds'),
};
const probe = order(
  'httpGet tcpSocket exec grpc initialDelaySeconds periodSeconds timeoutSeconds successThreshold failureThreshold terminationGracePeriodSeconds',
  handlers,
);
const handler = order('exec httpGet tcpSocket sleep', handlers);

const security = {
  capabilities: order('add drop'),
  seLinuxOptions: order('user role type level'),
  seccompProfile: order('type localhostProfile'),
  appArmorProfile: order('type localhostProfile'),
  windowsOptions: order('runAsUserName hostProcess gmsaCredentialSpecName gmsaCredentialSpec'),
  sysctls: order('name value'),
};
const container = order(
  'name image imagePullPolicy restartPolicy command args workingDir ports env envFrom resources startupProbe readinessProbe livenessProbe lifecycle volumeMounts volumeDevices securityContext terminationMessagePath terminationMessagePolicy stdin stdinOnce tty targetContainerName',
  {
    ports: order('name protocol containerPort hostIP hostPort'),
    env,
    envFrom,
    resources: order('requests limits claims', { claims: order('name request') }),
    startupProbe: probe,
    readinessProbe: probe,
    livenessProbe: probe,
    lifecycle: order('postStart preStop stopSignal', { postStart: handler, preStop: handler }),
    volumeMounts: order(
      'name mountPath subPath subPathExpr readOnly recursiveReadOnly mountPropagation',
    ),
    volumeDevices: order('name devicePath'),
    securityContext: order(
      'privileged allowPrivilegeEscalation runAsNonRoot runAsUser runAsGroup readOnlyRootFilesystem capabilities seccompProfile appArmorProfile seLinuxOptions procMount windowsOptions',
      security,
    ),
  },
);

const items = order('key path mode');
const projection = { items };
const downward = order('path fieldRef resourceFieldRef mode', { fieldRef, resourceFieldRef });

/** The spec of a PersistentVolumeClaim. */
export const claimSpec: KeyOrder = order(
  'storageClassName volumeName volumeMode accessModes resources selector dataSource dataSourceRef',
  {
    resources: order('requests limits'),
    selector,
    dataSource: reference,
    dataSourceRef: reference,
  },
);
const nodeTerms = order('matchExpressions matchFields', {
  matchExpressions: order('key operator values'),
  matchFields: order('key operator values'),
});

/** Where data lies: what a pod's volumes and a PersistentVolume have in common. */
export const volumeSources: Readonly<Record<string, KeyOrder>> = {
  hostPath: order('path type'),
  nfs: order('server path readOnly'),
  csi: order(
    'driver volumeHandle fsType readOnly volumeAttributes nodePublishSecretRef nodeStageSecretRef controllerPublishSecretRef controllerExpandSecretRef',
  ),
  awsElasticBlockStore: order('volumeID partition fsType readOnly'),
  azureDisk: order('diskName diskURI kind cachingMode fsType readOnly'),
  azureFile: order('secretName secretNamespace shareName readOnly'),
  gcePersistentDisk: order('pdName partition fsType readOnly'),
};
const volume = order('name', {
  ...volumeSources,
  configMap: order('name items defaultMode optional', projection),
  secret: order('secretName items defaultMode optional', projection),
  emptyDir: order('medium sizeLimit'),
  persistentVolumeClaim: order('claimName readOnly'),
  downwardAPI: order('items defaultMode', { items: downward }),
  ephemeral: order('volumeClaimTemplate', {
    volumeClaimTemplate: order('metadata spec', { metadata, spec: claimSpec }),
  }),
  projected: order('sources defaultMode', {
    sources: order('', {
      configMap: order('name items optional', projection),
      secret: order('name items optional', projection),
      downwardAPI: order('items', { items: downward }),
      serviceAccountToken: order('audience expirationSeconds path'),
    }),
  }),
});

const podTerm = order(
  'topologyKey labelSelector matchLabelKeys mismatchLabelKeys namespaces namespaceSelector',
  { labelSelector: selector, namespaceSelector: selector },
);
const weightedPodTerm = order('weight podAffinityTerm', { podAffinityTerm: podTerm });
const podAffinity = order(
  'requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution',
  {
    requiredDuringSchedulingIgnoredDuringExecution: podTerm,
    preferredDuringSchedulingIgnoredDuringExecution: weightedPodTerm,
  },
);
/** A selector of nodes. */
export const nodeSelector: KeyOrder = order('nodeSelectorTerms', { nodeSelectorTerms: nodeTerms });
const affinity = order('nodeAffinity podAffinity podAntiAffinity', {
  nodeAffinity: order(
    'requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution',
    {
      requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
      preferredDuringSchedulingIgnoredDuringExecution: order('weight preference', {
        preference: nodeTerms,
      }),
    },
  ),
  podAffinity,
  podAntiAffinity: podAffinity,
});

/** The spec of a pod. */
export const podSpec: KeyOrder = order(
  'serviceAccountName serviceAccount automountServiceAccountToken imagePullSecrets restartPolicy activeDeadlineSeconds terminationGracePeriodSeconds priorityClassName priority preemptionPolicy runtimeClassName schedulerName nodeName nodeSelector affinity tolerations topologySpreadConstraints hostNetwork hostPID hostIPC hostUsers shareProcessNamespace hostname subdomain setHostnameAsFQDN hostAliases dnsPolicy dnsConfig enableServiceLinks securityContext initContainers containers ephemeralContainers volumes',
  {
    imagePullSecrets: order('name'),
    affinity,
    tolerations: order('key operator value effect tolerationSeconds'),
    topologySpreadConstraints: order(
      'maxSkew minDomains topologyKey whenUnsatisfiable nodeAffinityPolicy nodeTaintsPolicy labelSelector matchLabelKeys',
      { labelSelector: selector },
    ),
    hostAliases: order('ip hostnames'),
    dnsConfig: order('nameservers searches options', { options: order('name value') }),
    securityContext: order(
      'runAsNonRoot runAsUser runAsGroup fsGroup fsGroupChangePolicy supplementalGroups supplementalGroupsPolicy seccompProfile appArmorProfile seLinuxOptions sysctls windowsOptions',
      security,
    ),
    initContainers: container,
    containers: container,
    ephemeralContainers: container,
    volumes: volume,
  },
);
/** A pod template. */
export const template: KeyOrder = order('metadata spec', { metadata, spec: podSpec });
