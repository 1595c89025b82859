import { etcdTwins } from './etcd-twins';
import { kubernetesTwins } from './kubernetes-twins';
import { networkTwins } from './network-twins';
import type { Twin } from './twin';

const byScripts =
  'kk 4 runs scripts from files: put it at scripts/pre_install.sh or post_install.sh in its work_dir.';
const byPackages = 'kk 4 installs no packages of yours: install them before.';
const byZones = 'lines of dns.coredns.zone_configs';
const byNodeDns = "kk 4's DNS cache on the nodes knows no zones: use dns.coredns.externalZones.";
const byHelm = 'Run the command line that commands().addons gives, when the cluster is up.';
const byKubeSphere = 'Install KubeSphere 4 by its Helm chart: see KubeSphere.';

/**
 * What becomes of each field of the v1alpha2 Cluster in kk 4's files, by path without `spec.`.
 *
 * Source: KubeKey v4.0.6 (commit ee6a16ac), builtin/core/roles. A test compares the paths with the table of
 * all fields, so none is forgotten.
 */
export const twins: Readonly<Record<string, Twin>> = {
  'hosts[].name': { becomes: 'the key of the host in the Inventory' },
  'hosts[].address': { becomes: 'connector.host' },
  'hosts[].internalAddress': { becomes: 'internal_ipv4 and internal_ipv6' },
  'hosts[].port': { becomes: 'connector.port' },
  'hosts[].user': { becomes: 'connector.user' },
  'hosts[].password': { becomes: 'connector.password' },
  'hosts[].privateKey': { becomes: 'connector.private_key_content' },
  'hosts[].privateKeyPath': { becomes: 'connector.private_key' },
  'hosts[].arch': { becomes: 'nothing: kk 4 asks the host' },
  'hosts[].timeout': { lost: 'kk 4 always waits 30 seconds.', unless: 30 },
  'hosts[].labels': { becomes: 'kubernetes.custom_labels' },
  roleGroups: { becomes: 'the groups of the Inventory' },

  'controlPlaneEndpoint.internalLoadbalancer': {
    becomes: 'kubernetes.control_plane_endpoint.type',
  },
  'controlPlaneEndpoint.domain': { to: 'kubernetes.control_plane_endpoint.host' },
  'controlPlaneEndpoint.externalDNS': {
    lost: 'kk 4 always writes the endpoint to the hosts files in native.localDNS.',
    unless: false,
  },
  'controlPlaneEndpoint.address': {
    becomes: 'kubernetes.control_plane_endpoint.kube_vip.address or local.address',
  },
  'controlPlaneEndpoint.port': { to: 'kubernetes.control_plane_endpoint.port' },
  'controlPlaneEndpoint.kubevip.mode': { to: 'kubernetes.control_plane_endpoint.kube_vip.mode' },

  'system.ntpServers': { becomes: 'native.ntp.servers' },
  'system.timezone': { becomes: 'native.timezone' },
  'system.rpms': { lost: byPackages },
  'system.debs': { lost: byPackages },
  ...scriptTwins('system.preInstall'),
  ...scriptTwins('system.postClusterInstall'),
  ...scriptTwins('system.postInstall'),
  'system.skipConfigureOS': {
    lost: 'kk 4 always sets up the operating system; v4.config.native can turn off the host name and the time.',
    unless: false,
  },

  ...etcdTwins,

  'dns.dnsEtcHosts': { becomes: byZones },
  'dns.nodeEtcHosts': { lost: 'Append the lines to /etc/hosts of the nodes before.' },
  'dns.coredns.additionalConfigs': { becomes: byZones },
  ...zoneTwins('dns.coredns.externalZones', { becomes: byZones }),
  'dns.coredns.rewriteBlock': { becomes: byZones },
  'dns.coredns.upstreamDNSServers': { becomes: byZones },
  ...zoneTwins('dns.nodelocaldns.externalZones', { lost: byNodeDns }),

  ...kubernetesTwins,
  ...networkTwins,

  'storage.openebs.basePath': { becomes: 'storage_class.local.path' },

  'registry.type': { becomes: 'image_registry.type' },
  'registry.registryMirrors': { to: 'cri.registry.mirrors', as: unlessEmpty },
  'registry.insecureRegistries': { becomes: 'cri.registry.insecure_registries' },
  'registry.privateRegistry': { becomes: 'image_registry.auth.registry, or zone' },
  'registry.containerdDataDir': { to: 'cri.containerd.data_root' },
  'registry.dockerDataDir': { to: 'cri.docker.data_root' },
  'registry.registryDataDir': {
    becomes: "image_registry.harbor.data_dir or the docker_registry's rootdir",
  },
  'registry.namespaceOverride': { becomes: 'zone, and is lost otherwise' },
  'registry.bridgeIP': { to: 'cri.docker.bridge_ip' },
  'registry.auths': { becomes: 'image_registry.auth and cri.registry.auths' },
  'registry.namespaceRewrite.policy': { lost: 'kk 4 keeps the namespaces of images.' },
  'registry.namespaceRewrite.src': { lost: 'kk 4 keeps the namespaces of images.' },
  'registry.namespaceRewrite.dest': { lost: 'kk 4 keeps the namespaces of images.' },
  'registry.remoteMirrors': {
    lost: 'kk 4 has mirrors for Docker Hub only: use registry.registryMirrors.',
  },
  'registry.remoteMirrors.<key>.endpoint': {
    lost: 'kk 4 has mirrors for Docker Hub only: use registry.registryMirrors.',
  },

  'addons[].name': { lost: byHelm },
  'addons[].namespace': { lost: byHelm },
  ...scriptTwins('addons[].preInstall'),
  'addons[].sources.chart.name': { lost: byHelm },
  'addons[].sources.chart.repo': { lost: byHelm },
  'addons[].sources.chart.path': { lost: byHelm },
  'addons[].sources.chart.version': { lost: byHelm },
  'addons[].sources.chart.valuesFile': { lost: byHelm },
  'addons[].sources.chart.values': { lost: byHelm },
  'addons[].sources.chart.wait': { lost: byHelm },
  'addons[].sources.yaml.path': { lost: byHelm },
  'addons[].sources.yaml.values': { lost: byHelm },
  ...scriptTwins('addons[].postInstall'),
  'addons[].retries': { lost: byHelm },
  'addons[].delay': { lost: byHelm },

  'kubesphere.enabled': { lost: byKubeSphere, unless: false },
  'kubesphere.version': { lost: byKubeSphere },
  'kubesphere.configurations': { lost: byKubeSphere },
};

function scriptTwins(list: string): Readonly<Record<string, Twin>> {
  return Object.fromEntries(
    ['name', 'bash', 'role', 'materials'].map((field) => [
      `${list}[].${field}`,
      { lost: byScripts },
    ]),
  );
}

function zoneTwins(list: string, twin: Twin): Readonly<Record<string, Twin>> {
  const fields = ['zones', 'nameservers', 'cache', 'rewrite'];
  return Object.fromEntries(fields.map((field) => [`${list}[].${field}`, twin]));
}

function unlessEmpty(list: unknown): unknown {
  return Array.isArray(list) && list.length === 0 ? undefined : list;
}
