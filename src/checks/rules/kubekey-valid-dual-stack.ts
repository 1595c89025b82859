import { show } from '../../errors';
import { parseCidr, parseIp } from '../../manifest/ip-network';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { kubernetesHosts } from '../kubekey-groups';

/** IPv4 and IPv6 are written together as KubeKey splits them. */
export const kubekeyValidDualStack: Check = {
  id: 'kubekey-valid-dual-stack',
  summary: 'IPv4 and IPv6 are written together in the form that KubeKey reads.',
  why: 'KubeKey splits the text at its comma and takes the first part for IPv4. With a space, or with IPv6 first, it panics or writes configuration that no component reads.',
  fix: 'Write "IPv4,IPv6": IPv4 first, one comma, no space.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      internalAddress: 192.168.0.2, fd00::2
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      internalAddress: 192.168.0.2,fd00::2
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const [pods, services] = ['spec.network.kubePodsCIDR', 'spec.network.kubeServiceCIDR'] as const;
    const families = new Map<string, string>();
    const fields = [pods, services, ...nodeFields(cluster)];
    for (const field of fields) {
      const text = cluster.text(field);
      const found = familiesOf(text);
      if (found === undefined) continue;
      const problem = formProblem(text, found, !forKk4 && (field === pods || field === services));
      if (problem === undefined) families.set(field, found);
      else yield report(field, `${show(text)} ${problem}`, undefined, undefined, { from: [] });
    }
    const [podFamilies, serviceFamilies] = [families.get(pods), families.get(services)];
    if (podFamilies === undefined || serviceFamilies === undefined) return;
    if (podFamilies !== serviceFamilies) {
      yield report(
        services,
        `is for ${inWords(serviceFamilies)}, but kubePodsCIDR for ${inWords(podFamilies)}; KubeKey hands both on as they are`,
        'Write both for the same IP versions.',
        'warning',
      );
    }
    if (podFamilies !== '46') return;
    if (cluster.text('spec.network.plugin') === 'cilium' && !forKk4) {
      yield report(
        pods,
        'is for IPv4 and IPv6, but KubeKey gives Cilium the IPv4 network only',
        'Use calico, or IPv4 alone.',
      );
    }
    const nodes = new Set(kubernetesHosts(cluster));
    for (const { name, field, internalAddresses } of cluster.hosts) {
      if (!nodes.has(name) || internalAddresses.length !== 1) continue;
      yield report(
        `${field}.internalAddress`,
        `${show(name)} has one address, but its Pods get IPv4 and IPv6; KubeKey tells the kubelet of that one only`,
        'Write both addresses of the host: "IPv4,IPv6".',
        'warning',
      );
    }
  }),
};

function nodeFields({ hosts, text }: KubeKeyClusterConfig): string[] {
  return hosts.map(
    ({ field }) =>
      `${field}.${text(`${field}.internalAddress`) === '' ? 'address' : 'internalAddress'}`,
  );
}

/** The IP versions in a text, such as `46`; undefined where a part is neither an address nor a network. */
function familiesOf(text: string): string | undefined {
  const parts = text
    .split(',')
    .map((part) => (parseCidr(part.trim()) ?? parseIp(part.trim()))?.family);
  return parts.includes(undefined) ? undefined : parts.join('');
}

function formProblem(text: string, families: string, isNetwork: boolean): string | undefined {
  if (/\s/.test(text)) return 'holds a space; KubeKey makes it a part of the value';
  if (families === '64')
    return 'has IPv6 first; KubeKey takes the first part for IPv4 and panics or goes wrong';
  if (families === '6' && isNetwork)
    return 'is for IPv6 alone; KubeKey takes it for IPv4 and panics or goes wrong';
  return families.length > 1 && families !== '46'
    ? 'is no pair of IPv4 and IPv6; KubeKey reads two parts at most'
    : undefined;
}

function inWords(families: string): string {
  return families === '46' ? 'IPv4 and IPv6' : `IPv${families} alone`;
}
