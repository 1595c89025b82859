import { kubeKeyClusterOf, type KubeKeyClusterConfig } from '../manifest/kubekey-cluster';
import type { Manifest } from '../manifest/manifest';
import { hostScript, type HostScriptInput } from './host-script';
import type { KubeKeyFormat } from './kube-key-cluster-props';
import { publicKeyLine, type KubeKeyPublicKey } from './public-key';

/** What makes one host ready for kk. It holds no secret. */
export interface KubeKeyHostSetup {
  /** Name of the host. */
  readonly host: string;
  /** Shell script to run on the host as root. Running it again changes nothing. */
  readonly script: string;
  /** The same for a machine that is still to be created: user-data for cloud-init. */
  readonly userData: string;
}

/** What makes the hosts of a cluster ready. */
export interface HostSetupInput {
  /** The v1alpha2 Cluster, secrets redacted. */
  readonly cluster: Manifest;
  /** Format of its files. */
  readonly format: KubeKeyFormat;
  /** Path of the construct, for messages. */
  readonly path: string;
  /** The key that lets kk in. */
  readonly key: KubeKeyPublicKey;
}

/**
 * What makes each host of a cluster ready.
 *
 * @throws GroundworkError where the public key is none
 */
export function hostSetupFor(input: HostSetupInput): readonly KubeKeyHostSetup[] {
  const cluster = kubeKeyClusterOf(input.cluster);
  const publicKey = publicKeyLine(`${input.path}.hostSetup`, input.key);
  const skipsOs = cluster.flag('spec.system.skipConfigureOS') && input.format === 'v1alpha2';
  return cluster.hosts.map((host) => {
    const has = (field: string): boolean => cluster.text(`${host.field}.${field}`) !== '';
    const script = hostScript({
      host: host.name,
      user: host.user,
      login: has('privateKey') || has('privateKeyPath') ? 'key' : 'password',
      hasPassword: has('password'),
      publicKey,
      kk: input.format === 'v4' ? 4 : 3,
      skipsOs,
      needsChrony: !skipsOs && setsTime(cluster),
      sources: sourcesFor(cluster, host.name),
      ports: portsFor(cluster, host.name, host.port),
    });
    return { host: host.name, script, userData: userData(script, host.user) };
  });
}

function setsTime({ text, texts }: KubeKeyClusterConfig): boolean {
  return texts('spec.system.ntpServers').length > 0 || text('spec.system.timezone') !== '';
}

/** Where all packets are welcome from: the other hosts and the Pods. */
function sourcesFor({ hosts, text }: KubeKeyClusterConfig, host: string): readonly string[] {
  const others = hosts.flatMap(({ name, internalAddresses }) =>
    name === host ? [] : internalAddresses,
  );
  return [...others, ...text('spec.network.kubePodsCIDR').split(',')].filter((part) => part !== '');
}

/** The ports that others than the hosts use: SSH, the API server and NodePorts. */
function portsFor(
  { controlPlane }: KubeKeyClusterConfig,
  host: string,
  ssh: number,
): HostScriptInput['ports'] {
  const isControlPlane = controlPlane.some(({ name }) => name === host);
  return [
    `${ssh}/tcp`,
    ...(isControlPlane ? ['6443/tcp'] : []),
    '30000-32767/tcp',
    '30000-32767/udp',
  ];
}

/** Where cloud-init puts the script. */
const place = '/usr/local/sbin/prepare-for-kubekey';

function userData(script: string, user: string): string {
  return [
    '#cloud-config',
    // Without it cloud-init puts a line before root's key that sends everybody away.
    ...(user === 'root' ? ['disable_root: false'] : []),
    'write_files:',
    `  - path: ${place}`,
    '    permissions: "0755"',
    '    content: |',
    ...script
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `      ${line}`)),
    'runcmd:',
    `  - [${place}]`,
    '',
  ].join('\n');
}
