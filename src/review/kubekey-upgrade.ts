import { kubeKeyVersions } from '../facts/kubekey/kubekey-versions.generated';
import { itemsAt } from '../manifest/fields';
import { kubeKeyFallbackVersion, readKubeKeyVersion } from '../manifest/kubekey-version';
import { refOf, type Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { Difference } from './diff';
import { count, said } from './words';

/** The name that `kk create config` gives the file of a cluster. */
export function fileOf(manifest: Manifest): string {
  return `config-${refOf(manifest).name}.yaml`;
}

interface Version {
  readonly minor: number;
  readonly patch: number;
}

function versionOf(value: unknown): Version | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const { version, fallback } = readKubeKeyVersion(value);
  const [, minor, patch] = /^v1\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return fallback || minor === undefined
    ? undefined
    : { minor: Number(minor), patch: Number(patch) };
}

/** What kk makes of another Kubernetes version: one step at a time, and never back. */
export function upgrade(change: Difference, after: Manifest): Attribution {
  const from = versionOf(change.before);
  const to = versionOf(change.after);
  if (from === undefined || to === undefined) {
    return {
      effect: 'unknown',
      explanation: `Where kk can not read the version, or finds none, it takes ${kubeKeyFallbackVersion}.`,
      advice: 'Write the version as v1.26.4.',
    };
  }
  const written = said(change.after);
  const target = written.startsWith('v') ? written : `v${written}`;
  if (from.minor === to.minor && from.patch === to.patch) {
    return { effect: 'none', explanation: 'It is the same version.' };
  }
  if (to.minor < from.minor || (to.minor === from.minor && to.patch < from.patch)) {
    return {
      effect: 'rejected',
      explanation: `kk refuses to go back from ${said(change.before)} to ${written}: it says so, ends, and changes nothing.`,
      advice: 'Keep the version, or set up a new cluster and move the workloads.',
    };
  }
  if (/-k(3s|8e)$/.test(target)) {
    return {
      effect: 'unknown',
      explanation: 'kk upgrade only knows clusters that kubeadm made, none of k3s or k8e.',
      advice: 'Upgrade it as k3s or k8e describe it.',
    };
  }
  const known: readonly string[] = kubeKeyVersions.kubernetes.amd64;
  if (!known.includes(target)) {
    return {
      effect: 'rejected',
      explanation: `kk ${kubeKeyVersions.release} can't install ${target}.`,
      advice: `Choose a version of kk version --show-supported-k8s, such as ${newestOf(to.minor) ?? newestOf(from.minor) ?? 'the newest one'}.`,
    };
  }
  const between = Array.from({ length: Math.max(0, to.minor - from.minor - 1) }, (_, index) =>
    newestOf(from.minor + index + 1),
  );
  if (between.includes(undefined)) {
    return {
      effect: 'rejected',
      explanation: `kk goes minor by minor, and ${kubeKeyVersions.release} can't install every minor version between ${said(change.before)} and ${written}.`,
      advice: 'Set up a new cluster and move the workloads.',
    };
  }
  const nodes = itemsAt(after, 'spec', 'hosts').length;
  const steps =
    between.length === 0
      ? `the step is allowed (${to.minor === from.minor ? 'the same minor version' : 'one minor version'})`
      : `the step is allowed, minor by minor: ${[...between, target].join(', then ')}, each through all nodes`;
  return {
    effect: 'rolling-restart',
    explanation: `Nothing happens by itself. kk upgrade goes through ${nodes === 1 ? 'the only node' : `${count(nodes, 'node')} one by one, the control plane first`}; ${steps}.${nodes === 1 ? ' With one node the API does not answer for a while.' : ''}`,
    advice: `Back etcd up, then run kk upgrade -f ${fileOf(after)}.`,
  };
}

function newestOf(minor: number): string | undefined {
  return kubeKeyVersions.kubernetes.amd64
    .filter((version) => version.startsWith(`v1.${minor}.`))
    .at(-1);
}
