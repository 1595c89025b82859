import { throwProblems } from '../../errors';
import { describe, identityOf, type Manifest } from '../../manifest/manifest';
import { objectsForm } from '../../manifest/manifest-form';
import { manifestOf, ReadObject } from '../../manifest/read-object';
import { commandPlace, workflowCommand } from '../../manifest/workflow-command';
import type { Change, Effect, Review } from '../change';
import { reviewForm } from '../review-form';
import { isSaidNext, objectsOf, verdict, type ReviewedObject } from './verdict';

/** How GitHub shows each effect; what nobody need look at is left out. */
const levels: Readonly<Record<Effect, 'error' | 'warning' | 'notice' | undefined>> = {
  rejected: 'error',
  'data-risk': 'error',
  replaced: 'warning',
  removed: 'warning',
  'restart-with-downtime': 'warning',
  unknown: 'warning',
  traffic: 'warning',
  'rolling-restart': 'warning',
  scale: 'notice',
  'config-only': 'notice',
  'rollout-setting': 'notice',
  created: 'notice',
  metadata: undefined,
  none: undefined,
};

/**
 * The review as workflow commands of GitHub Actions: one annotation for each object at the line where
 * its file begins with it, worst first, and one for the verdict. GitHub shows ten of each level for a
 * step, so the worst come first.
 *
 * @param after the objects to be applied, as `readFiles` gives them with their places; those that came from
 * elsewhere than a file of the work tree are annotated without a place
 * @throws GroundworkError where an argument is something else
 */
export function renderGithub(
  review: Review,
  after: readonly (Manifest | ReadObject)[] = [],
): string {
  throwProblems([...reviewForm(review, 'review'), ...objectsForm(after, 'after')], renderGithub);
  const places = new Map(after.map((object) => [identityOf(manifestOf(object)), object]));
  const lines = objectsOf(review).flatMap((reviewed) => annotation(reviewed, places) ?? []);
  return [workflowCommand('notice', { title: 'Review' }, `${verdict(review)}.`), ...lines].join('');
}

function annotation(
  { object, changes, worst, pods }: ReviewedObject,
  places: ReadonlyMap<string, Manifest | ReadObject>,
): string | undefined {
  const level = levels[worst];
  if (level === undefined) return undefined;
  const { apiVersion, kind, namespace, name } = object;
  const found = places.get(identityOf({ apiVersion, kind, metadata: { namespace, name } }));
  const restart = pods === 0 ? '' : `, ${pods} pod${pods === 1 ? '' : 's'}`;
  return workflowCommand(
    level,
    {
      ...(found instanceof ReadObject ? commandPlace(found.position()) : {}),
      title: `${describe(object)}: ${worst}${restart}`,
    },
    changes.flatMap((change, index) => told(change, isSaidNext(changes, index))).join('\n'),
  );
}

function told({ field, effect, explanation, advice }: Change, isSaidBelow: boolean): string[] {
  const line = field === '' ? effect : `${effect} ${field}`;
  if (isSaidBelow) return [line];
  return [`${line}: ${explanation}`, ...(advice === undefined ? [] : [`Do: ${advice}`])];
}
