import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AppDeployment,
  Credential,
  KubeKeyCluster,
  ManifestApp,
  ManifestFile,
} from 'cdk8s-groundwork';

const app = new ManifestApp();

// zone: 'cn' is KubeKey's word: its own images come from registry.cn-beijing.aliyuncs.com/kubesphereio, and each
// command of kk has KKZONE=cn before it.
const cluster = new KubeKeyCluster(app, 'china', {
  name: 'china',
  zone: 'cn',
  kubernetes: { version: 'v1.28.15' },
  hosts: [
    {
      name: 'node1',
      address: '192.168.0.2',
      credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
    },
  ],
  // containerd takes images of Docker Hub from here, so that their names stay as everybody writes them.
  registry: { registryMirrors: ['https://docker.1ms.run'] },
});

const web = new ManifestFile(app, 'web', { cluster });
new AppDeployment(web, 'nginx', { image: 'nginx:1.27', port: 80 });

app.synth();

const { create } = cluster.commands();
writeFileSync(join(app.outdir, 'create.sh'), `#!/bin/sh\n${create.join('\n')}\n`);
