import { Credential, KubeKeyCluster, ManifestApp, ManifestFile, WebApp } from 'cdk8s-groundwork';
import { Construct } from 'constructs';

const app = new ManifestApp();

interface Environment {
  readonly name: string;
  readonly address: string;
  readonly image: string;
  readonly replicas: number;
}

/** One environment: a cluster of its own, and the same app on it. */
function environment({ name, address, image, replicas }: Environment): void {
  const scope = new Construct(app, name);

  const cluster = new KubeKeyCluster(scope, 'cluster', {
    folder: name,
    name,
    kubernetes: { version: 'v1.28.15' },
    hosts: [
      {
        name: `${name}-node1`,
        address,
        user: 'root',
        credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
      },
    ],
  });

  // Both hold the same objects, which is fine: each is for its own cluster, in its own folder.
  const ng = new ManifestFile(scope, 'ng', { folder: name, cluster });
  new WebApp(ng, 'nginx', { image, port: 80, replicas, nodePort: 30007 });
}

environment({ name: 'staging', address: '192.168.1.2', image: 'nginx:1.28', replicas: 1 });
environment({ name: 'production', address: '192.168.2.2', image: 'nginx:1.27', replicas: 2 });

app.synth();
