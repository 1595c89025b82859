import { targetVersion } from '../checks/target-version';
import { groupOf, identityOf, type Manifest } from '../manifest/manifest';
import type { Change, Effect, Review } from '../review/change';
import { pairObjects, storedIdentity, type Pairing } from '../review/pair-objects';
import { review } from '../review/review';
import { keptBackEffects } from './accepted-effects';
import { stateOf, type Snapshot } from './snapshot';

/** The files for one cluster, and what applying their differences does. */
export interface SnapshotReview {
  /** The files that differ from what is stored. */
  readonly differing: readonly Snapshot[];
  /** What applying the difference does. */
  readonly review: Review;
  /** The effects that must be named before the files below are stored; empty where there are none. */
  readonly keptBackBy: ReadonlySet<Effect>;
  /** The files that hold an object with such an effect, on either side. */
  readonly keptBack: ReadonlySet<Snapshot>;
}

/** What a review of snapshots needs to know besides them. */
export interface ReviewContext {
  /** The effects that may be stored. */
  readonly accepted: ReadonlySet<Effect>;
  /** The Kubernetes version that the test names, as minor; undefined: that of the cluster. */
  readonly kubernetesVersion: string | undefined;
  /** Objects that are around on both sides. */
  readonly around: readonly Manifest[];
}

/** Reviews what is stored against what is made now, for each cluster on its own where something differs. */
export function reviewSnapshots(
  snapshots: readonly Snapshot[],
  context: ReviewContext,
): readonly SnapshotReview[] {
  return setsOf(snapshots).flatMap((set) => {
    const differing = set.filter((snapshot) => stateOf(snapshot) !== 'same');
    return differing.length === 0 ? [] : [reviewSet(set, differing, context)];
  });
}

/**
 * The files for one cluster together. A file that is made no more belongs to the cluster of the files
 * in its folder, if they are all for one.
 */
function setsOf(snapshots: readonly Snapshot[]): readonly (readonly Snapshot[])[] {
  const made = snapshots.filter(({ current }) => current !== undefined);
  const sets = groupBy(made, ({ cluster }) => cluster);
  const folders = groupBy(made, folderOf);
  const alone: Snapshot[] = [];
  for (const snapshot of snapshots) {
    if (snapshot.current !== undefined) continue;
    const near = folders.get(folderOf(snapshot)) ?? made;
    const clusters = new Set(near.map(({ cluster }) => cluster));
    const [cluster] = clusters;
    const set = clusters.size === 1 ? sets.get(cluster) : alone;
    set?.push(snapshot);
  }
  return [...sets.values(), alone];
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function folderOf({ path }: Snapshot): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function reviewSet(
  set: readonly Snapshot[],
  differing: readonly Snapshot[],
  { accepted, kubernetesVersion, around }: ReviewContext,
): SnapshotReview {
  // An object that moved to another file is around by now.
  const moved = new Set(around.map(storedIdentity));
  const stored = objectsOf(set, 'stored').filter((object) => !moved.has(storedIdentity(object)));
  const before = [...stored, ...around];
  const after = [...objectsOf(set, 'current'), ...around];
  const cluster = set.find((snapshot) => snapshot.cluster !== undefined)?.cluster?.toManifest();
  const known = cluster === undefined ? after : [cluster];
  const version = targetVersion(known, kubernetesVersion).version;
  const reviewed = review(before, after, { kubernetesVersion: version });
  const kept = reviewed.changes.filter(
    ({ effect }) => keptBackEffects.some((known) => known === effect) && !accepted.has(effect),
  );
  return {
    differing,
    review: reviewed,
    keptBackBy: new Set(kept.map(({ effect }) => effect)),
    keptBack: holdersOf(kept, differing, pairObjects(before, after)),
  };
}

/** The files that hold one of the changed objects, as it is stored or as it is made now. */
function holdersOf(
  changes: readonly Change[],
  differing: readonly Snapshot[],
  { both, replaced }: Pairing,
): ReadonlySet<Snapshot> {
  if (changes.length === 0) return new Set();
  const was = new Map([...both, ...replaced].map((it) => [identityOf(it.after), it.before]));
  const identities = new Set(
    changes.flatMap(({ object: { apiVersion, kind, namespace, name } }) => {
      const identity = identityOf({ apiVersion, kind, metadata: { namespace, name } });
      const before = was.get(identity);
      return before === undefined ? [identity] : [identity, identityOf(before)];
    }),
  );
  const holds = (side: 'stored' | 'current') => (snapshot: Snapshot) =>
    objectsOf([snapshot], side).some((object) => identities.has(identityOf(object)));
  return new Set(differing.filter((it) => holds('stored')(it) || holds('current')(it)));
}

/** The objects of one side; a `kustomization.yaml` is applied to no cluster. */
function objectsOf(
  snapshots: readonly Snapshot[],
  side: 'stored' | 'current',
): readonly Manifest[] {
  return snapshots
    .flatMap((snapshot) => snapshot[side]?.manifests ?? [])
    .filter(({ apiVersion }) => groupOf(apiVersion) !== 'kustomize.config.k8s.io');
}
