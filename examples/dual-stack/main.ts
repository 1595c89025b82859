import { Credential, KubeKeyCluster, ManifestApp, type KubeKeyRole } from 'cdk8s-groundwork';

const app = new ManifestApp();

const credential = Credential.privateKeyFile('~/.ssh/id_rsa');
const roles: KubeKeyRole[] = ['etcd', 'control-plane', 'worker'];

// IPv4 first, one comma, no space: so KubeKey reads it, in all of these.
new KubeKeyCluster(app, 'dual-stack', {
  name: 'dual-stack',
  kubernetes: { version: 'v1.28.15' },
  hosts: [
    {
      name: 'node1',
      address: '192.168.0.2',
      internalAddress: '192.168.0.2,fd00:10::2',
      credential,
      roles,
    },
    {
      name: 'node2',
      address: '192.168.0.3',
      internalAddress: '192.168.0.3,fd00:10::3',
      credential,
      roles: ['worker'],
    },
  ],
  network: {
    plugin: 'calico',
    kubePodsCIDR: '10.233.64.0/18,fd85:ee78:d8a6:8607::1:0/112',
    kubeServiceCIDR: '10.233.0.0/18,fd85:ee78:d8a6:8607::1000/116',
    // Pods reach IPv6 addresses outside of the cluster by that of their node.
    calico: { ipv6NatOutgoing: true },
  },
});

app.synth();
