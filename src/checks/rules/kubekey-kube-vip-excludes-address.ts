import { isWithin, parseCidr, parseIp } from '../../manifest/ip-network';
import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

const list = 'spec.kubernetes.kubeProxyConfiguration';

/** kube-proxy in IPVS mode leaves the address of kube-vip alone. */
export const kubekeyKubeVipExcludesAddress: Check = {
  id: 'kubekey-kube-vip-excludes-address',
  summary: 'With kube-vip and IPVS, kube-proxy is told to leave the virtual address alone.',
  why: "kube-proxy in IPVS mode, which is KubeKey's default, may clean up the virtual address; KubeKey does not tell it otherwise.",
  fix: 'Add the address to kubeProxyConfiguration.ipvs.excludeCIDRs, such as 192.168.0.10/32, or set proxyMode to iptables.',
  severity: 'warning',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: kube-vip
    address: 192.168.0.10
  kubernetes:
    proxyMode: ipvs
`,
    right: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: kube-vip
    address: 192.168.0.10
  kubernetes:
    proxyMode: ipvs
    kubeProxyConfiguration:
      ipvs:
        excludeCIDRs: [192.168.0.10/32]
`,
  },
  run: onEachCluster(function* ({ cluster: { text, value }, report }) {
    const address = text('spec.controlPlaneEndpoint.address');
    const ip = parseIp(address);
    if (text('spec.controlPlaneEndpoint.internalLoadbalancer') !== 'kube-vip' || ip === undefined)
      return;
    if (text('spec.kubernetes.proxyMode') !== 'ipvs') return;
    const excluded = at(value(list), 'ipvs', 'excludeCIDRs');
    const networks = Array.isArray(excluded)
      ? excluded.flatMap((entry) => (typeof entry === 'string' ? (parseCidr(entry) ?? []) : []))
      : [];
    if (networks.some((network) => isWithin(ip, network))) return;
    yield report(
      list,
      `does not exclude ${address}, the address of kube-vip; KubeKey lets kube-proxy in IPVS mode clean it up`,
      `Add ${address}/32 to ipvs.excludeCIDRs, or set proxyMode to iptables.`,
    );
  }),
};
