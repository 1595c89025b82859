import { check } from '../../src/checks/check-manifests';
import type { CheckOptions } from '../../src/checks/check-options';
import type { Finding } from '../../src/checks/check';
import { ManifestApp } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { AppDeployment } from '../../src/workloads/app-deployment';
import { readManifests } from '../../src/manifest/read';

/** Two control planes and two workers for kk 4, as a person writes the files. */
const inventory = `
apiVersion: kubekey.kubesphere.io/v1
kind: Inventory
metadata: { name: default }
spec:
  hosts:
    node1: { connector: { host: 192.168.0.2 } }
    node2: { connector: { host: 192.168.0.3 }, kubernetes: { custom_labels: { disk: ssd } } }
    node3: { connector: { host: 192.168.0.4 }, kubernetes: { custom_labels: { disk: hdd } } }
  groups:
    k8s_cluster: { groups: [kube_control_plane, kube_worker] }
    kube_control_plane: { hosts: [node1] }
    kube_worker: { groups: [fast], hosts: [node3] }
    fast: { hosts: [node2] }
    etcd: { hosts: [node1] }
`;
const config = `
---
apiVersion: kubekey.kubesphere.io/v1
kind: Config
spec:
  kubernetes:
    kube_version: v1.30.4
    apiserver: { extra_args: { service-node-port-range: 30000-30100 } }
    kubelet: { max_pods: 2 }
`;
const deployment = (spec: string, replicas = 1): string => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { ${spec === '' ? '' : `${spec}, `}containers: [{ name: web, image: "nginx:1.27" }] }
`;

function findings(yaml: string, options: CheckOptions = {}): readonly Finding[] {
  const { objects, problems } = readManifests(yaml, 'all.yaml');
  expect(problems).toEqual([]);
  return check(objects, options);
}
const lines = (yaml: string, options?: CheckOptions): string[] =>
  findings(yaml, options).map(({ check: id, field, problem }) => `${id} ${field}: ${problem}`);

test('the Config says the version and the range of node ports', () => {
  const old = '\n---\napiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: a }\n';
  expect(lines(inventory + config + old)[0]).toMatch(/^served-api-version .* 1\.30/);
  const service =
    '\n---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort, ports: [{ port: 80, nodePort: 30500 }] }\n';
  expect(lines(inventory + config + service)).toEqual([
    expect.stringMatching(/^node-port-in-range .*30000-30100/),
  ]);
});

test('labels that hosts of the Inventory have are found, in groups of groups, too', () => {
  expect(lines(inventory + config + deployment('nodeSelector: { disk: ssd }'))).toEqual([]);
  expect(
    lines(inventory + config + deployment('nodeSelector: { kubernetes.io/arch: arm64 }')),
  ).toEqual([]);
});

test('a label that no host of the Inventory has is reported, with where it would be written', () => {
  const [found] = findings(inventory + deployment('nodeSelector: { disc: ssd }'));
  expect(found).toMatchObject({
    check: 'node-selector-matches-host',
    field: 'spec.template.spec.nodeSelector.disc',
    fix: 'Write disk, which a host has, or give a host the label disc in spec.hosts.<name>.kubernetes.custom_labels of the Inventory.',
  });
  const [nvme] = findings(inventory + deployment('nodeSelector: { disk: nvme }'));
  expect(nvme).toMatchObject({
    severity: 'error',
    problem: expect.stringContaining('they have disk: hdd, disk: ssd') as string,
  });
});

test('a control plane that is no worker takes no pod that does not tolerate its taint', () => {
  const [found] = findings(
    inventory + config + deployment('nodeSelector: { kubernetes.io/hostname: node1 }'),
  );
  expect(found).toMatchObject({ check: 'tolerates-control-plane' });
  expect(found?.fix).toMatch(/^Name node1 in the Inventory’s groups\.kube_worker\.hosts too/);
});

test('replicas and requests are held against the hosts that pods may run on', () => {
  const apart =
    'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }] } }';
  expect(lines(inventory + config + deployment(apart, 3))[0]).toMatch(
    /^replicas-fit-hosts spec\.replicas: 3 replicas, .* 2 hosts of the cluster \(node3, node2\)/,
  );
  expect(lines(inventory + config + deployment('', 5))).toEqual([
    expect.stringMatching(/^requests-fit-hosts .* pods/),
  ]);
  expect(lines(inventory + deployment('', 5))).toEqual([]);
});

test('what is declared of a host that the Inventory does not have is reported there', () => {
  const [found] = findings(inventory, { hosts: { node4: { cpu: 4 } } });
  expect(found).toMatchObject({
    check: 'valid-host-capacity',
    object: { kind: 'Inventory' },
    problem:
      'the option hosts says what "node4" has, and the Inventory has no such host: node1, node2, node3',
  });
});

test('nothing is said of hosts where the groups can not be read', () => {
  const pod = deployment('nodeSelector: { disk: nvme }');
  for (const [from, to] of [
    ['hosts: [node1] }\n    kube_worker', 'hosts: [node9] }\n    kube_worker'],
    ['groups: [fast]', 'groups: [kube_worker]'],
    ['fast: { hosts: [node2] }', 'fast: { hosts: node2 }'],
    ['kube_control_plane: { hosts: [node1] }', 'kube_control_plane: { hosts: [] }'],
  ] as const) {
    expect(inventory).toContain(from);
    expect(lines(inventory.replace(from, to) + pod)).toEqual([]);
  }
  const other = inventory.replace('name: default', 'name: other');
  expect(lines(`${inventory}---${other}${pod}`)).toEqual([]);
});

test('variables of all hosts may give labels, too', () => {
  const all = inventory.replace(
    '  groups:',
    '  vars: { kubernetes: { custom_labels: { zone: a } } }\n  groups:',
  );
  expect(lines(all + deployment('nodeSelector: { zone: a }'))).toEqual([]);
  expect(lines(inventory + deployment('nodeSelector: { zone: a }'))).toHaveLength(1);
});

test('what is laid over the files of a cluster that a construct writes counts, too', () => {
  const app = new ManifestApp({ outdir: '/nowhere' });
  const cluster = new KubeKeyCluster(app, 'sample', {
    name: 'sample',
    format: 'v4',
    kubernetes: { version: 'v1.30.4' },
    hosts: [
      {
        name: 'node1',
        address: '192.168.0.2',
        credential: Credential.privateKeyFile('/home/me/.ssh/id_rsa'),
      },
    ],
    v4: { hosts: { node1: { kubernetes: { custom_labels: { disk: 'ssd' } } } } },
  });
  const file = new ManifestFile(app, 'ng', { cluster });
  for (const [id, disk] of [
    ['on-ssd', 'ssd'],
    ['on-tape', 'tape'],
  ] as const) {
    new AppDeployment(file, id, { image: 'nginx:1.27', nodeSelector: { disk } });
  }
  expect(app.examine().findings.map(({ check: it, object }) => `${it} ${object.name}`)).toEqual([
    'node-selector-matches-host on-tape',
  ]);
});

test('one worker is known to be one', () => {
  const two =
    deployment('', 2) +
    '\n---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';
  const ids = (yaml: string): string[] =>
    findings(yaml, { profile: 'recommended' }).map((one) => one.check);
  expect(ids(inventory + two)).toContain('has-disruption-budget');
  expect(ids(inventory.replace('groups: [fast], ', '') + two)).not.toContain(
    'has-disruption-budget',
  );
});
