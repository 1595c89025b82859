import { minorOf } from '../facts/kubernetes/minor';
import { labelsAt } from '../manifest/fields';
import type { CheckInput } from './check';
import { objectIndex } from './object-index';

/** The levels of the Pod Security Standards, the strictest last. */
const levels = ['privileged', 'baseline', 'restricted'] as const;

/** First minor release (the x of 1.x) in which Pod Security admission is on. */
const sinceMinor = 23;

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = (typeof levels)[number];

/** What a Namespace says about the pods in it. */
export interface NamespaceLevel {
  /** The level. */
  readonly level: PodSecurityLevel;
  /** The minor release (the x of 1.x) whose form of the standards holds. */
  readonly minor: number;
}

/** What the Namespace, where it is among the objects, enforces; undefined where it says nothing, or nobody asks it. */
export function enforcedLevel(input: CheckInput, namespace: string): NamespaceLevel | undefined {
  const level = labelOf(input, namespace, 'enforce');
  if (level === undefined) return undefined;
  const own = labels(input, namespace)['pod-security.kubernetes.io/enforce-version'];
  const target = minorOf(input.kubernetesVersion);
  const isPinned = own !== undefined && /^v1\.\d+$/.test(own);
  return target < sinceMinor
    ? undefined
    : { level, minor: isPinned ? Math.min(Number(own.slice('v1.'.length)), target) : target };
}

/**
 * Tells whether a Namespace enforces a level, or a stricter one, in the form of the target version: then
 * what the level forbids is the finding of namespace-admits-pods, unless that is off.
 */
export function isEnforced(input: CheckInput, namespace: string, level: PodSecurityLevel): boolean {
  if (input.off?.includes('namespace-admits-pods') === true) return false;
  const enforced = enforcedLevel(input, namespace);
  return (
    enforced?.minor === minorOf(input.kubernetesVersion) &&
    levels.indexOf(enforced.level) >= levels.indexOf(level)
  );
}

/**
 * Tells whether a Namespace has chosen, by its labels, a level below another one: then its author knows
 * what the pods in it do.
 */
export function isBelow(input: CheckInput, namespace: string, level: PodSecurityLevel): boolean {
  const chosen = ['enforce', 'warn', 'audit'].flatMap(
    (mode) => labelOf(input, namespace, mode) ?? [],
  );
  const wanted = levels.indexOf(level);
  return chosen.length > 0 && chosen.every((one) => levels.indexOf(one) < wanted);
}

function labelOf(input: CheckInput, namespace: string, mode: string): PodSecurityLevel | undefined {
  const value = labels(input, namespace)[`pod-security.kubernetes.io/${mode}`];
  return levels.find((level) => level === value);
}

function labels(input: CheckInput, namespace: string): Readonly<Record<string, string>> {
  if (namespace === '') return {};
  const found = objectIndex(input).find('/Namespace', '', namespace);
  return found === undefined ? {} : labelsAt(found.manifest, 'metadata', 'labels');
}
