import { ManifestApp } from '../../src/app/manifest-app';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { KubeSphere, type KubeSphereProps } from '../../src/kubekey/kube-sphere';
import { sample } from './samples';

test('is written as an add-on that installs the chart ks-core', () => {
  const addons = [
    new KubeSphere({
      chart: 'ks-core',
      repo: 'https://charts.example.com/main',
      version: '1.1.4',
      values: ['global.imageRegistry=hub.example.com'],
    }),
  ];
  const cluster = new KubeKeyCluster(new ManifestApp(), 'c', sample({ addons }));
  expect((cluster.toManifest()['spec'] as { addons: unknown }).addons).toEqual([
    {
      name: 'ks-core',
      namespace: 'kubesphere-system',
      sources: {
        chart: {
          name: 'ks-core',
          repo: 'https://charts.example.com/main',
          version: '1.1.4',
          values: ['global.imageRegistry=hub.example.com'],
        },
      },
    },
  ]);
});

test('fails without the address and the version of the chart, naming both', () => {
  expect(() => new KubeSphere({ chart: ' ' } as unknown as KubeSphereProps)).toThrow(
    /chart is missing[^]*version is missing/,
  );
});

test('fails where the chart is a name and no repository says where it is', () => {
  expect(() => new KubeSphere({ chart: 'ks-core', version: '1.1.4' })).toThrow(
    /a name without a place, got "ks-core"/,
  );
});
