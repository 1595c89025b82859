import { Credential, KubeKeyCluster, ManifestApp } from 'cdk8s-groundwork';

const app = new ManifestApp();

const credential = Credential.privateKeyFile('~/.ssh/id_rsa');

// Servers without the internet: one of them is the registry that all images come from. With an artifact, which
// "kk artifact export" makes where there is internet:
//   ./kk init registry -f offline-registry.yaml -a artifact.tar.gz
//   ./kk create cluster -f offline-registry.yaml -a artifact.tar.gz --with-packages
new KubeKeyCluster(app, 'offline-registry', {
  name: 'offline-registry',
  kubernetes: { version: 'v1.28.15' },
  hosts: [
    {
      name: 'node1',
      address: '192.168.0.2',
      credential,
      roles: ['etcd', 'control-plane', 'worker'],
    },
    { name: 'registry1', address: '192.168.0.9', credential, roles: ['registry'] },
  ],
  registry: {
    // A plain registry. Harbor is type: 'harbor', and needs a login below:
    // username: 'admin', credential: Credential.password(fromEnv('HARBOR_PASSWORD'))
    privateRegistry: 'dockerhub.kubekey.local',
    auths: {
      // kk makes the certificate of the registry itself, so nobody vouches for it.
      'dockerhub.kubekey.local': { skipTLSVerify: true },
    },
  },
});

app.synth();
