import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** With the internal HAProxy there is no address. */
export const kubekeyHaproxyWithoutAddress: Check = {
  id: 'kubekey-haproxy-without-address',
  summary: 'With the internal load balancer haproxy, controlPlaneEndpoint has no address.',
  why: 'KubeKey prints that the two exclude each other and stops, with exit code 0: a script takes it for success.',
  fix: 'Set address to "", or remove internalLoadbalancer to use the load balancer at that address.',
  severity: 'error',
  example: {
    wrong: `spec:
  controlPlaneEndpoint:
    internalLoadbalancer: haproxy
    address: 192.168.0.10
`,
    right: `spec:
  controlPlaneEndpoint:
    internalLoadbalancer: haproxy
    address: ""
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { text }, report }) {
    const address = text('spec.controlPlaneEndpoint.address');
    if (text('spec.controlPlaneEndpoint.internalLoadbalancer') !== 'haproxy' || address === '')
      return;
    yield report(
      'spec.controlPlaneEndpoint.address',
      `must be empty with haproxy, got ${show(address)}; KubeKey stops with exit code 0, as if all was well`,
    );
  }),
};
