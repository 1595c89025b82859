import {
  AppDeployment,
  Credential,
  KubeKeyCluster,
  ManifestApp,
  ManifestFile,
  NodePortService,
} from 'cdk8s-groundwork';

// Docker Hub is slow or out of reach from China, so images come from a mirror of it.
const app = new ManifestApp({ imageMirrors: { 'docker.io': 'docker.1ms.run' } });

// The server under it all: kk reads this file and installs Kubernetes. -> config-sample.yaml
const cluster = new KubeKeyCluster(app, 'config-sample', {
  name: 'sample',
  kubernetes: { version: 'v1.26.4' },
  hosts: [
    {
      name: 'node1',
      address: '192.168.0.2',
      user: 'root',
      credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
    },
  ],
  registry: {
    privateRegistry: 'registry.cn-beijing.aliyuncs.com',
    namespaceOverride: 'kubesphereio',
  },
});

// What runs on it, checked against that cluster. -> ng.yaml
const ng = new ManifestFile(app, 'ng', { cluster });

const nginx = new AppDeployment(ng, 'nginx', {
  name: 'nginx-deployment',
  labels: { app: 'nginx' },
  image: 'nginx:latest',
  port: 80,
  replicas: 1,
});

new NodePortService(ng, 'service', { name: 'nginx-service', selects: nginx, nodePort: 30007 });

app.synth();
