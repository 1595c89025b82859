import {
  AppDeployment,
  ClusterIpService,
  ManifestApp,
  ManifestFile,
  NodePortService,
} from 'cdk8s-groundwork';
import * as kplus from 'cdk8s-plus-28';

const app = new ManifestApp();
const mixed = new ManifestFile(app, 'mixed');

// Our Service in front of a Deployment of cdk8s-plus.
const api = new kplus.Deployment(mixed, 'api', {
  replicas: 2,
  containers: [
    {
      image: 'nginxinc/nginx-unprivileged:1.27',
      portNumber: 8080,
      securityContext: { user: 101, readOnlyRootFilesystem: false },
    },
  ],
});
new NodePortService(mixed, 'api-service', {
  selects: api,
  port: 80,
  targetPort: 8080,
  nodePort: 30008,
});

// Our headless Service for a StatefulSet of cdk8s-plus.
const db = new kplus.StatefulSet(mixed, 'db', {
  containers: [
    {
      image: 'redis:7',
      portNumber: 6379,
      securityContext: { user: 999, readOnlyRootFilesystem: false },
    },
  ],
  service: new kplus.Service(mixed, 'db-headless', { clusterIP: 'None', ports: [{ port: 6379 }] }),
});
new ClusterIpService(mixed, 'db-service', { selects: db, port: 6379 });

// A network policy and an autoscaler of cdk8s-plus for our Deployment.
const nginx = new AppDeployment(mixed, 'nginx', {
  image: 'nginx:1.27',
  port: 80,
  resources: { requests: { cpu: '100m' } },
});
new kplus.NetworkPolicy(mixed, 'only-from-nginx', {
  selector: api,
  ingress: { rules: [{ peer: nginx, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] },
});
new kplus.HorizontalPodAutoscaler(mixed, 'nginx-autoscaler', {
  target: nginx,
  minReplicas: 2,
  maxReplicas: 4,
});

app.synth();
