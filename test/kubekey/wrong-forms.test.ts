import { GroundworkError } from '../../src/errors';
import { ManifestApp } from '../../src/app/manifest-app';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import {
  kubeKeyClusterForms,
  type KubeKeyClusterProps,
} from '../../src/kubekey/kube-key-cluster-props';
import { KubeSphere, type KubeSphereProps } from '../../src/kubekey/kube-sphere';

const host = {
  name: 'node1',
  address: '192.168.0.2',
  credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
};
const sound = { name: 'sample', kubernetes: { version: 'v1.26.4' }, hosts: [host] };

/** The lines of the error that something is refused with. */
function refusal(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message.split('\n');
  }
  return [];
}

function cluster(props: object): string[] {
  const all = { ...sound, ...props } as unknown as KubeKeyClusterProps;
  return refusal(() => new KubeKeyCluster(new ManifestApp(), 'c', all));
}

const structured = Object.entries(kubeKeyClusterForms).filter(([, form]) => form !== true);

test.each(structured)('a cluster takes the example of %s and no text', (field, example) => {
  const format = field === 'v4' ? 'v4' : 'v1alpha2';
  expect(cluster({ format, [field]: example })).toEqual([]);
  expect(cluster({ format, [field]: 'x' })).toEqual([
    expect.stringContaining(`c: ${field} must be `),
  ]);
});

test('hosts that are no list, whose passwords are not shown', () => {
  const fix = 'Give the servers, each with name, address and credential.';
  expect(cluster({ hosts: {} })).toEqual([
    `c: hosts must be a list of at least one host, got a mapping. ${fix}`,
  ]);
  expect(cluster({ hosts: { node1: { password: 'x1' } } }).join()).not.toContain('x1');
});

test('all wrong forms at once', () => {
  const roles = 'worker';
  expect(
    cluster({ roleGroups: 'node1', kubernetes: 'v1.26.4', hosts: [{ ...host, roles }, ['x']] }),
  ).toEqual([
    "c: roleGroups must be a mapping, got \"node1\". Write roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1'] }.",
    `c: kubernetes must be a mapping, got "v1.26.4". Write kubernetes: { version: 'v1.26.4', autoRenewCerts: true }.`,
    `c: hosts[0].roles must be a list of texts, got "worker". Write roles: ['control-plane', 'worker'].`,
    'c: hosts[1] must be a host, got ["x"]. Give an object with name, address and credential.',
  ]);
});

test('logins to registries that are no mapping', () => {
  expect(cluster({ registry: { auths: 'hub.example.com' } })).toEqual([
    `c: registry.auths must be a mapping, got "hub.example.com". Write auths: { 'hub.example.com': { plainHTTP: true } }.`,
  ]);
});

test('what only kk 4 knows, in another form', () => {
  const fix = "Write node1: { kubernetes: { custom_taints: ['gpu=true:NoSchedule'] } }.";
  expect(cluster({ format: 'v4', v4: { config: 'x', hosts: { node1: ['x'] } } })).toEqual([
    `c: v4.config must be a mapping, got "x". Write config: { cni: { type: 'calico' } }.`,
    `c: v4.hosts.node1 must be a mapping, got ["x"]. ${fix}`,
  ]);
});

test('a misspelt argument', () => {
  expect(cluster({ rolegroups: {} })).toEqual([
    'c: props must hold no unknown field, got rolegroups. Write roleGroups if you mean that, or remove it.',
  ]);
});

test('a cluster without arguments, and one in no app', () => {
  const none = undefined as unknown as KubeKeyClusterProps;
  const lines = refusal(() => new KubeKeyCluster(new ManifestApp(), 'c', none));
  expect(lines.map((line) => line.split(' ')[1])).toEqual(['name', 'kubernetes.version', 'hosts']);
  const noApp = undefined as unknown as ManifestApp;
  expect(refusal(() => new KubeKeyCluster(noApp, 'c', sound))).toEqual([
    'c: the first argument must be a construct, got nothing. Give the app, or the file that it belongs to.',
  ]);
});

test('values of KubeSphere that are one text', () => {
  const props = { chart: 'oci://hub.example.com/ks-core', version: '1.1.4', values: 'a=b' };
  expect(refusal(() => new KubeSphere(props as unknown as KubeSphereProps))).toEqual([
    'KubeSphere: values must be a list of texts, got "a=b". Write values: [\'global.imageRegistry=hub.example.com\'].',
  ]);
});
