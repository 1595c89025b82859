import {
  AppDeployment,
  Credential,
  KubeKeyCluster,
  ManifestApp,
  ManifestFile,
  NodePortService,
  type KubeKeyRole,
} from 'cdk8s-groundwork';

const app = new ManifestApp();

const credential = Credential.privateKeyFile('~/.ssh/id_rsa');
const roles: KubeKeyRole[] = ['etcd', 'control-plane', 'worker'];

const cluster = new KubeKeyCluster(app, 'three-servers', {
  name: 'three-servers',
  kubernetes: { version: 'v1.28.15' },
  hosts: [
    { name: 'node1', address: '192.168.0.2', user: 'root', credential, roles },
    { name: 'node2', address: '192.168.0.3', user: 'root', credential, roles },
    { name: 'node3', address: '192.168.0.4', user: 'root', credential, roles },
  ],
  // Three control planes need one address in front of them: haproxy on each worker gives it.
  controlPlaneEndpoint: { internalLoadbalancer: 'haproxy' },
});

const ng = new ManifestFile(app, 'ng', { cluster });

const nginx = new AppDeployment(ng, 'nginx', {
  labels: { app: 'nginx' },
  image: 'nginx:1.27',
  port: 80,
  replicas: 3,
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: { matchLabels: { app: 'nginx' } },
    },
  ],
});

new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 30007 });

app.synth();
