import { closest } from '../manifest/closest';
import { appendField } from '../manifest/field-path';
import type { Premise } from './check';
import type { IndexedPod } from './object-index';

type Labels = Readonly<Record<string, string>>;

/** A pod that a selector misses by one label. */
export interface NearPod {
  /** The pod. */
  readonly pod: IndexedPod;
  /** Key of the label that makes the difference, as the selector has it. */
  readonly key: string;
  /** What to do, as a sentence. */
  readonly fix: string;
}

/**
 * What says that a selector misses a pod: the label on both sides.
 *
 * @param labels field of the selector that holds its labels
 */
export function premisesOf({ pod: { object, pod }, key }: NearPod, labels: string): Premise[] {
  const own = [...pod.path, 'metadata', 'labels'].join('.');
  return [appendField(labels, key), [object, appendField(own, key)]];
}

/**
 * The first pod that a selector most likely means and misses by one label: misspelt, missing beside
 * others that match, or under another key. Undefined where no pod is that near.
 */
export function nearPod(selector: Labels, pods: readonly IndexedPod[]): NearPod | undefined {
  for (const pod of unlike(pods)) {
    const found = difference(selector, pod);
    if (found !== undefined) return { pod, ...found };
  }
  return undefined;
}

/** So many kinds of pods are compared with a selector: what thousands of them miss is not one typo. */
const most = 200;
const compared = new WeakMap<readonly IndexedPod[], readonly IndexedPod[]>();

/** The pods whose labels differ in more than a number, at most as many as are worth comparing. */
function unlike(pods: readonly IndexedPod[]): readonly IndexedPod[] {
  let found = compared.get(pods);
  if (found === undefined) {
    const byLabels = new Map<string, IndexedPod>();
    for (const pod of pods) {
      const isLabelled = pod.object.manifest.kind !== 'StatefulSet';
      const key = `${isLabelled} ${JSON.stringify(pod.pod.labels).replace(/\d+/g, '0')}`;
      if (!byLabels.has(key)) byLabels.set(key, pod);
      if (byLabels.size >= most) break;
    }
    compared.set(pods, (found = [...byLabels.values()]));
  }
  return found;
}

function difference(
  selector: Labels,
  { pod: { labels }, object }: IndexedPod,
): Omit<NearPod, 'pod'> | undefined {
  const pairs = Object.entries(selector);
  const missed = pairs.filter(
    ([key, value]) => !Object.hasOwn(labels, key) || labels[key] !== value,
  );
  const [first, ...others] = missed;
  if (first === undefined || others.length > 0) return undefined;
  const [key, value] = first;
  const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (own !== undefined) {
    return isTypo(value, own)
      ? { key, fix: `Write ${key}: ${own}, which the pods have.` }
      : undefined;
  }
  const otherKey = Object.keys(labels).find((one) => labels[one] === value && isSameIdea(one, key));
  if (otherKey !== undefined)
    return { key, fix: `Write ${otherKey}: ${value}, which the pods have.` };
  // What runs in a StatefulSet often labels its own pods, such as the leader of a database.
  return pairs.length > 1 && object.manifest.kind !== 'StatefulSet'
    ? { key, fix: `Remove ${key} from the selector, or give the pods the label ${key}: ${value}.` }
    : undefined;
}

/**
 * One misspelt for the other. Names that differ in a number only are two names, and what two names
 * share, such as "thanos-" of thanos-ruler and thanos-query, does not make them alike.
 */
function isTypo(a: string, b: string): boolean {
  const [own, other] = [a.split(/[-_.]/), b.split(/[-_.]/)];
  const isPaired = own.length === other.length;
  const mine = isPaired ? own.filter((word, index) => word !== other[index]).join('-') : a;
  const theirs = isPaired ? other.filter((word, index) => word !== own[index]).join('-') : b;
  return (
    Math.min(a.length, b.length) >= 3 &&
    Math.max(mine.length, theirs.length) >= 3 &&
    a.replace(/\d/g, '') !== b.replace(/\d/g, '') &&
    closest(mine, [theirs]) !== undefined
  );
}

const keysOfName: ReadonlySet<string> = new Set([
  'app',
  'name',
  'app.kubernetes.io/name',
  'k8s-app',
]);

function isSameIdea(a: string, b: string): boolean {
  return (keysOfName.has(a) && keysOfName.has(b)) || closest(a, [b]) !== undefined;
}
