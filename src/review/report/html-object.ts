import { show } from '../../errors';
import { describe } from '../../manifest/manifest';
import type { Change, Effect } from '../change';
import { count } from '../words';
import { escapeHtml } from './escape-html';
import { htmlDiff, htmlYaml } from './html-diff';
import type { Sides } from './sides';
import { isSaidNext, type ReviewedObject } from './verdict';

/** The most changes of one object that are shown. */
const mostChanges = 200;

/** One object: what applying it does, field by field, and both sides of it. */
export function htmlObject(
  { object, changes, worst, pods }: ReviewedObject,
  sides: Sides,
  { id, isOpen }: { readonly id: string; readonly isOpen: boolean },
): string {
  const restart = pods === 0 ? '' : ` <span class="pods">${count(pods, 'pod')} restart</span>`;
  const shown = changes.slice(0, mostChanges);
  const left = changes.length - shown.length;
  return [
    `<details class="object e-${worst}" id="${id}"${isOpen ? ' open' : ''}>`,
    `<summary>${badge(worst)} <span class="name">${escapeHtml(describe(object))}</span>${restart}</summary>`,
    '<div class="body">',
    ...(worst === 'rejected' && changes.length > 1
      ? ['<p>As a part is refused, none of these changes happens.</p>']
      : []),
    '<ul class="changes">',
    ...shown.map((change, index) => htmlChange(change, isSaidNext(shown, index))),
    '</ul>',
    ...(left > 0 ? [`<p class="more">${count(left, 'more change')} of this object.</p>`] : []),
    yaml(sides),
    '</div>',
    '</details>\n',
  ].join('\n');
}

/** An effect as a coloured word. */
export function badge(effect: Effect, text: string = effect): string {
  return `<span class="badge e-${effect}">${escapeHtml(text)}</span>`;
}

function htmlChange(change: Change, isSaidBelow: boolean): string {
  const { effect, field, explanation, advice } = change;
  const where = field === '' ? '' : ` <code>${escapeHtml(field)}</code>`;
  const what = `${badge(effect)}${where}${values(change)}`;
  if (isSaidBelow) return `<li>${what}</li>`;
  const todo = advice === undefined ? '' : `<p class="advice"><b>Do:</b> ${escapeHtml(advice)}</p>`;
  return `<li>${what}<p>${escapeHtml(explanation)}</p>${todo}</li>`;
}

function values({ field, before, after }: Change): string {
  if (field === '') return '';
  const was = `<del><code>${escapeHtml(show(before))}</code></del>`;
  const is = `<ins><code>${escapeHtml(show(after))}</code></ins>`;
  const text =
    before === undefined
      ? `added ${is}`
      : after === undefined
        ? `removed ${was}`
        : `${was} → ${is}`;
  return ` <span class="values">${text}</span>`;
}

function yaml(sides: Sides): string {
  const { before, after } = sides;
  if (before !== undefined && after !== undefined) {
    return `<details class="yaml" open><summary>Before and after</summary>${htmlDiff(sides)}</details>`;
  }
  const side = after === undefined ? 'before' : 'after';
  return before === undefined && after === undefined
    ? ''
    : `<details class="yaml"><summary>The object, ${side}</summary>${htmlYaml(sides)}</details>`;
}
