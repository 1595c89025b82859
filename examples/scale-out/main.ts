import {
  AppDeployment,
  KubeObject,
  ManifestApp,
  ManifestFile,
  NodePortService,
} from 'cdk8s-groundwork';
import { HorizontalPodAutoscaler, Metric, MetricTarget } from 'cdk8s-plus-28';

const app = new ManifestApp();
const ng = new ManifestFile(app, 'ng');

// No replicas here: the autoscaler decides how many pods there are, from 2 on.
const nginx = new AppDeployment(ng, 'nginx', {
  labels: { app: 'nginx' },
  image: 'nginx:1.27',
  port: 80,
  // The autoscaler measures use against what is requested.
  resources: { requests: { cpu: '100m', memory: '64Mi' } },
  // A pod gets traffic once it answers, and no sooner.
  readinessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 5 },
  // Two pods on one host would go down together with it.
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'nginx' } },
    },
  ],
});

new HorizontalPodAutoscaler(ng, 'nginx-autoscaler', {
  target: nginx,
  minReplicas: 2,
  maxReplicas: 6,
  metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
});

// One pod stays up while hosts are drained for maintenance.
new KubeObject(ng, 'nginx-budget', {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  spec: { minAvailable: 1, selector: { matchLabels: nginx.matchLabels } },
});

new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 30007 });

app.synth();
