import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { expandHostRange } from '../../manifest/host-range';
import { at, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import { fileOf, upgrade } from '../kubekey-upgrade';

import { count } from '../words';

/** KubeKey's Cluster (kk 3): what kk must be told to do on a running cluster, and what it ignores. */
export const kubeKeyCluster: KindEffects = {
  kinds: ['kubekey.kubesphere.io/Cluster'],
  changed(change, pair) {
    const { pattern } = change;
    if (pattern === 'spec.kubernetes.version') return upgrade(change, pair.after);
    if (isWithin(pattern, 'spec.hosts')) return hosts(change, pair);
    if (isWithin(pattern, 'spec.roleGroups')) return roles(change, pair);
    if (isWithin(pattern, 'spec.addons')) {
      return {
        effect: 'config-only',
        explanation: 'Nothing happens by itself: kk installs add-ons when it is told to.',
        advice: `Run kk create phase addons -f ${fileOf(pair.after)}.`,
      };
    }
    const fixed = needsNewCluster.find((field) => isWithin(pattern, field));
    if (fixed !== undefined) {
      return {
        effect: 'rejected',
        explanation: `A running cluster can't take it: ${fixed} is built into the cluster when it is set up.`,
        advice: `Keep the old value, or set up a new cluster with kk create cluster -f ${fileOf(pair.after)} and move the workloads.`,
      };
    }
    return ignored(change, pair);
  },
  created({ manifest }) {
    const number = itemsAt(manifest, 'spec', 'hosts').length;
    return {
      effect: 'created',
      explanation: `Sets up a cluster of ${count(number, 'host')} once kk is told to.`,
      advice: `Run kk create cluster -f ${fileOf(manifest)}.`,
    };
  },
  removed: () => ({
    effect: 'removed',
    explanation: 'kk does nothing by itself: the cluster goes on running.',
  }),
};

/** Fields that are built into certificates, addresses or stored data of the cluster. */
const needsNewCluster = [
  'spec.controlPlaneEndpoint.domain',
  'spec.controlPlaneEndpoint.address',
  'spec.controlPlaneEndpoint.port',
  'spec.controlPlaneEndpoint.internalLoadbalancer',
  'spec.etcd.type',
  'spec.etcd.dataDir',
  'spec.etcd.external',
  'spec.kubernetes.type',
  'spec.kubernetes.clusterName',
  'spec.kubernetes.dnsDomain',
  'spec.kubernetes.nodeCidrMaskSize',
  'spec.kubernetes.nodeCidrMaskSizeIPv6',
  'spec.network.plugin',
  'spec.network.kubePodsCIDR',
  'spec.network.kubeServiceCIDR',
];

const access = ['user', 'password', 'privateKey', 'privateKeyPath', 'port', 'timeout'];

function namesIn(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    itemsAt(manifest, 'spec', 'hosts').flatMap(({ item }) => textAt(item, 'name') ?? []),
  );
}

/** Hosts of a role group, ranges expanded as KubeKey does. */
function group(manifest: Manifest, name: string): readonly string[] {
  const list = at(manifest, 'spec', 'roleGroups', name);
  return Array.isArray(list)
    ? (list as readonly unknown[]).flatMap((entry) => expandHostRange(String(entry)).names)
    : [];
}

function rolesOf(manifest: Manifest, host: string): readonly string[] {
  return Object.keys(fieldsAt(manifest, 'spec', 'roleGroups')).filter((role) =>
    group(manifest, role).includes(host),
  );
}

function hosts(change: FieldChange, pair: Pair): Attribution {
  const field = change.path[3];
  const name = change.path[2]?.slice(1, -1) ?? '';
  if (change.what === 'order') {
    return { effect: 'none', explanation: 'The order of hosts means nothing to kk.' };
  }
  if (field === undefined) {
    return change.after === undefined ? removed(name, pair) : added(name, pair);
  }
  if (access.includes(field)) {
    return {
      effect: 'none',
      explanation: 'It only tells kk how to log in: nothing changes on the host.',
    };
  }
  const isNodeAddress =
    field === 'internalAddress' ||
    (field === 'address' && textAt(hostOf(pair.after, name), 'internalAddress') === undefined);
  if (isNodeAddress) {
    return {
      effect: 'rejected',
      explanation: `A running node can't get another address: the certificates, etcd and the other nodes know ${name} by the old one.`,
      advice: `Take the node out with kk delete node ${name} -f ${fileOf(pair.after)} (with the old file), then add it again with kk add nodes -f ${fileOf(pair.after)}.`,
    };
  }
  if (field === 'labels') {
    return {
      effect: 'none',
      explanation: `kk labels a node when it joins; ${name} keeps its labels.`,
      advice: `Run kubectl label node ${name} with the labels.`,
    };
  }
  return {
    effect: 'none',
    explanation: 'kk reads it when a node is set up; running nodes keep what they have.',
  };
}

function hostOf(manifest: Manifest, name: string): unknown {
  return itemsAt(manifest, 'spec', 'hosts').find(({ item }) => item['name'] === name)?.item;
}

function added(name: string, { after }: Pair): Attribution {
  const has = rolesOf(after, name);
  if (has.length === 0) {
    return {
      effect: 'none',
      explanation: `${name} is in no role group: kk never contacts it.`,
      advice: 'Add it to roleGroups.worker to have it join.',
    };
  }
  const members = group(after, 'etcd').length;
  const etcd = has.includes('etcd')
    ? ` etcd grows to ${count(members, 'member')}${members % 2 === 0 ? ', an even number that survives no more failures than one member less' : ''}.`
    : '';
  return {
    effect: 'scale',
    explanation: `${name} joins the cluster (${has.join(', ')}); the nodes that run are not touched.${etcd}`,
    advice: `Run kk add nodes -f ${fileOf(after)}.`,
  };
}

function removed(name: string, { before }: Pair): Attribution {
  const had = rolesOf(before, name);
  if (had.length === 0) {
    return {
      effect: 'none',
      explanation: `${name} was in no role group: it is not part of the cluster.`,
    };
  }
  const members = group(before, 'etcd').length;
  const etcd = had.includes('etcd')
    ? ` It is one of ${count(members, 'etcd member')}: ${members <= 1 ? 'all data of the cluster is in it.' : `${members - 1} would be left, and ${Math.floor(members / 2) + 1} of the ${members} must run for the cluster to work until the member is taken out.`}`
    : '';
  const control =
    had.includes('control-plane') || had.includes('master') ? ' It runs the control plane.' : '';
  return {
    effect: 'data-risk',
    explanation: `Nothing happens by itself. When ${name} is deleted, its pods move to other nodes, and what they kept on its disk is lost.${control}${etcd}`,
    advice: `Run kk delete node ${name} -f ${fileOf(before)} while the file still names the host; use the new file from then on.${had.includes('etcd') ? ' Back etcd up first; kk leaves the member in etcd, so take it out with etcdctl member remove.' : ''}`,
  };
}

function roles(change: FieldChange, pair: Pair): Attribution {
  const role = change.path[2];
  if (role === undefined) return { effect: 'unknown', explanation: 'All role groups change.' };
  const was = group(pair.before, role);
  const is = group(pair.after, role);
  const inBefore = namesIn(pair.before);
  const inAfter = namesIn(pair.after);
  const gone = was.filter((host) => !is.includes(host));
  const come = is.filter((host) => !was.includes(host));
  const left = gone.find((host) => !inAfter.has(host) || rolesOf(pair.after, host).length === 0);
  if (left !== undefined) return removed(left, pair);
  const moved = [...gone, ...come].find(
    (host) => inBefore.has(host) && rolesOf(pair.before, host).length > 0,
  );
  if (moved !== undefined) return moves(moved, role, pair);
  const [first] = come;
  return first === undefined
    ? { effect: 'none', explanation: 'The same hosts have the role.' }
    : added(first, pair);
}

/** A node that runs and gets or loses a role. */
function moves(host: string, role: string, { before, after }: Pair): Attribution {
  if (role === 'worker') {
    const works = group(after, 'worker').includes(host);
    return {
      effect: 'none',
      explanation: `kk doesn't touch the roles of a node that runs: ${host} ${works ? 'still takes no ordinary pods' : 'still takes ordinary pods'}.`,
      advice: `Run kubectl taint node ${host} node-role.kubernetes.io/control-plane:NoSchedule${works ? '-' : ''}.`,
    };
  }
  const isLast = group(before, role).join() === host;
  return {
    effect: 'rejected',
    explanation: `kk doesn't change the role ${role} of ${host}, which is part of the cluster already.`,
    advice: isLast
      ? `Keep it: no other host has the role. Give it to a host that is not in the cluster yet and run kk add nodes -f ${fileOf(after)} first.`
      : `Take it out with kk delete node ${host} (with the old file), then add it again with kk add nodes -f ${fileOf(after)}.`,
  };
}

/** What kk reads only when it sets up a node, an etcd or the cluster. */
function ignored({ pattern }: FieldChange, { after }: Pair): Attribution | undefined {
  if (pattern === 'apiVersion')
    return { effect: 'none', explanation: 'kk 3 never looks at apiVersion.' };
  if (isWithin(pattern, 'spec.kubernetes.apiserverCertExtraSans')) {
    return {
      effect: 'none',
      explanation:
        'kk puts the names into the certificate when it is made: running API servers keep theirs, and clients that use a new name refuse it.',
      advice:
        'Make the certificate anew on each control-plane node: move apiserver.crt and apiserver.key away, run kubeadm init phase certs apiserver with the new names, restart the API server.',
    };
  }
  if (pattern === 'spec.kubernetes.autoRenewCerts') {
    return {
      effect: 'none',
      explanation:
        'kk installs the renewal when it sets the cluster up; a running cluster keeps what it has.',
      advice: `Renew certificates now and then with kk certs renew -f ${fileOf(after)}.`,
    };
  }
  if (isWithin(pattern, 'spec.registry') || pattern === 'spec.kubernetes.containerManager') {
    return {
      effect: 'none',
      explanation:
        'kk configures the container runtime only where it installs it: running nodes keep theirs, nodes that join from now on get it.',
    };
  }
  return pattern.startsWith('spec.')
    ? {
        effect: 'none',
        explanation:
          'kk reads it when it sets a cluster or a node up: the running cluster ignores it, nodes that join from now on may get it.',
      }
    : undefined;
}
