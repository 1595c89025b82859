import type { DeploymentStrategy } from '../facts/kubernetes/api/apps-v1.generated';
import type {
  Affinity,
  Container,
  ContainerPort,
  EnvFromSource,
  EnvVar,
  Lifecycle,
  LocalObjectReference,
  PodSpec,
  Probe,
  ResourceRequirements,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from '../facts/kubernetes/api/core-v1.generated';
import type { PropForms } from '../manifest/props';

/** What an `AppDeployment` is made of. Fields have the names and the meaning of the Kubernetes API. */
export interface AppDeploymentProps {
  /**
   * Name of the Deployment: small letters, digits, `-` and `.`, at most 253 characters.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Namespace of the Deployment.
   *
   * @default - the namespace of the chart, or none: then whoever applies the file decides
   */
  readonly namespace?: string;
  /**
   * Labels of the Deployment and of its pods.
   *
   * @default - `app: <name>`, so that the pods can be selected
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Deployment; its pods have `podAnnotations`.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Labels of the pods only, beside `labels`.
   *
   * @default - none
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Labels by which the Deployment finds its pods; the pods get them. Kubernetes refuses to change
   * them later, so say them only to take over a Deployment that exists.
   *
   * @default - the label `app` or else `app.kubernetes.io/name`, or else `app: <name>`; no other label
   */
  readonly selector?: Readonly<Record<string, string>>;

  /**
   * Number of pods, 0 or more.
   *
   * @default - left to the cluster: 1 at first, and whatever an autoscaler made it later
   */
  readonly replicas?: number;
  /**
   * How pods are replaced when the pod template changes, such as `{ type: 'Recreate' }` or
   * `{ rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }`.
   *
   * @default - left to the cluster: a rolling update with 25% more and 25% fewer pods
   */
  readonly strategy?: DeploymentStrategy;
  /**
   * Seconds that a new pod must be ready before it counts as available.
   *
   * @default - left to the cluster: 0
   */
  readonly minReadySeconds?: number;
  /**
   * Seconds without progress after which a rollout is reported as failed.
   *
   * @default - left to the cluster: 600
   */
  readonly progressDeadlineSeconds?: number;
  /**
   * Number of old ReplicaSets to keep for going back.
   *
   * @default - left to the cluster: 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Whether changes of the pod template wait until this is false again.
   *
   * @default - left to the cluster: false
   */
  readonly paused?: boolean;

  /** Image of the main container, such as `nginx:1.27`. */
  readonly image: string;
  /**
   * When the image is pulled.
   *
   * @default - left to the cluster: `Always` for the tag `latest` or none, else `IfNotPresent`
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Secrets with the passwords of image registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: LocalObjectReference[];
  /**
   * Port that the main container listens on, TCP, 1 to 65535: short for `ports` with this one.
   *
   * @default - none
   */
  readonly port?: number;
  /**
   * Ports that the main container listens on. One that is also `port` becomes one entry.
   *
   * @default - none
   */
  readonly ports?: ContainerPort[];
  /**
   * Program to run in the main container, instead of the image's entrypoint.
   *
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Arguments of the program, instead of the image's command.
   *
   * @default - the image's own
   */
  readonly args?: string[];
  /**
   * Folder in which the program starts.
   *
   * @default - the image's own
   */
  readonly workingDir?: string;
  /**
   * Environment variables of the main container, such as `[{ name: 'LEVEL', value: 'info' }]`.
   *
   * @default - none
   */
  readonly env?: EnvVar[];
  /**
   * ConfigMaps and Secrets whose entries become environment variables of the main container.
   *
   * @default - none
   */
  readonly envFrom?: EnvFromSource[];
  /**
   * CPU, memory and devices that the main container requests and is limited to, such as
   * `{ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } }`.
   *
   * @default - none: the container takes what is there
   */
  readonly resources?: ResourceRequirements;
  /**
   * How to see whether the main container can take traffic, such as `{ httpGet: { path: '/', port: 80 } }`.
   *
   * @default - none: it takes traffic as soon as it runs
   */
  readonly readinessProbe?: Probe;
  /**
   * How to see whether the main container must be restarted.
   *
   * @default - none: it is restarted when its process ends
   */
  readonly livenessProbe?: Probe;
  /**
   * How to see whether the main container has started; the other probes wait for it.
   *
   * @default - none
   */
  readonly startupProbe?: Probe;
  /**
   * What to do when the main container has started, and before it stops.
   *
   * @default - nothing
   */
  readonly lifecycle?: Lifecycle;
  /**
   * Where the main container sees the volumes.
   *
   * @default - none
   */
  readonly volumeMounts?: VolumeMount[];

  /**
   * Volumes of the pods.
   *
   * @default - none
   */
  readonly volumes?: Volume[];
  /**
   * Containers that run to their end, one after the other, before the others start.
   *
   * @default - none
   */
  readonly initContainers?: Container[];
  /**
   * Containers that run beside the main container.
   *
   * @default - none
   */
  readonly containers?: Container[];
  /**
   * ServiceAccount that the pods run as.
   *
   * @default - left to the cluster: the namespace's `default`
   */
  readonly serviceAccountName?: string;
  /**
   * Labels that a node must have for the pods to run on it.
   *
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints of nodes that the pods put up with.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * Nodes and pods that the pods should or must run near to, or away from.
   *
   * @default - none
   */
  readonly affinity?: Affinity;
  /**
   * How evenly the pods are spread over nodes or zones.
   *
   * @default - left to the cluster
   */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
  /**
   * PriorityClass of the pods.
   *
   * @default - left to the cluster
   */
  readonly priorityClassName?: string;
  /**
   * Seconds that a pod has to stop by itself.
   *
   * @default - left to the cluster: 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Any other field of the main container, `name` among them. Objects merge, lists with keys (`env`,
   * `ports`, `volumeMounts`) merge by key; a value said differently elsewhere is an error.
   *
   * @default - nothing more; the container's name is the id of the construct
   */
  readonly container?: Partial<Container>;
  /**
   * Any other field of the pods' `spec`. Merges like `container`; `containers` by name.
   *
   * @default - nothing more
   */
  readonly pod?: Partial<PodSpec>;
}

/** The form of each prop, by which a misspelt or misshapen one is found. */
export const appDeploymentForms: PropForms<AppDeploymentProps> = {
  name: true,
  namespace: true,
  labels: { app: 'nginx' },
  annotations: { 'example.com/note': 'text' },
  podLabels: { app: 'nginx' },
  podAnnotations: { 'example.com/note': 'text' },
  selector: { app: 'nginx' },
  replicas: true,
  strategy: { rollingUpdate: { maxSurge: 1 } },
  minReadySeconds: true,
  progressDeadlineSeconds: true,
  revisionHistoryLimit: true,
  paused: true,
  image: true,
  imagePullPolicy: true,
  imagePullSecrets: [{ name: 'registry' }],
  port: true,
  ports: [{ containerPort: 80 }],
  command: ['sh', '-c', 'sleep 60'],
  args: ['--verbose'],
  workingDir: true,
  env: [{ name: 'LEVEL', value: 'info' }],
  envFrom: [{ configMapRef: { name: 'settings' } }],
  resources: { requests: { memory: '64Mi' } },
  readinessProbe: { httpGet: { path: '/', port: 80 } },
  livenessProbe: { httpGet: { path: '/', port: 80 } },
  startupProbe: { httpGet: { path: '/', port: 80 } },
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
  volumes: [{ name: 'data', emptyDir: {} }],
  initContainers: [{ name: 'setup', image: 'busybox:1.37' }],
  containers: [{ name: 'sidecar', image: 'busybox:1.37' }],
  serviceAccountName: true,
  nodeSelector: { disktype: 'ssd' },
  tolerations: [{ key: 'gpu', operator: 'Exists' }],
  affinity: { nodeAffinity: {} },
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
  ],
  priorityClassName: true,
  terminationGracePeriodSeconds: true,
  container: { name: 'web', tty: true },
  pod: { enableServiceLinks: false },
};
