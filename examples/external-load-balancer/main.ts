import { Credential, KubeKeyCluster, ManifestApp } from 'cdk8s-groundwork';

const app = new ManifestApp();

const credential = Credential.privateKeyFile('~/.ssh/id_rsa');

new KubeKeyCluster(app, 'external-load-balancer', {
  name: 'external-load-balancer',
  kubernetes: { version: 'v1.28.15' },
  hosts: [
    { name: 'master1', address: '192.168.0.2', credential, roles: ['etcd', 'control-plane'] },
    { name: 'master2', address: '192.168.0.3', credential, roles: ['etcd', 'control-plane'] },
    { name: 'master3', address: '192.168.0.4', credential, roles: ['etcd', 'control-plane'] },
    { name: 'worker1', address: '192.168.0.5', credential, roles: ['worker'] },
    { name: 'worker2', address: '192.168.0.6', credential, roles: ['worker'] },
  ],
  // The load balancer of your cloud, or a machine of your own. It passes TCP port 6443 on to the three masters.
  controlPlaneEndpoint: {
    domain: 'api.example.com',
    address: '192.168.0.100',
    port: 6443,
  },
});

app.synth();
