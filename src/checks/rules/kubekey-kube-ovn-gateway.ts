import { isWithin, parseCidr, parseIp } from '../../manifest/ip-network';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

const gateway = 'spec.network.kubeovn.kube-ovn-controller.podGateway';

/** The gateway of Kube-OVN lies within the Pod network. */
export const kubekeyKubeOvnGateway: Check = {
  id: 'kubekey-kube-ovn-gateway',
  summary: 'The gateway of Kube-OVN lies within the Pod network.',
  why: 'KubeKey takes 10.233.64.1 for the gateway, whatever the Pod network is. With another network no Pod reaches anything outside its node.',
  fix: 'Set network.kubeovn.kube-ovn-controller.podGateway to the first address of kubePodsCIDR.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    plugin: kubeovn
    kubePodsCIDR: 10.244.0.0/16
`,
    right: `spec:
  network:
    plugin: kubeovn
    kubePodsCIDR: 10.244.0.0/16
    kubeovn:
      kube-ovn-controller:
        podGateway: 10.244.0.1
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { text }, report }) {
    if (text('spec.network.plugin') !== 'kubeovn') return;
    const pods = text('spec.network.kubePodsCIDR');
    const networks = pods.split(',').map((part) => parseCidr(part.trim()));
    if (networks.includes(undefined)) return;
    for (const part of text(gateway).split(',')) {
      const ip = parseIp(part.trim());
      if (
        ip !== undefined &&
        networks.some((network) => network !== undefined && isWithin(ip, network))
      )
        continue;
      yield report(gateway, `${part} does not lie within ${pods}; KubeKey takes it all the same`);
    }
  }),
};
