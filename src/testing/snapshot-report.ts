import type { Effect } from '../review/change';
import { renderText } from '../review/report/text';
import { acceptVariable, keptBackEffects } from './accepted-effects';
import { firstDifference } from './first-difference';
import type { SnapshotReview } from './review-snapshots';
import { stateOf, type Snapshot, type SnapshotState } from './snapshot';
import type { SnapshotUpdate } from './snapshot-options';

/** What became of the files that differ from their snapshots. */
export interface StoredChanges {
  /** The files whose snapshots were written, or removed. */
  readonly stored: readonly Snapshot[];
  /** The files whose snapshots stay as they are. */
  readonly left: readonly Snapshot[];
}

/** Where the snapshots are, as messages name it, and which of them the run may write. */
interface Place {
  readonly shown: string;
  readonly update: SnapshotUpdate;
}

const states: Readonly<Record<SnapshotState, string>> = {
  same: 'is as it is stored',
  changed: 'differs from what is stored',
  missing: 'is not stored yet',
  obsolete: 'is obsolete: it is stored, and no longer made',
};

/** Why a snapshot matcher fails: the files, what applying the difference does, and what to do. */
export function snapshotReport(
  { stored, left }: StoredChanges,
  reviews: readonly SnapshotReview[],
  { shown, update }: Place,
): string {
  const nameOf = ({ path }: Snapshot): string => (shown === '' ? path : `${shown}/${path}`);
  const lines = left.map((snapshot) => {
    const isKept = update !== 'none' && reviews.some(({ keptBack }) => keptBack.has(snapshot));
    return `${nameOf(snapshot)} ${states[stateOf(snapshot)]}${isKept ? ', and is kept back' : ''}.`;
  });
  if (stored.length > 0) lines.push(`Updated all the same: ${stored.map(nameOf).join(', ')}.`);
  const told = reviews.filter(({ differing }) => differing.some((it) => left.includes(it)));
  for (const { review, differing } of told) {
    const which = told.length === 1 ? '' : ` of ${differing.map(nameOf).join(', ')}`;
    if (review.changes.length > 0) {
      lines.push('', `Applying the difference${which}:`, '', renderText(review).trimEnd());
      continue;
    }
    const where = differing.map((it) => `${nameOf(it)}: ${differenceOf(it)}.`);
    lines.push('', `Applying the difference${which} changes nothing in a cluster.`, ...where);
  }
  return [...lines, '', ...advice(left, told, update)].join('\n');
}

function differenceOf({ stored, current }: Snapshot): string {
  return firstDifference(stored?.manifests ?? [], current?.manifests ?? []) ?? 'it holds no object';
}

/** What to do, by what the run may write and what it keeps back. */
function advice(
  left: readonly Snapshot[],
  reviews: readonly SnapshotReview[],
  update: SnapshotUpdate,
): readonly string[] {
  const kept = keptBackEffects.filter((effect) =>
    reviews.some(({ keptBackBy }) => keptBackBy.has(effect)),
  );
  if (left.every((snapshot) => stateOf(snapshot) === 'missing') && kept.length === 0) {
    return ['This run writes no snapshot (--ci). Run the tests without --ci, and commit the file.'];
  }
  if (kept.length === 0) return ['If this is what you want, run the tests with -u to store it.'];
  const run = update === 'all' ? '' : ', run the tests with -u';
  return [
    `An update keeps these files back, since applying them means: ${kept.join(', ')}.`,
    `If this is what you want${run}, and name it: ${acceptance(kept)}.`,
  ];
}

function acceptance(effects: readonly Effect[]): string {
  const list = effects.map((effect) => `'${effect}'`).join(', ');
  return `{ accept: [${list}] } in the test, or ${acceptVariable}=${effects.join(',')} in the environment`;
}
