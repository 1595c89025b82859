import { clusterFields } from '../../facts/kubekey/cluster-fields.generated';
import type { Twin } from './twin';

/** The network. kk 4 sets up plugins by the values of their Helm charts, so their own fields have no twin. */
export const networkTwins: Readonly<Record<string, Twin>> = {
  'network.plugin': { becomes: 'cni.type' },
  'network.kubePodsCIDR': { to: 'cni.pod_cidr' },
  'network.kubeServiceCIDR': { to: 'cni.service_cidr' },
  ...pluginTwins('calico'),
  ...pluginTwins('flannel'),
  'network.flannel.backendMode': {
    lost: "Write the chart's values, as a text, in v4.config.cni.flannel.values.",
    unless: 'vxlan',
  },
  ...pluginTwins('kubeovn'),
  'network.multusCNI.enabled': {
    to: 'cni.multi_cni',
    as: (enabled) => (enabled === true ? 'multus' : undefined),
  },
  ...pluginTwins('hybridnet'),
};

function pluginTwins(plugin: string): Readonly<Record<string, Twin>> {
  const lost = `Write the chart's values, as a text, in v4.config.cni.${plugin}.values.`;
  const prefix = `spec.network.${plugin}.`;
  const leaves = Object.entries(clusterFields).filter(
    ([path, { type }]) => path.startsWith(prefix) && type !== 'object' && type !== 'objects',
  );
  return Object.fromEntries(leaves.map(([path]) => [path.replace('spec.', ''), { lost }]));
}
