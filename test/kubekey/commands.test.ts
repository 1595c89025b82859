import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { ManifestApp } from '../../src/app/manifest-app';
import type { KubeKeyCommands } from '../../src/kubekey/commands';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import type { KubeKeyClusterProps } from '../../src/kubekey/kube-key-cluster-props';
import { KubeSphere } from '../../src/kubekey/kube-sphere';
import { shellWord } from '../../src/kubekey/shell-word';
import { sample } from './samples';

function commands(props: Partial<KubeKeyClusterProps> = {}, id = 'config-sample'): KubeKeyCommands {
  return new KubeKeyCluster(new ManifestApp(), id, sample(props)).commands();
}

test('for kk 3 name the one file', () => {
  expect(commands()).toEqual({
    create: ['./kk create cluster -f config-sample.yaml'],
    addNodes: ['./kk add nodes -f config-sample.yaml'],
    deleteNode: { node1: ['./kk delete node node1 -f config-sample.yaml'] },
    upgrade: ['./kk upgrade -f config-sample.yaml'],
    addons: [],
  });
});

test('for kk 4 name both files, and no upgrade, which it can not do', () => {
  const files = '-i east/sample-inventory.yaml -c east/sample-config.yaml';
  expect(commands({ format: 'v4', zone: 'cn', folder: 'east' }, 'sample')).toEqual({
    create: [`./kk create cluster ${files}`],
    addNodes: [`./kk add nodes ${files}`],
    deleteNode: { node1: [`./kk delete nodes node1 ${files}`] },
    upgrade: [],
    addons: [],
  });
});

test('in China each command of kk 3 says so; kk 4 reads it in the file', () => {
  const { create, addNodes, deleteNode, upgrade } = commands({ zone: 'cn' });
  for (const line of [...create, ...addNodes, ...deleteNode['node1']!, ...upgrade]) {
    expect(line).toMatch(/^KKZONE=cn \.\/kk /);
  }
});

test('tell kk 3 what it does not read in the file alone', () => {
  const storage = { openebs: { basePath: '/data' } };
  const kubesphere = { enabled: true, version: 'v3.4.1' };
  expect(commands({ storage, kubesphere }).create).toEqual([
    './kk create cluster -f config-sample.yaml --with-local-storage --with-kubesphere v3.4.1',
  ]);
  expect(commands({ kubesphere }).upgrade).toEqual([
    './kk upgrade -f config-sample.yaml --with-kubesphere v3.4.1',
  ]);
  expect(commands({ kubesphere: { ...kubesphere, configurations: 'a: b' } }).create).toEqual([
    './kk create cluster -f config-sample.yaml',
  ]);
});

test('install add-ons by Helm and kubectl', () => {
  const addons = [
    new KubeSphere({
      chart: 'oci://hub.example.com/kse/ks-core',
      version: '1.2.4',
      values: ['global.imageRegistry=hub.example.com,extension.imageRegistry=hub.example.com'],
    }),
    {
      name: 'nfs',
      sources: {
        chart: { name: 'nfs', path: '/charts/', valuesFile: 'my values.yaml', wait: true },
        yaml: { path: ['a.yaml', 'https://example.com/b.yaml'], values: { a: 1 } },
      },
      preInstall: [{ bash: 'true' }],
    },
    { name: 'crds', namespace: 'kube-system', sources: { yaml: { path: ['crds.yaml'] } } },
  ];
  expect(commands({ addons }).addons).toEqual([
    'helm upgrade --install ks-core oci://hub.example.com/kse/ks-core --version 1.2.4 --namespace kubesphere-system --create-namespace --set global.imageRegistry=hub.example.com,extension.imageRegistry=hub.example.com',
    '# "nfs": run the scripts of preInstall on the hosts before this.',
    "helm upgrade --install nfs /charts/nfs --namespace default --create-namespace --values 'my values.yaml' --wait",
    '# "nfs": fill in the Go templates of the files first.',
    'kubectl apply --server-side --force-conflicts --validate=false --filename a.yaml --filename https://example.com/b.yaml',
    'kubectl apply --server-side --force-conflicts --validate=false --namespace kube-system --filename crds.yaml',
  ]);
});

test('a name with a space is one word', () => {
  expect(commands({}, 'my cluster').create).toEqual(["./kk create cluster -f 'my cluster.yaml'"]);
});

test('a shell reads each word as it was', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 200, seed: 1 });
  const words = [...texts, "it's", '$HOME', '`id`', '!!', '\\', '~', '*'].filter(
    (text) => text !== '' && !/[\0\n]/.test(text),
  );
  const script = `printf '%s\\n' ${words.map(shellWord).join(' ')}`;
  const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(read.split('\n').slice(0, -1)).toEqual(words);
});
