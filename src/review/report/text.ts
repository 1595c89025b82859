import { show, throwProblems } from '../../errors';
import { colors } from '../../manifest/colors';
import { recordOf, flag } from '../../manifest/form';
import { describe } from '../../manifest/manifest';
import { printable } from '../../manifest/printable';
import { rankOf, type Change, type Effect, type Review } from '../change';
import { reviewForm } from '../review-form';
import { isSaidNext, objectsOf, sequence, verdict } from './verdict';

/** How the text looks. */
export interface TextOptions {
  /**
   * Whether the text is coloured for a terminal.
   *
   * @default false
   */
  readonly color?: boolean;
}

const optionsForm = recordOf({ color: flag });

/**
 * The review as text for a terminal: the verdict, what happens in which order, then object by object.
 *
 * @throws GroundworkError where it is no review
 */
export function renderText(review: Review, options: TextOptions = {}): string {
  throwProblems([...reviewForm(review, 'review'), ...optionsForm(options, 'options')], renderText);
  const paint = colors(options.color === true);
  const lines = [paint.bold(`${verdict(review)}.`)];
  const steps = sequence(review);
  if (steps.length > 0) {
    lines.push('', ...steps.map((step, index) => `  ${index + 1}. ${printable(step)}`));
  }
  for (const { object, changes, worst } of objectsOf(review)) {
    lines.push('', paint.bold(printable(describe(object))));
    if (worst === 'rejected' && changes.length > 1) {
      lines.push('  As a part is refused, none of these changes happens.');
    }
    for (const [index, change] of changes.entries()) {
      const { effect, field, explanation, advice } = change;
      const where = field === '' ? '' : `  ${field}${values(change)}`;
      lines.push(`  ${paint[colorOf(effect)](effect)}${printable(where)}`);
      if (isSaidNext(changes, index)) continue;
      lines.push(`    ${printable(explanation)}`);
      if (advice !== undefined) lines.push(`    ${paint.green('Do')}: ${printable(advice)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Red for what loses or refuses something, yellow for what people notice, dim for what nobody does. */
function colorOf(effect: Effect): 'red' | 'yellow' | 'cyan' | 'dim' {
  const rank = rankOf(effect);
  if (rank <= rankOf('restart-with-downtime')) return 'red';
  if (rank <= rankOf('rolling-restart')) return 'yellow';
  return rank <= rankOf('created') ? 'cyan' : 'dim';
}

function values({ before, after }: Change): string {
  if (before === undefined) return `: + ${show(after)}`;
  if (after === undefined) return `: - ${show(before)}`;
  return `: ${show(before)} -> ${show(after)}`;
}
