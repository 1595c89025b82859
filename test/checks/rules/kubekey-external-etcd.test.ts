import { kubekeyExternalEtcd } from '../../../src/checks/rules/kubekey-external-etcd';
import { cluster, linesOf } from '../kubekey-input';

test('reports missing endpoints', () => {
  expect(
    linesOf(
      kubekeyExternalEtcd,
      cluster('spec: {etcd: {type: external, external: {caFile: /ca}}}'),
    ),
  ).toEqual([
    'error spec.etcd.external.endpoints: is missing; KubeKey starts the API server without an etcd. Write endpoints such as https://10.0.0.5:2379, and caFile, certFile and keyFile together.',
  ]);
});

test('reports endpoints that are no addresses, without their credentials', () => {
  expect(
    linesOf(
      kubekeyExternalEtcd,
      cluster(
        'spec: {etcd: {type: external, external: {endpoints: ["10.0.0.5:2379", "https://root:secret@10.0.0.6"], caFile: /ca}}}',
      ),
    ),
  ).toEqual([
    'error spec.etcd.external.endpoints[0]: "10.0.0.5:2379" is no address of etcd; KubeKey hands it on as it is. Write the scheme, the host and the port, such as https://10.0.0.5:2379.',
    'error spec.etcd.external.endpoints[1]: "https://<redacted>@10.0.0.6" is no address of etcd; KubeKey hands it on as it is. Write the scheme, the host and the port, such as https://10.0.0.5:2379.',
  ]);
});

test('reports encrypted endpoints without an authority', () => {
  expect(
    linesOf(
      kubekeyExternalEtcd,
      cluster('spec: {etcd: {type: external, external: {endpoints: ["https://10.0.0.5:2379"]}}}'),
    ),
  ).toEqual([
    "error spec.etcd.external.caFile: is missing; KubeKey can't trust the endpoints without it. Write the path of the certificate authority's file.",
  ]);
});

test('reports a certificate without its key', () => {
  expect(
    linesOf(
      kubekeyExternalEtcd,
      cluster(
        'spec: {etcd: {type: external, external: {endpoints: ["https://10.0.0.5:2379"], caFile: /ca, certFile: /c}}}',
      ),
    ),
  ).toEqual([
    'error spec.etcd.external.keyFile: is missing beside certFile; KubeKey hands on an empty path, and the API server does not start. Write both certFile and keyFile.',
  ]);
});

test('reports a key without its certificate', () => {
  expect(
    linesOf(
      kubekeyExternalEtcd,
      cluster(
        'spec: {etcd: {type: external, external: {endpoints: ["https://10.0.0.5:2379"], caFile: /ca, keyFile: /k}}}',
      ),
    ),
  ).toEqual([
    'error spec.etcd.external.certFile: is missing beside keyFile; KubeKey hands on an empty path, and the API server does not start. Write both certFile and keyFile.',
  ]);
});

test.each([
  [
    'plain endpoints',
    'spec: {etcd: {type: external, external: {endpoints: ["http://etcd.local:2379"]}}}',
  ],
  ['another kind of etcd', 'spec: {etcd: {type: kubeadm}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyExternalEtcd, cluster(change))).toEqual([]);
});
