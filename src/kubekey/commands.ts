import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { at, type Manifest } from '../manifest/manifest';
import { addonCommands } from './addon-commands';
import type { KubeKeyZone } from './zone';
import { shellLine } from './shell-word';

/**
 * The command lines for a cluster, for a POSIX shell, one an item, in the order to run them. They hold no secret. They are meant to be run in the output
 * folder, with kk beside the files.
 */
export interface KubeKeyCommands {
  /** Creates the cluster. */
  readonly create: readonly string[];
  /** Adds the hosts that are in the files and not in the cluster yet. Write the files anew first. */
  readonly addNodes: readonly string[];
  /**
   * Takes a host out of the cluster, by the host's name. Run it while the files still hold the host; take
   * it out of them afterwards. kk 4 leaves etcd and the container runtime on the host: `--all` removes them, too.
   */
  readonly deleteNode: Readonly<Record<string, readonly string[]>>;
  /**
   * Upgrades the cluster to the version in the file, one minor version at a time. Empty for kk 4: up to v4.0.6 it
   * can't upgrade a cluster.
   */
  readonly upgrade: readonly string[];
  /**
   * Installs the add-ons without kk, by Helm and kubectl. kk 3 installs them itself with the cluster; kk 4 doesn't.
   * What no command line can say is a comment.
   */
  readonly addons: readonly string[];
}

/** What the command lines are made from. */
export interface CommandsInput {
  /** The v1alpha2 Cluster. */
  readonly cluster: Manifest;
  /** Paths of the files within the output folder: the Cluster's, or the Inventory's and the Config's. */
  readonly paths: readonly string[];
  /** Where the servers are. */
  readonly zone?: KubeKeyZone | undefined;
}

/** The command lines for a cluster. */
export function commandsFor(input: CommandsInput): KubeKeyCommands {
  const { cluster, paths } = input;
  const [file = '', config] = paths;
  const hosts = itemsAt(cluster, 'spec', 'hosts').map(({ item }) => String(item['name']));
  const addons = itemsAt(cluster, 'spec', 'addons').flatMap(({ item }) => addonCommands(item));
  const byHost = (line: (host: string) => string): KubeKeyCommands['deleteNode'] =>
    Object.fromEntries(hosts.map((host) => [host, [line(host)]]));
  if (config !== undefined) {
    const files = ['-i', file, '-c', config];
    return {
      create: [shellLine('./kk', 'create', 'cluster', ...files)],
      addNodes: [shellLine('./kk', 'add', 'nodes', ...files)],
      deleteNode: byHost((host) => shellLine('./kk', 'delete', 'nodes', host, ...files)),
      upgrade: [],
      addons,
    };
  }
  // kk 3 needs the variable each time: without it a node that is added takes images from elsewhere.
  const kk = (...words: string[]): string =>
    (input.zone === undefined ? '' : `KKZONE=${input.zone} `) +
    shellLine('./kk', ...words, '-f', file);
  const kubeSphere = kubeSphereFlag(cluster);
  return {
    create: [[kk('create', 'cluster'), localStorageFlag(cluster), kubeSphere].join('')],
    addNodes: [kk('add', 'nodes')],
    deleteNode: byHost((host) => kk('delete', 'node', host)),
    upgrade: [[kk('upgrade'), kubeSphere].join('')],
    addons,
  };
}

/** kk 3 takes KubeSphere's configuration from the file, or writes its own for a version on the command line. */
function kubeSphereFlag(cluster: Manifest): string {
  const { enabled } = fieldsAt(cluster, 'spec', 'kubesphere');
  const configurations = textAt(cluster, 'spec', 'kubesphere', 'configurations');
  if (enabled !== true || configurations !== undefined) return '';
  const version = textAt(cluster, 'spec', 'kubesphere', 'version');
  return ` ${shellLine('--with-kubesphere', version)}`;
}

/** kk 3 reads the storage's folder only where it is told to install the storage. */
function localStorageFlag(cluster: Manifest): string {
  return at(cluster, 'spec', 'storage', 'openebs') === undefined ? '' : ' --with-local-storage';
}
