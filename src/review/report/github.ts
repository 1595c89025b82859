import { describe, identityOf, type Manifest } from '../../manifest/manifest';
import { printable } from '../../manifest/printable';
import { manifestOf, ReadObject } from '../../manifest/read-object';
import type { Change, Effect, Review } from '../change';
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
 */
export function renderGithub(
  review: Review,
  after: readonly (Manifest | ReadObject)[] = [],
): string {
  const places = new Map(after.map((object) => [identityOf(manifestOf(object)), object]));
  const lines = objectsOf(review).flatMap((reviewed) => annotation(reviewed, places) ?? []);
  return [command('notice', { title: 'Review' }, `${verdict(review)}.`), ...lines].join('');
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
  return command(
    level,
    { ...placeOf(found), title: `${describe(object)}: ${worst}${restart}` },
    changes.flatMap((change, index) => told(change, isSaidNext(changes, index))).join('\n'),
  );
}

function placeOf(object: Manifest | ReadObject | undefined): Readonly<Record<string, string>> {
  if (!(object instanceof ReadObject)) return {};
  const { file, line, column } = object.position();
  // Standard input and a revision of git are no files of the work tree.
  if (file === '-' || file.startsWith('git:')) return {};
  return { file: file.replace(/^(\.\/)+/, ''), line: String(line), col: String(column) };
}

function told({ field, effect, explanation, advice }: Change, isSaidBelow: boolean): string[] {
  const line = field === '' ? effect : `${effect} ${field}`;
  if (isSaidBelow) return [line];
  return [`${line}: ${explanation}`, ...(advice === undefined ? [] : [`Do: ${advice}`])];
}

/** One workflow command. What it holds can't end it, nor begin another one. */
function command(
  level: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const shown = Object.entries(properties).map(
    ([key, value]) => `${key}=${data(printable(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  const lines = message.split('\n').map(printable).join('\n');
  return `::${level} ${shown.join(',')}::${data(lines)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
