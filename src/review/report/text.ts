import { show } from '../../errors';
import { describe } from '../../manifest/manifest';
import type { Change, Review } from '../change';
import { isSaidNext, objectsOf, sequence, verdict } from './verdict';

/** The review as text for a terminal: the verdict, what happens in which order, then object by object. */
export function renderText(review: Review): string {
  const lines = [`${verdict(review)}.`];
  const steps = sequence(review);
  if (steps.length > 0) {
    lines.push('', ...steps.map((step, index) => `  ${index + 1}. ${step}`));
  }
  for (const { object, changes, worst } of objectsOf(review)) {
    lines.push('', describe(object));
    if (worst === 'rejected' && changes.length > 1) {
      lines.push('  As a part is refused, none of these changes happens.');
    }
    for (const [index, change] of changes.entries()) {
      lines.push(
        `  ${change.effect}${change.field === '' ? '' : `  ${change.field}${values(change)}`}`,
      );
      if (isSaidNext(changes, index)) continue;
      lines.push(`    ${change.explanation}`);
      if (change.advice !== undefined) lines.push(`    Do: ${change.advice}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function values({ before, after }: Change): string {
  if (before === undefined) return `: + ${show(after)}`;
  if (after === undefined) return `: - ${show(before)}`;
  return `: ${show(before)} -> ${show(after)}`;
}
