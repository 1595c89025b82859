import { kubeKeyVersions } from '../facts/kubekey/kubekey-versions.generated';
import { itemsAt } from '../manifest/fields';
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
  const [, minor, patch] = /^v?1\.(\d+)\.(\d+)/.exec(typeof value === 'string' ? value : '') ?? [];
  return minor === undefined ? undefined : { minor: Number(minor), patch: Number(patch) };
}

/** What kk makes of another Kubernetes version: one step at a time, and never back. */
export function upgrade(change: Difference, after: Manifest): Attribution {
  const from = versionOf(change.before);
  const to = versionOf(change.after);
  if (from === undefined || to === undefined) {
    return {
      effect: 'unknown',
      explanation: 'kk takes a version that it can not read, and none, for v1.23.17.',
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
      explanation: `kk refuses to go back from ${said(change.before)} to ${written}.`,
      advice: 'Keep the version, or set up a new cluster and move the workloads.',
    };
  }
  const known: readonly string[] = kubeKeyVersions.kubernetes.amd64;
  if (/^v[\d.]+$/.test(target) && !known.includes(target)) {
    return {
      effect: 'rejected',
      explanation: `kk ${kubeKeyVersions.release} can't install ${target}.`,
      advice: `Choose a version of kk version --show-supported-k8s, such as ${newestOf(to.minor) ?? newestOf(from.minor) ?? 'the newest one'}.`,
    };
  }
  if (to.minor > from.minor + 1) {
    const steps = Array.from({ length: to.minor - from.minor - 1 }, (_, index) =>
      newestOf(from.minor + index + 1),
    );
    return {
      effect: 'rejected',
      explanation: `The step from ${said(change.before)} to ${written} skips ${count(to.minor - from.minor - 1, 'minor version')}; an upgrade goes minor by minor.`,
      advice: `Upgrade in steps: ${[...steps, target].filter((step) => step !== undefined).join(', then ')}; each with kk upgrade -f ${fileOf(after)}.`,
    };
  }
  const nodes = itemsAt(after, 'spec', 'hosts').length;
  return {
    effect: 'rolling-restart',
    explanation: `Nothing happens by itself. kk upgrade goes through ${count(nodes, 'node')} one by one, the control plane first; the step is allowed (${to.minor === from.minor ? 'the same minor version' : 'one minor version'}).${nodes === 1 ? ' With one node the API does not answer for a while.' : ''}`,
    advice: `Back etcd up, then run kk upgrade -f ${fileOf(after)}.`,
  };
}

function newestOf(minor: number): string | undefined {
  return kubeKeyVersions.kubernetes.amd64
    .filter((version) => version.startsWith(`v1.${minor}.`))
    .at(-1);
}
