import { throwProblems } from '../../errors';
import { describe, type ObjectRef } from '../../manifest/manifest';
import { rankOf, type Change, type Effect, type Review } from '../change';
import { reviewForm } from '../review-form';
import { count } from '../words';

/** One object of a review with its changes, worst first. */
export interface ReviewedObject {
  /** The object. */
  readonly object: ObjectRef;
  /** Its changes. */
  readonly changes: readonly Change[];
  /** The worst effect among them. */
  readonly worst: Effect;
  /** Pods that restart; none where the whole object is refused. */
  readonly pods: number;
}

/**
 * Tells whether the next change says the very same: what is told of both is then told once, below the
 * last of them.
 */
export function isSaidNext(changes: readonly Change[], index: number): boolean {
  const change = changes[index];
  const next = changes[index + 1];
  return (
    change?.effect === next?.effect &&
    change?.explanation === next?.explanation &&
    change?.advice === next?.advice
  );
}

/** The objects of a review, worst first, each with its changes. */
export function objectsOf(review: Review): readonly ReviewedObject[] {
  const groups = new Map<string, Change[]>();
  for (const change of review.changes) {
    const { apiVersion, kind, namespace = '', name } = change.object;
    // A replaced object and a removed one may have the same name, but never the same kind and version.
    const key = [apiVersion, kind, namespace, name].join('|');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return [...groups.values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const worst = changes.reduce<Effect>(
      (bad, { effect }) => (rankOf(effect) < rankOf(bad) ? effect : bad),
      first.effect,
    );
    const pods = worst === 'rejected' ? 0 : Math.max(...changes.map((change) => change.pods ?? 0));
    return [{ object: first.object, changes, worst, pods }];
  });
}

const words: Readonly<Record<Effect, (number: number) => string>> = {
  rejected: (number) => `${number} rejected`,
  'data-risk': (number) => `${number} with data at risk`,
  replaced: (number) => `${number} replaced`,
  removed: (number) => `${number} removed`,
  'restart-with-downtime': (number) => count(number, 'restart'),
  unknown: (number) => `${number} unknown`,
  traffic: (number) => count(number, 'traffic change'),
  'rolling-restart': (number) => count(number, 'restart'),
  scale: (number) => `${number} scale`,
  'config-only': (number) => `${number} config only`,
  'rollout-setting': (number) => count(number, 'rollout setting'),
  created: (number) => `${number} created`,
  metadata: (number) => `${number} metadata`,
  none: (number) => `${number} without effect`,
};

const restarts: readonly Effect[] = ['restart-with-downtime', 'rolling-restart'];

/**
 * The whole review in one line, such as `1 rejected, 2 restarts (14 pods), 1 scale, 3 without effect`.
 *
 * It counts objects, each once for each effect among its changes. Of an object that is refused nothing
 * else happens, so nothing else of it is counted.
 *
 * @throws GroundworkError where it is no review
 */
export function verdict(review: Review): string {
  throwProblems(reviewForm(review, 'review'), verdict);
  const counted = new Map<Effect, number>();
  let pods = 0;
  let withDowntime = 0;
  for (const reviewed of objectsOf(review)) {
    const effects =
      reviewed.worst === 'rejected'
        ? new Set<Effect>(['rejected'])
        : new Set(reviewed.changes.map(({ effect }) => effect));
    if (effects.has('restart-with-downtime')) {
      effects.delete('rolling-restart');
      withDowntime += 1;
    }
    for (const effect of effects) {
      const key = restarts.includes(effect) ? 'rolling-restart' : effect;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    pods += reviewed.pods;
  }
  if (counted.size === 0) return 'No changes';
  return [...counted]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([effect, number]) => {
      const detail = [
        pods === 0 ? '' : count(pods, 'pod'),
        withDowntime === 0 ? '' : `${withDowntime} with downtime`,
      ].filter((text) => text !== '');
      const isRestart = effect === 'rolling-restart' && detail.length > 0;
      return `${words[effect](number)}${isRestart ? ` (${detail.join(', ')})` : ''}`;
    })
    .join(', ');
}

/** A config of KubeKey is carried out by kk, never by kubectl. */
function isKubeKey({ object }: ReviewedObject): boolean {
  return object.apiVersion.startsWith('kubekey.kubesphere.io/');
}

/** What happens in which order when all of it is applied, a sentence each. */
export function sequence(review: Review): readonly string[] {
  const objects = objectsOf(review);
  const those = (accept: (reviewed: ReviewedObject) => boolean): string => {
    const found = objects
      .filter((reviewed) => !isKubeKey(reviewed) && accept(reviewed))
      .map(({ object }) => describe(object));
    return found.length > 8
      ? `${found.slice(0, 8).join(', ')} and ${found.length - 8} more`
      : found.join(', ');
  };
  const has =
    (...effects: Effect[]) =>
    ({ changes, worst }: ReviewedObject): boolean =>
      worst !== 'rejected' && changes.some(({ effect }) => effects.includes(effect));
  const byKubeKey = objects
    .filter(isKubeKey)
    .map(({ object }) => describe(object))
    .join(', ');
  const refused = those(({ worst }) => worst === 'rejected');
  const created = those(has('created', 'replaced'));
  const stored = those(has('traffic', 'config-only', 'metadata', 'rollout-setting', 'scale'));
  const restarting = those(has(...restarts));
  const left = those(has('removed'));
  const replacing = those(has('replaced'));
  const risky = those(has('data-risk'));
  return [
    byKubeKey === ''
      ? ''
      : `Before all else, since kubectl knows nothing of it: what kk does, or doesn't do, for ${byKubeKey}.`,
    refused === ''
      ? ''
      : `Refused, with every other change of the same object: ${refused}. The rest is applied all the same.`,
    risky === '' ? '' : `Look before applying: ${risky}.`,
    created === '' ? '' : `Created, in the order of the files: ${created}.`,
    stored === '' ? '' : `Changed as soon as it is applied: ${stored}.`,
    restarting === ''
      ? ''
      : `Restarting from then on, all at the same time, since apply waits for none: ${restarting}.`,
    left === '' ? '' : `Left in the cluster until it is deleted: ${left}.`,
    replacing === ''
      ? ''
      : `Left in the cluster until it is deleted: what has been there in place of ${replacing}.`,
  ].filter((text) => text !== '');
}
