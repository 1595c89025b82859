import { fieldsAt } from '../../manifest/fields';
import { at, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import type { FieldChange, KindEffects, Pair } from '../kind-effects';
import { count } from '../words';

/** KubeKey's Inventory (kk 4): the hosts of a cluster and their groups. */
export const kubeKeyInventory: KindEffects = {
  kinds: ['kubekey.kubesphere.io/Inventory'],
  changed(change, pair) {
    const [, part, name = '', field] = change.path;
    if (part === 'hosts') return host(change, pair);
    if (part === 'groups' && (field === 'hosts' || field === undefined)) {
      return members(name, pair);
    }
    return part === undefined || change.path[0] !== 'spec' ? undefined : notKnown;
  },
  created({ manifest }) {
    return {
      effect: 'created',
      explanation: `Sets up a cluster of ${count(hostsOf(manifest).length, 'host')} once kk is told to.`,
      advice: `Run ${kk4('create cluster')}.`,
    };
  },
  removed: () => ({
    effect: 'removed',
    explanation: 'kk does nothing by itself: the cluster goes on running.',
  }),
};

/** A command line of kk 4, with the names of files that its own documentation uses. */
export function kk4(command: string): string {
  return `kk ${command} -i inventory.yaml -c config.yaml`;
}

const notKnown: Attribution = {
  effect: 'unknown',
  explanation:
    'Nothing happens by itself. What kk 4 makes of it when it is run the next time is not known here.',
};

/** Groups whose hosts are nodes of the cluster, or hold its data. */
const clusterGroups = ['kube_control_plane', 'kube_worker', 'etcd'];

function hostsOf(manifest: Manifest): readonly string[] {
  return Object.keys(fieldsAt(manifest, 'spec', 'hosts'));
}

function membersOf(manifest: Manifest, group: string): readonly string[] {
  const list = at(manifest, 'spec', 'groups', group, 'hosts');
  return Array.isArray(list) ? list.map(String) : [];
}

function groupsOf(manifest: Manifest, name: string): readonly string[] {
  return clusterGroups.filter((group) => membersOf(manifest, group).includes(name));
}

function host(change: FieldChange, pair: Pair): Attribution {
  const [, , name = '', field, ...rest] = change.path;
  if (field === undefined) {
    return change.after === undefined ? removed(name, pair) : added(name, pair);
  }
  if (field === 'connector') {
    return {
      effect: 'none',
      explanation: 'It only tells kk how to log in: nothing changes on the host.',
    };
  }
  if (field === 'internal_ipv4' || field === 'internal_ipv6') {
    return {
      effect: 'rejected',
      explanation: `A running node can't get another address: the certificates, etcd and the other nodes know ${name} by the old one.`,
      advice: `Take the node out with ${deletion(name)} (with the old files), then add it again with ${kk4('add nodes')}.`,
    };
  }
  if (field === 'kubernetes' && /^custom_(labels|taints)$/.test(rest[0] ?? '')) {
    return {
      effect: 'config-only',
      explanation: `kk writes it to the node ${name} the next time that it adds nodes; what is no longer named stays on the node.`,
      advice: `Run kubectl label node ${name}, or kubectl taint node ${name}, to have it now.`,
    };
  }
  return notKnown;
}

function deletion(name: string): string {
  return kk4(`delete nodes ${name}`);
}

function added(name: string, { after }: Pair): Attribution {
  const groups = groupsOf(after, name);
  if (groups.length === 0) {
    return {
      effect: 'none',
      explanation: `${name} is in no group of the cluster: it does not become a node.`,
      advice: 'Add it to the hosts of kube_worker to have it join.',
    };
  }
  const members = membersOf(after, 'etcd').length;
  const isEven = groups.includes('etcd') && members % 2 === 0;
  return {
    effect: 'scale',
    explanation: `${name} joins the cluster (${groups.join(', ')}).${groups.includes('etcd') ? ` etcd grows to ${count(members, 'member')}${isEven ? ': kk refuses an even number' : ''}.` : ''}`,
    advice: isEven ? 'Give etcd an odd number of hosts.' : `Run ${kk4('add nodes')}.`,
  };
}

function removed(name: string, { before }: Pair): Attribution {
  const groups = groupsOf(before, name);
  if (groups.length === 0) {
    return {
      effect: 'none',
      explanation: `${name} was in no group of the cluster: it is no node of it.`,
    };
  }
  const members = membersOf(before, 'etcd').length;
  const etcd = groups.includes('etcd')
    ? ` It is one of ${count(members, 'etcd member')}, and kk leaves it in etcd unless it is run with --all.`
    : '';
  return {
    effect: 'data-risk',
    explanation: `Nothing happens by itself. When ${name} is deleted, its pods move to other nodes, and what they kept on its disk is lost.${groups.includes('kube_control_plane') ? ' It runs the control plane.' : ''}${etcd}`,
    advice: `${etcd === '' ? '' : 'Back etcd up. '}Run ${deletion(name)} while the files still name the host; use the new ones from then on.`,
  };
}

/** Hosts that come into a group, or leave it. */
function members(group: string, pair: Pair): Attribution {
  if (!clusterGroups.includes(group)) return notKnown;
  const was = membersOf(pair.before, group);
  const is = membersOf(pair.after, group);
  const gone = was.filter((name) => !is.includes(name));
  const come = is.filter((name) => !was.includes(name));
  const left = gone.find((name) => groupsOf(pair.after, name).length === 0);
  if (left !== undefined) return removed(left, pair);
  const moved = [...gone, ...come].find((name) => groupsOf(pair.before, name).length > 0);
  if (moved !== undefined) {
    return {
      effect: 'unknown',
      explanation: `Nothing happens by itself. kk sets a node up when it joins; what it makes of ${moved}, which is part of the cluster already, is not known here.`,
      advice: `Take it out with ${deletion(moved)} (with the old files), then add it again with ${kk4('add nodes')}.`,
    };
  }
  const [first] = come;
  return first === undefined
    ? { effect: 'none', explanation: 'The same hosts are in the group.' }
    : added(first, pair);
}
