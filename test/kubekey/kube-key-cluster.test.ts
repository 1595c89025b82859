import { inspect } from 'node:util';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Testing, YamlOutputType } from 'cdk8s';
import { load } from 'js-yaml';
import { ManifestApp } from '../../src/app/manifest-app';
import { isCluster } from '../../src/app/cluster';
import { GroundworkError } from '../../src/errors';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import type { KubeKeyClusterProps } from '../../src/kubekey/kube-key-cluster-props';
import { fromEnv } from '../../src/kubekey/secret';
import { lesson, sample } from './samples';

/** The file that the lesson ends with. */
const lessonFile = `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: sample
spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      internalAddress: 192.168.0.2
      user: root
      privateKeyPath: ~/.ssh/id_rsa
  roleGroups:
    etcd:
      - node1
    control-plane:
      - node1
    worker:
      - node1
  controlPlaneEndpoint:
    domain: lb.kubesphere.local
    address: ""
    port: 6443
  kubernetes:
    version: v1.26.4
    clusterName: cluster.local
    autoRenewCerts: true
    containerManager: containerd
  etcd:
    type: kubekey
  network:
    plugin: calico
    kubePodsCIDR: 10.233.64.0/18
    kubeServiceCIDR: 10.233.0.0/18
    multusCNI:
      enabled: false
  registry:
    privateRegistry: registry.cn-beijing.aliyuncs.com
    namespaceOverride: kubesphereio
    registryMirrors: []
    insecureRegistries: []
  addons: []
`;

const secret = 'Qcloud@123';
const hosts = (credential: Credential): KubeKeyClusterProps['hosts'] => [
  { name: 'node1', address: '172.16.0.2', user: 'ubuntu', credential },
  { name: 'node2', address: '172.16.0.3', user: 'ubuntu', credential },
];

function cluster(props: KubeKeyClusterProps, id = 'config-sample'): KubeKeyCluster {
  return new KubeKeyCluster(new ManifestApp(), id, props);
}

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof GroundworkError) {
      return error.problems.map(({ path, problem }) => `${path}: ${problem}`);
    }
    throw error;
  }
  return [];
}

const folders: string[] = [];
function outdir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kube-key-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the v1alpha2 file', () => {
  test("is the lesson's, values and key order", () => {
    const [file, ...others] = cluster(lesson).toFiles();
    expect(others).toEqual([]);
    expect(file?.path).toBe('config-sample.yaml');
    expect(JSON.stringify(file?.manifests)).toBe(JSON.stringify([load(lessonFile)]));
  });

  test("is the lesson's byte for byte when a ManifestApp writes it", () => {
    const folder = outdir();
    const app = new ManifestApp({ outdir: folder });
    new KubeKeyCluster(app, 'config-sample', lesson);
    app.synth();
    expect(readFileSync(join(folder, 'config-sample.yaml'), 'utf8')).toBe(lessonFile);
  });

  test('of two hosts is the one that `kk create config` writes', () => {
    const [file] = cluster({
      name: 'sample',
      kubernetes: { version: 'v1.26.4' },
      hosts: hosts(Credential.password(secret)),
      roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1', 'node2'] },
    }).toFiles();
    const expected = load(
      lessonFile
        .replace(
          / {2}hosts:[^]*( {2}roleGroups)/,
          `  hosts:
  - {name: node1, address: 172.16.0.2, internalAddress: 172.16.0.2, user: ubuntu, password: "Qcloud@123"}
  - {name: node2, address: 172.16.0.3, internalAddress: 172.16.0.3, user: ubuntu, password: "Qcloud@123"}
$1`,
        )
        .replace('worker:\n      - node1', 'worker:\n      - node1\n      - node2')
        .replace('registry.cn-beijing.aliyuncs.com', '""')
        .replace('kubesphereio', '""'),
    );
    expect(JSON.stringify(file?.reveal?.())).toBe(JSON.stringify([expected]));
  });

  test('goes into its folder', () => {
    const files = cluster(sample({ folder: 'clusters/east' })).toFiles();
    expect(files.map(({ path }) => path)).toEqual(['clusters/east/config-sample.yaml']);
  });

  test.each([
    ['v1.23.17', 'docker'],
    ['1.19.0', 'docker'],
    ['v1.24.0', 'containerd'],
    ['v1.33.4', 'containerd'],
  ])('of Kubernetes %s takes %s, as `kk create config` does', (version, containerManager) => {
    const manifest = cluster(sample({ kubernetes: { version } })).toManifest();
    expect(manifest).toMatchObject({ spec: { kubernetes: { version, containerManager } } });
  });

  test('keeps the place of a value that the author changes, and puts further ones behind', () => {
    const manifest = cluster(
      sample({
        kubernetes: { maxPods: 200, containerManager: 'docker', version: 'v1.26.4' },
        controlPlaneEndpoint: { address: '192.168.0.9', internalLoadbalancer: 'kube-vip' },
      }),
    ).toManifest();
    const { kubernetes, controlPlaneEndpoint } = manifest['spec'] as Record<string, object>;
    expect(Object.keys(kubernetes!)).toEqual([
      'version',
      'clusterName',
      'autoRenewCerts',
      'containerManager',
      'maxPods',
    ]);
    expect(Object.entries(controlPlaneEndpoint!)).toEqual([
      ['internalLoadbalancer', 'kube-vip'],
      ['domain', 'lb.kubesphere.local'],
      ['address', '192.168.0.9'],
      ['port', 6443],
    ]);
  });

  test('holds groups that are said in the order of KubeKey, and none that is not', () => {
    const manifest = cluster(
      sample({
        kubesphere: { enabled: true, version: 'v3.4.1' },
        storage: { openebs: { basePath: '/data' } },
        dns: { nodeEtcHosts: '10.0.0.1 db' },
        system: { timezone: 'Asia/Shanghai', debs: undefined },
      }),
    ).toManifest();
    expect(Object.keys(manifest['spec'] as object)).toEqual([
      'hosts',
      'roleGroups',
      'controlPlaneEndpoint',
      'system',
      'dns',
      'kubernetes',
      'etcd',
      'network',
      'storage',
      'registry',
      'addons',
      'kubesphere',
    ]);
    expect(manifest).toMatchObject({ spec: { system: { timezone: 'Asia/Shanghai' } } });
    expect(JSON.stringify(manifest)).not.toContain('debs');
  });

  test('is plain data of its own: changing it or the props changes no later one', () => {
    const props = { ...sample(), addons: [{ name: 'a', sources: {} }] };
    const it = cluster(props);
    const before = JSON.stringify(it.toManifest());
    props.addons.push({ name: 'b', sources: {} });
    (it.toManifest()['spec'] as { addons: unknown[] }).addons.push(1);
    expect(JSON.stringify(it.toManifest())).toBe(before);
  });
});

describe("zone: 'cn'", () => {
  test("takes images from KubeKey's mirror in China", () => {
    const manifest = cluster(sample({ zone: 'cn' })).toManifest();
    expect(JSON.stringify(manifest)).toBe(JSON.stringify(load(lessonFile)));
  });

  test('leaves what the registry says', () => {
    const manifest = cluster(
      sample({ zone: 'cn', registry: { privateRegistry: 'hub.example.com' } }),
    ).toManifest();
    expect(manifest).toMatchObject({
      spec: {
        registry: { privateRegistry: 'hub.example.com', namespaceOverride: 'kubesphereio' },
      },
    });
  });
});

describe('a secret', () => {
  const text = Credential.password(secret);
  const withSecrets = sample({
    hosts: hosts(text),
    roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node[1:2]'] },
    registry: { auths: { 'hub.example.com': { username: 'robot', credential: text } } },
  });

  test('is shown by nothing but reveal', () => {
    const it = cluster(withSecrets);
    const shown = [
      it.toManifest(),
      it.toFiles().map(({ manifests }) => manifests),
      it.toJson(),
      Testing.synth(it),
    ].map((value) => JSON.stringify(value));
    shown.push(
      inspect(it, { depth: 20, showHidden: true }),
      String(it),
      inspect(text, { depth: 20, showHidden: true }),
      String(text),
      JSON.stringify(text),
    );
    expect(shown.filter((each) => each.includes(secret))).toEqual([]);
    expect(shown.slice(0, 4).every((each) => each.includes('"<redacted>"'))).toBe(true);
    expect(JSON.stringify(it.toFiles()[0]?.reveal?.())).toContain(secret);
  });

  test('of a registry stands where KubeKey reads it', () => {
    expect(cluster(withSecrets).toFiles()[0]?.reveal?.()).toMatchObject([
      { spec: { registry: { auths: { 'hub.example.com': { password: secret } } } } },
    ]);
  });

  test('is refused by a plain cdk8s App, however it writes', () => {
    for (const yamlOutputType of [
      YamlOutputType.FILE_PER_APP,
      YamlOutputType.FILE_PER_CHART,
      YamlOutputType.FILE_PER_RESOURCE,
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ]) {
      const folder = outdir();
      const app = new App({ outdir: folder, yamlOutputType });
      new KubeKeyCluster(app, 'config-sample', withSecrets);
      expect(() => {
        app.synth();
      }).toThrow(/holds secrets.*Use ManifestApp/);
      expect(() => app.synthYaml()).toThrow(/holds secrets.*Use ManifestApp/);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test('from the environment is read by reveal only, and every missing one is named with its hosts', () => {
    const it = cluster({
      ...withSecrets,
      hosts: [
        ...hosts(Credential.password(fromEnv('GROUNDWORK_TEST_NODES'))),
        {
          name: 'node3',
          address: '172.16.0.4',
          credential: Credential.privateKeyFile('/keys/node3', {
            sudoPassword: fromEnv('GROUNDWORK_TEST_SUDO'),
          }),
        },
      ],
    });
    const [file] = it.toFiles();
    const messages = problemsOf(() => file?.reveal?.());
    expect(messages).toEqual([
      'config-sample: environment variable GROUNDWORK_TEST_NODES is not set or empty, but host node1, host node2 needs it',
      'config-sample: environment variable GROUNDWORK_TEST_SUDO is not set or empty, but host node3 needs it',
    ]);
    process.env['GROUNDWORK_TEST_NODES'] = 'one';
    process.env['GROUNDWORK_TEST_SUDO'] = 'two';
    try {
      expect(file?.reveal?.()).toMatchObject([
        { spec: { hosts: [{ password: 'one' }, { password: 'one' }, { password: 'two' }] } },
      ]);
    } finally {
      delete process.env['GROUNDWORK_TEST_NODES'];
      delete process.env['GROUNDWORK_TEST_SUDO'];
    }
  });

  test('written in the open is an error that does not show it', () => {
    const open = { name: 'node1', address: '192.168.0.2', password: secret };
    const auths = { 'hub.example.com': { username: 'robot', password: secret } };
    const messages = problemsOf(() =>
      cluster(sample({ hosts: [open], registry: { auths } } as unknown as KubeKeyClusterProps)),
    );
    expect(messages).toEqual([
      'config-sample: hosts[0].credential is missing, and kk would silently try ~/.ssh/id_rsa',
      'config-sample: hosts[0].password is no field of its own',
      'config-sample: registry.auths["hub.example.com"].password is no field of its own',
    ]);
  });
});

describe('in cdk8s', () => {
  test('a plain App writes a cluster without secrets, however it writes', () => {
    for (const yamlOutputType of [
      YamlOutputType.FILE_PER_CHART,
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ]) {
      const folder = outdir();
      const app = new App({ outdir: folder, yamlOutputType });
      new KubeKeyCluster(app, 'config-sample', lesson);
      app.synth();
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const file = names.find((name) => name.endsWith('.yaml'))!;
      const written = load(readFileSync(join(folder, file), 'utf8'));
      expect(JSON.stringify(written)).toBe(JSON.stringify(load(lessonFile)));
    }
  });

  test('it is a chart and a cluster', () => {
    const it = cluster(lesson);
    expect(Chart.isChart(it)).toBe(true);
    expect(isCluster(it)).toBe(true);
  });

  test('an object inside it fails the synth', () => {
    const app = new ManifestApp({ outdir: outdir() });
    const it = new KubeKeyCluster(app, 'config-sample', lesson);
    new ApiObject(it, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(() => {
      app.synth();
    }).toThrow(/config-sample\/map is an object inside a KubeKeyCluster/);
    expect(() => it.toJson()).toThrow(/Put it into a ManifestFile/);
  });

  test('it takes no JSON patches', () => {
    const [object] = cluster(lesson).apiObjects;
    expect(() => {
      object?.addJsonPatch(JsonPatch.remove('/spec'));
    }).toThrow(/takes no JSON patches/);
  });
});

describe('fails at once, with everything that is wrong', () => {
  const key = Credential.privateKeyFile('~/.ssh/id_rsa');

  test('on an id or a folder that is no place for a file', () => {
    expect(problemsOf(() => cluster(sample({ folder: '../x' }), 'a/b'))).toHaveLength(2);
    expect(problemsOf(() => cluster(lesson, ''))).toHaveLength(1);
  });

  test('on arguments that are wrong by themselves', () => {
    const broken = {
      name: 'My Cluster',
      kubernetes: { version: '' },
      hosts: [
        { name: 'Node_1', address: '192.168.0.300', port: '22', user: 'a b', credential: key },
        {
          name: 'node2',
          address: 'node2',
          internalAddress: '10.0.0.1, fd00::1',
          timeout: 0,
          labels: { gpu: true },
          roles: ['master'],
          credential: secret,
        },
      ],
      zone: 'CN',
      format: 'v3',
    } as unknown as KubeKeyClusterProps;
    expect(problemsOf(() => cluster(broken))).toMatchInlineSnapshot(`
     [
       "config-sample: name must be a name in lower case, got "My Cluster"",
       "config-sample: kubernetes.version must be a version, got "", and kk would install its own default",
       "config-sample: hosts[0].name must be a name in lower case, got "Node_1"",
       "config-sample: hosts[0].address must be an IP address, got "192.168.0.300"",
       "config-sample: hosts[0].port must be a port, got "22"",
       "config-sample: hosts[0].user must be the name of a user, got "a b"",
       "config-sample: hosts[1].address must be an IP address, got "node2"",
       "config-sample: hosts[1].internalAddress must be an IP address, or two for dual stack, got "10.0.0.1, fd00::1"",
       "config-sample: hosts[1].timeout must be a number of seconds, got 0",
       "config-sample: hosts[1].credential must be a Credential",
       "config-sample: hosts[1].labels must hold texts, got true for "gpu"",
       "config-sample: format must be a format of KubeKey, got "v3"",
       "config-sample: zone must be a zone of KubeKey, got "CN"",
     ]
    `);
    expect(problemsOf(() => cluster(broken)).join()).not.toContain(secret);
  });

  test('on no hosts, and on no kubernetes', () => {
    for (const none of [[], undefined, null, 'node1']) {
      const props = { name: 'x', hosts: none } as unknown as KubeKeyClusterProps;
      expect(problemsOf(() => cluster(props))).toHaveLength(2);
    }
  });

  test('on what has an effect in the other format only', () => {
    expect(problemsOf(() => cluster(sample({ allowLoss: true, v4: {} })))).toHaveLength(2);
  });
});

test('types refuse what is no field of KubeKey', () => {
  const wrong = (): KubeKeyClusterProps[] => [
    // @ts-expect-error a misspelt group
    sample({ controlPlaneEndpiont: {} }),
    // @ts-expect-error a misspelt load balancer
    sample({ controlPlaneEndpoint: { internalLoadbalancer: 'HAProxy' } }),
    // @ts-expect-error a port as text
    sample({ controlPlaneEndpoint: { port: '6443' } }),
    // @ts-expect-error no credential
    sample({ hosts: [{ name: 'node1', address: '192.168.0.2' }] }),
  ];
  expect(wrong).toBeDefined();
});
