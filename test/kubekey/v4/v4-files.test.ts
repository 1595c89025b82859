import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { App } from 'cdk8s';
import { ManifestApp } from '../../../src/app/manifest-app';
import { GroundworkError } from '../../../src/errors';
import { Credential } from '../../../src/kubekey/credential';
import { KubeKeyCluster } from '../../../src/kubekey/kube-key-cluster';
import type { KubeKeyClusterProps } from '../../../src/kubekey/kube-key-cluster-props';
import { fromEnv } from '../../../src/kubekey/secret';
import { writeYaml } from '../../../src/manifest/write';
import { lesson, sample } from '../samples';

function cluster(props: Partial<KubeKeyClusterProps> = {}): KubeKeyCluster {
  return new KubeKeyCluster(new ManifestApp(), 'sample', sample({ format: 'v4', ...props }));
}

function configOf(props: Partial<KubeKeyClusterProps> = {}): unknown {
  return cluster(props).toFiles()[1]?.manifests[0]?.['spec'];
}

function inventoryOf(props: Partial<KubeKeyClusterProps> = {}): unknown {
  return cluster(props).toFiles()[0]?.manifests[0]?.['spec'];
}

function problemsOf(props: Partial<KubeKeyClusterProps>): readonly string[] {
  try {
    cluster(props);
  } catch (error) {
    if (error instanceof GroundworkError) return error.problems.map(({ problem }) => problem);
    throw error;
  }
  return [];
}

const host = lesson.hosts[0]!;
const threeHosts: KubeKeyClusterProps['hosts'] = [1, 2, 3].map((number) => ({
  name: `node${number}`,
  address: `172.16.0.${number}`,
  credential: Credential.password('secret'),
  roles: number < 3 ? ['etcd', 'control-plane'] : ['worker', 'etcd', 'registry'],
}));

test("the lesson's cluster in China is two files", () => {
  const files = cluster({ zone: 'cn' }).toFiles();
  expect(files.map(({ path }) => path)).toEqual(['sample-inventory.yaml', 'sample-config.yaml']);
  expect(files.map(({ manifests }) => writeYaml(manifests)).join('---\n')).toMatchInlineSnapshot(`
   "apiVersion: kubekey.kubesphere.io/v1
   kind: Inventory
   metadata:
     name: sample
   spec:
     hosts:
       node1:
         connector:
           type: ssh
           host: 192.168.0.2
           user: root
         internal_ipv4: 192.168.0.2
     groups:
       k8s_cluster:
         groups:
           - kube_control_plane
           - kube_worker
         hosts: []
       kube_control_plane:
         hosts:
           - node1
       kube_worker:
         hosts:
           - node1
       etcd:
         hosts:
           - node1
   ---
   apiVersion: kubekey.kubesphere.io/v1
   kind: Config
   spec:
     zone: cn
     native:
       ntp:
         enabled: false
       timezone: ""
     kubernetes:
       kube_version: v1.26.4
       cluster_name: cluster.local
       certs:
         renew: true
       control_plane_endpoint:
         host: lb.kubesphere.local
         port: 6443
         type: local
     etcd:
       deployment_type: external
       backup:
         backup_dir: /var/backups/kube_etcd
         on_calendar: "*-*-* 02:00:00"
     cri:
       container_manager: containerd
     cni:
       pod_cidr: 10.233.64.0/18
       service_cidr: 10.233.0.0/18
       type: calico
     storage_class:
       local:
         enabled: false
   "
  `);
});

test('the Config has no metadata, and the Inventory is named after the cluster', () => {
  const [inventory, config] = cluster()
    .toFiles()
    .map(({ manifests }) => manifests[0]);
  expect(Object.keys(config!)).toEqual(['apiVersion', 'kind', 'spec']);
  expect(inventory?.['metadata']).toEqual({ name: 'sample' });
});

test('the Cluster stays what the checks read', () => {
  expect(cluster().toManifest()).toEqual(
    new KubeKeyCluster(new ManifestApp(), 'other', sample()).toManifest(),
  );
});

test('the roles become groups, each with its list of hosts', () => {
  expect(inventoryOf({ hosts: threeHosts, roleGroups: { gpu: ['node3'] } })).toMatchObject({
    groups: {
      k8s_cluster: { groups: ['kube_control_plane', 'kube_worker'], hosts: [] },
      kube_control_plane: { hosts: ['node1', 'node2'] },
      kube_worker: { hosts: ['node3'] },
      etcd: { hosts: ['node1', 'node2', 'node3'] },
      image_registry: { hosts: ['node3'] },
      gpu: { hosts: ['node3'] },
    },
  });
});

test('addresses of both families, labels and the port have their places', () => {
  const hosts = [{ ...host, internalAddress: '10.0.0.1,fd00::1', port: 2222, labels: { a: 'b' } }];
  expect(inventoryOf({ hosts })).toMatchObject({
    hosts: {
      node1: {
        connector: { type: 'ssh', host: '192.168.0.2', port: 2222, user: 'root' },
        internal_ipv4: '10.0.0.1',
        internal_ipv6: 'fd00::1',
        kubernetes: { custom_labels: { a: 'b' } },
      },
    },
  });
});

describe('what means the opposite', () => {
  test.each([
    ['kubekey', 'external'],
    ['kubeadm', 'internal'],
  ] as const)('etcd %s is %s', (type, deployment) => {
    expect(configOf({ etcd: { type } })).toMatchObject({ etcd: { deployment_type: deployment } });
  });

  test('etcd in pods still has a group', () => {
    const roleGroups = { 'control-plane': ['node1'], worker: ['node1'] };
    expect(inventoryOf({ etcd: { type: 'kubeadm' }, roleGroups })).toMatchObject({
      groups: { etcd: { hosts: ['node1'] } },
    });
  });

  test('certificates of registries are checked unless said otherwise', () => {
    const credential = Credential.password('secret');
    const registry = {
      privateRegistry: 'hub.example.com/mirror',
      auths: {
        'hub.example.com': { username: 'u', credential },
        'other.example.com:5000': { plainHTTP: true },
      },
    };
    expect(configOf({ registry })).toMatchObject({
      image_registry: {
        auth: {
          registry: 'hub.example.com/mirror',
          skip_tls_verify: false,
          username: 'u',
          password: '<redacted>',
        },
      },
      cri: {
        registry: {
          auths: [{ registry: 'other.example.com:5000', skip_tls_verify: true }],
          insecure_registries: ['other.example.com:5000'],
        },
      },
    });
  });
});

describe('what kk 4 would do where nothing is said', () => {
  test('is not done: time, storage class, backups', () => {
    expect(configOf()).toMatchObject({
      native: { ntp: { enabled: false }, timezone: '' },
      storage_class: { local: { enabled: false } },
      etcd: { backup: { backup_dir: '/var/backups/kube_etcd', on_calendar: '*-*-* 02:00:00' } },
    });
  });

  test('gives way to what is said', () => {
    expect(
      configOf({
        system: { ntpServers: ['node1'], timezone: 'Europe/Berlin' },
        storage: { openebs: { basePath: '/data' } },
        etcd: { backupDir: '/b', backupPeriod: 90, metrics: 'extensive' },
      }),
    ).toMatchObject({
      native: { ntp: { enabled: true, servers: ['node1'] }, timezone: 'Europe/Berlin' },
      storage_class: { local: { enabled: true, path: '/data' } },
      etcd: {
        backup: { backup_dir: '/b', on_calendar: '*-*-* 00/1:30:00' },
        metrics: 'extensive',
        env: { metrics: 'extensive' },
      },
    });
  });

  test('IPv6 keeps the size that kk 3 gives each node', () => {
    expect(configOf({ network: { kubePodsCIDR: '10.233.64.0/18,fd85::/108' } })).toMatchObject({
      cni: { ipv6_mask_size: 120 },
    });
  });
});

describe('the endpoint', () => {
  test.each([
    [{}, { type: 'local', host: 'lb.kubesphere.local', port: 6443 }],
    [
      { address: '10.0.0.9', port: 8443 },
      { type: 'local', local: { address: '10.0.0.9' }, port: 8443 },
    ],
    [{ internalLoadbalancer: 'haproxy' }, { type: 'haproxy' }],
    [
      { internalLoadbalancer: 'kube-vip', address: '10.0.0.9', kubevip: { mode: 'BGP' } },
      { type: 'kube-vip', kube_vip: { address: '10.0.0.9', mode: 'BGP' } },
    ],
  ] as const)('%j is %j', (controlPlaneEndpoint, expected) => {
    expect(configOf({ controlPlaneEndpoint })).toMatchObject({
      kubernetes: { control_plane_endpoint: expected },
    });
  });
});

test('arguments become mappings, gates reach every component', () => {
  const kubernetes = {
    version: '1.30.4',
    apiserverArgs: ['audit-log-maxage=7', 'service-node-port-range=1=2', 'dropped'],
    kubeletArgs: ['--root-dir=/data', '--v'],
    featureGates: { A: true, B: false },
    disableKubeProxy: true,
    kubeProxyConfiguration: { mode: 'iptables', ipvs: { excludeCIDRs: ['10.0.0.9/32'] } },
  };
  const gates = 'A=true,B=false';
  expect(configOf({ kubernetes })).toMatchObject({
    kubernetes: {
      kube_version: 'v1.30.4',
      apiserver: {
        extra_args: {
          'audit-log-maxage': '7',
          'service-node-port-range': '1=2',
          'feature-gates': gates,
        },
      },
      controller_manager: { extra_args: { 'feature-gates': gates } },
      scheduler: { extra_args: { 'feature-gates': gates } },
      kubelet: { extra_args: { 'root-dir': '/data', v: 'true' }, feature_gates: { A: true } },
      skip_phases: ['addon/kube-proxy'],
      kube_proxy: { mode: 'iptables', config: { ipvs: { excludeCIDRs: ['10.0.0.9/32'] } } },
    },
  });
  expect(JSON.stringify(configOf({ kubernetes }))).not.toContain('dropped');
});

test('zones and name servers of CoreDNS become zones of kk 4, in its own form', () => {
  const dns = {
    dnsEtcHosts: '10.0.0.1 db\n10.0.0.2 cache\n',
    coredns: {
      additionalConfigs: 'log',
      rewriteBlock: 'rewrite name a b',
      upstreamDNSServers: ['1.1.1.1'],
      externalZones: [
        {
          zones: ['example.com'],
          nameservers: ['10.0.0.53'],
          cache: 5,
          rewrite: ['name example.com example.org'],
        },
      ],
    },
  };
  const hosts = ['hosts {', '10.0.0.1 db', '10.0.0.2 cache', 'fallthrough', '}'];
  expect(configOf({ dns })).toMatchObject({
    dns: {
      coredns: {
        zone_configs: [
          {
            zones: ['example.com'],
            additional_configs: [
              'log',
              'errors',
              'rewrite name example.com example.org',
              'loadbalance',
              'reload',
              ...hosts,
            ],
            cache: 5,
            forward: [{ from: '.', to: ['10.0.0.53'] }],
          },
          {
            zones: ['.:53'],
            additional_configs: [
              'log',
              'errors',
              'rewrite name a b',
              'ready',
              'prometheus :9153',
              'loop',
              'reload',
              'loadbalance',
              ...hosts,
            ],
            kubernetes: { zones: ['cluster.local'] },
            forward: [{ from: '.', to: ['1.1.1.1'], prefer_udp: true, max_concurrent: 1000 }],
          },
        ],
      },
    },
  });
  expect(configOf()).not.toHaveProperty('dns');
});

test("Kube-OVN passes kk 4's own check by the word that installs it", () => {
  expect(configOf({ network: { plugin: 'kubeovn' } })).toMatchObject({
    cni: { type: 'kubeovn' },
    cluster_require: { require_network_plugin: ['kubeovn'] },
  });
});

describe('a key file', () => {
  test.each([
    ['~/.ssh/id_ed25519', undefined],
    ['/keys/node', '/keys/node'],
  ])('%s is %s: kk 4 tries all keys of ~/.ssh by itself', (path, written) => {
    const hosts = [{ ...host, credential: Credential.privateKeyFile(path) }];
    const inventory = inventoryOf({ hosts }) as { hosts: { node1: { connector: object } } };
    expect(inventory.hosts.node1.connector).toEqual({
      type: 'ssh',
      host: '192.168.0.2',
      user: 'root',
      ...(written === undefined ? {} : { private_key: written }),
    });
  });

  test('elsewhere below the home folder is refused', () => {
    const hosts = [{ ...host, credential: Credential.privateKeyFile('~/keys/node') }];
    expect(problemsOf({ hosts, allowLoss: true })).toEqual([
      'hosts[0].credential: kk 4 doesn\'t expand "~/", got "~/keys/node"',
    ]);
  });
});

describe('a field without a place', () => {
  const lossy: Partial<KubeKeyClusterProps> = {
    hosts: [{ ...host, timeout: 60, arch: 'arm64' }],
    system: { preInstall: [{ bash: 'true' }, { bash: 'false' }], skipConfigureOS: false },
    network: { calico: { ipipMode: 'Never', typha: { replicas: 2 } } },
    registry: { privateRegistry: 'hub.example.com', namespaceOverride: 'all' },
    addons: [{ name: 'a', sources: { chart: { name: 'c', values: ['password=hunter2'] } } }],
    kubesphere: { enabled: true, version: 'v3.4.1' },
  };
  const fields = [
    'hosts[0].timeout',
    'system.preInstall[0]',
    'system.preInstall[1]',
    'network.calico.ipipMode',
    'network.calico.typha.replicas',
    'addons[0]',
    'kubesphere.enabled',
    'kubesphere.version',
    'registry.namespaceOverride',
  ];

  test('is an error that names all of them, and no value', () => {
    expect(problemsOf(lossy)).toEqual(
      fields.map((field) => `${field} has no place in the files of kk 4`),
    );
    expect(() => cluster(lossy)).not.toThrow(/hunter2/);
  });

  test('is left out and reported with allowLoss', () => {
    const { losses } = cluster({ ...lossy, allowLoss: true });
    expect(losses.map(({ field }) => field)).toEqual(fields);
    expect(losses.every(({ fix }) => fix.endsWith('.'))).toBe(true);
  });

  test('of the mirror in China that only kk 3 has: the error names the zone', () => {
    expect(problemsOf({ registry: lesson.registry })).toEqual([
      'registry.privateRegistry has no place in the files of kk 4',
      'registry.namespaceOverride has no place in the files of kk 4',
    ]);
    expect(() => cluster({ registry: lesson.registry })).toThrow(/set zone: 'cn'/);
    expect(configOf({ registry: lesson.registry, zone: 'cn' })).toEqual(configOf({ zone: 'cn' }));
  });

  test('has none where it says what kk 4 does anyway', () => {
    expect(
      problemsOf({
        hosts: [{ ...host, timeout: 30 }],
        kubernetes: { version: 'v1.26.4', nvidiaRuntime: false, kata: { enabled: false } },
        controlPlaneEndpoint: { externalDNS: false },
        network: { flannel: { backendMode: 'vxlan' }, multusCNI: { enabled: true } },
      }),
    ).toEqual([]);
  });

  test('time servers need their time zone, since kk 4 would set its own', () => {
    expect(problemsOf({ system: { ntpServers: ['ntp.example.com'] } })).toEqual([
      'kk 4 sets the time zone Asia/Shanghai with time servers, got system.ntpServers without system.timezone',
    ]);
  });
});

test('what kk 4 does not install is refused whatever is allowed', () => {
  expect(
    problemsOf({
      allowLoss: true,
      kubernetes: { version: 'v1.21.4-k3s', containerManager: 'crio' },
      etcd: { type: 'external', external: { endpoints: ['https://10.0.0.1:2379'] } },
    }),
  ).toEqual([
    'kk 4 doesn\'t install kubernetes.version "v1.21.4-k3s"',
    'kk 4 installs Kubernetes only, got "k3s"',
    'kk 4 doesn\'t know kubernetes.containerManager "crio"',
    'kk 4 has no etcd that somebody else runs, got etcd.type "external"',
  ]);
});

test('v4 lays what only kk 4 knows over the files', () => {
  const v4 = {
    config: { cni: { calico_version: 'v3.27.4' }, etcd: { backup: { keep_backup_number: 9 } } },
    hosts: { node1: { kubernetes: { custom_taints: ['gpu=true:NoSchedule'] } } },
  };
  expect(configOf({ v4 })).toMatchObject({
    cni: { calico_version: 'v3.27.4', type: 'calico' },
    etcd: { backup: { keep_backup_number: 9, on_calendar: '*-*-* 02:00:00' } },
  });
  expect(inventoryOf({ v4 })).toMatchObject({ hosts: { node1: v4.hosts.node1 } });
  expect(problemsOf({ v4: { hosts: { node9: {} } } })).toEqual([
    'v4.hosts names a host that is none of hosts, got "node9"',
  ]);
});

describe('secrets', () => {
  const props = {
    hosts: threeHosts,
    registry: {
      auths: { 'hub.example.com': { credential: Credential.password(fromEnv('GROUNDWORK_V4')) } },
    },
  };

  test('are in neither file but by reveal, which names what is missing for both', () => {
    const files = cluster(props).toFiles();
    expect(JSON.stringify(files.map(({ manifests }) => manifests))).not.toContain('secret');
    for (const file of files)
      expect(file.reveal).toThrow(/GROUNDWORK_V4.*registry hub.example.com/);
    process.env['GROUNDWORK_V4'] = 'of registry';
    try {
      expect(JSON.stringify(files[0]?.reveal?.())).toContain('"password":"secret"');
      expect(JSON.stringify(files[1]?.reveal?.())).toContain('"password":"of registry"');
    } finally {
      delete process.env['GROUNDWORK_V4'];
    }
  });

  test('make only the file that holds them a secret one', () => {
    const [inventory, config] = cluster({ hosts: threeHosts }).toFiles();
    expect([inventory?.reveal === undefined, config?.reveal === undefined]).toEqual([false, true]);
  });
});

test('a plain cdk8s App refuses the two files, which it would write as one', () => {
  const app = new App();
  new KubeKeyCluster(app, 'sample', sample({ format: 'v4' }));
  expect(() => app.synthYaml()).toThrow(/several files.*Use ManifestApp/);
});

test('an app writes both files, of a version too that only kk 4 installs', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'v4-files-'));
  try {
    const app = new ManifestApp({ outdir });
    const kubernetes = { version: 'v1.34.3' };
    new KubeKeyCluster(app, 'sample', sample({ format: 'v4', kubernetes }));
    app.synth();
    expect(readdirSync(outdir).sort()).toEqual(['sample-config.yaml', 'sample-inventory.yaml']);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

test('files read back as they are', () => {
  for (const { manifests } of cluster({ hosts: threeHosts }).toFiles()) {
    expect(load(writeYaml(manifests))).toEqual(manifests[0]);
  }
});
