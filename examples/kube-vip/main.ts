import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Credential, KubeKeyCluster, ManifestApp, type KubeKeyRole } from 'cdk8s-groundwork';

const app = new ManifestApp();

const credential = Credential.privateKeyFile('~/.ssh/id_ed25519');
const roles: KubeKeyRole[] = ['etcd', 'control-plane', 'worker'];

// An address that no machine has: kube-vip gives it to one control plane, and to another when that one fails.
const virtual = '192.168.0.10';

const cluster = new KubeKeyCluster(app, 'kube-vip', {
  name: 'kube-vip',
  kubernetes: {
    version: 'v1.28.15',
    // Without this, kube-proxy may clean up the virtual address.
    kubeProxyConfiguration: { ipvs: { excludeCIDRs: [`${virtual}/32`] } },
  },
  hosts: [
    { name: 'node1', address: '192.168.0.2', credential, roles },
    { name: 'node2', address: '192.168.0.3', credential, roles },
    { name: 'node3', address: '192.168.0.4', credential, roles },
  ],
  controlPlaneEndpoint: { internalLoadbalancer: 'kube-vip', address: virtual },
});

app.synth();

// What makes each server ready, once as a script and once for cloud-init. The key is the public one.
const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2q15NP8GNyLxUAMcnK6eNcyfo7DTGS3wlmq5IR34fQ admin@example.com';
for (const { host, script, userData } of cluster.hostSetup({ publicKey })) {
  writeFileSync(join(app.outdir, `${host}.sh`), script);
  writeFileSync(join(app.outdir, `${host}-user-data.yaml`), userData);
}
