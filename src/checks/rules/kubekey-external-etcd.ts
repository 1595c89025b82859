import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

const external = 'spec.etcd.external';

/** An external etcd is described in full. */
export const kubekeyExternalEtcd: Check = {
  id: 'kubekey-external-etcd',
  summary: 'An external etcd has endpoints, and the files to reach them with.',
  why: 'KubeKey looks only whether there is a caFile. Without one it ignores certFile and keyFile, and without endpoints the API server has no etcd to talk to.',
  fix: 'Write endpoints such as https://10.0.0.5:2379, and caFile, certFile and keyFile together.',
  severity: 'error',
  example: {
    wrong: `spec:
  etcd:
    type: external
    external:
      endpoints:
        - https://10.0.0.5:2379
      certFile: /etc/ssl/etcd.crt
      keyFile: /etc/ssl/etcd.key
`,
    right: `spec:
  etcd:
    type: external
    external:
      endpoints:
        - https://10.0.0.5:2379
      caFile: /etc/ssl/ca.crt
      certFile: /etc/ssl/etcd.crt
      keyFile: /etc/ssl/etcd.key
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    const { etcdType, has, text, texts } = cluster;
    if (etcdType !== 'external') return;
    const endpoints = texts(`${external}.endpoints`);
    if (endpoints.length === 0 && !cluster.unreadable.has(`${external}.endpoints`)) {
      yield report(
        `${external}.endpoints`,
        'is missing; KubeKey starts the API server without an etcd',
      );
    }
    for (const { text: endpoint, field } of endpoints) {
      if (/^https?:\/\/[^/\s]+:\d+\/?$/.test(endpoint)) continue;
      yield report(
        field,
        `${show(endpoint)} is no address of etcd; KubeKey hands it on as it is`,
        'Write the scheme, the host and the port, such as https://10.0.0.5:2379.',
      );
    }
    const files = ['certFile', 'keyFile'].filter((key) => text(`${external}.${key}`) !== '');
    const isEncrypted = endpoints.some((endpoint) => endpoint.text.startsWith('https:'));
    if (text(`${external}.caFile`) === '') {
      if (files.length > 0 || isEncrypted) {
        yield report(
          `${external}.caFile`,
          `is missing; KubeKey ${files.length > 0 ? `ignores ${files.join(' and ')} without it` : "can't trust the endpoints without it"}`,
          "Write the path of the certificate authority's file.",
        );
      }
    } else if (files.length === 1) {
      const missing =
        has(`${external}.certFile`) && files[0] === 'certFile' ? 'keyFile' : 'certFile';
      yield report(
        `${external}.${missing}`,
        `is missing beside ${files[0] ?? ''}; KubeKey hands on an empty path, and the API server does not start`,
        'Write both certFile and keyFile.',
      );
    }
  }),
};
