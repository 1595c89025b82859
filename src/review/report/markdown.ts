import { show, throwProblems } from '../../errors';
import { describe } from '../../manifest/manifest';
import { printable } from '../../manifest/printable';
import type { Change, Effect, Review } from '../change';
import { reviewForm } from '../review-form';
import { isSaidNext, objectsOf, sequence, verdict, type ReviewedObject } from './verdict';

/** The most characters that GitHub takes in one comment. */
const limit = 65_536;
/** The most changes of one object that are shown. */
const mostChanges = 40;
/** Room for the note on what was left out, and for a line by which a workflow finds its comment. */
const reserve = 300;

const signs: Readonly<Record<Effect, string>> = {
  rejected: '⛔',
  'data-risk': '🔥',
  replaced: '♻️',
  removed: '🗑️',
  'restart-with-downtime': '🔴',
  unknown: '❓',
  traffic: '🔀',
  'rolling-restart': '🔄',
  scale: '↕️',
  'config-only': '📄',
  'rollout-setting': '⚙️',
  created: '➕',
  metadata: '🏷️',
  none: '⚪',
};

/**
 * The review as Markdown for a comment on a pull request: the verdict, what happens in which order, and
 * the objects collapsed, worst first. It stays under GitHub's limit and says what it left out.
 *
 * @throws GroundworkError where it is no review
 */
export function renderMarkdown(review: Review): string {
  throwProblems(reviewForm(review, 'review'), renderMarkdown);
  const objects = objectsOf(review);
  const steps = sequence(review).map((step, index) => `${index + 1}. ${escaped(step)}`);
  let text = [
    `### Applying this: ${verdict(review)}`,
    '',
    ...steps,
    ...(steps.length > 0 ? ['', ''] : []),
  ].join('\n');
  if (text.length > limit / 2) text = `### Applying this: ${verdict(review)}\n\n`;
  let left = objects.length;
  for (const reviewed of objects) {
    const section = renderObject(reviewed);
    if (text.length + section.length > limit - reserve) break;
    text += section;
    left -= 1;
  }
  if (left > 0) {
    text += `\n**${left} of ${objects.length} objects are left out here**, the least bad ones: a comment can't be longer. The whole review: \`cdk8s-groundwork review\`.\n`;
  }
  return `${text.trimEnd()}\n\n<sub>For Kubernetes ${review.kubernetesVersion}.</sub>\n`;
}

function renderObject({ object, changes, worst, pods }: ReviewedObject): string {
  const restart = pods === 0 ? '' : `, ${pods} pod${pods === 1 ? '' : 's'}`;
  const shown = changes.slice(0, mostChanges);
  const isBad = worst === 'rejected' || worst === 'data-risk';
  return [
    `<details${isBad ? ' open' : ''}>`,
    `<summary>${signs[worst]} <b>${html(describe(object))}</b>: ${worst}${restart}</summary>`,
    '',
    ...(worst === 'rejected' && changes.length > 1
      ? ['As a part is refused, none of these changes happens.', '']
      : []),
    ...shown.map((change, index) => renderChange(change, isSaidNext(changes, index))),
    ...(shown.length < changes.length
      ? [`- ... and ${changes.length - shown.length} more changes of this object`]
      : []),
    '',
    '</details>',
    '',
  ].join('\n');
}

function renderChange(change: Change, isSaidBelow: boolean): string {
  const { effect, field, explanation, advice } = change;
  const where = field === '' ? '' : ` ${code(field)}`;
  const line = `- ${signs[effect]} **${effect}**${where}${values(change)}`;
  if (isSaidBelow) return line;
  return `${line}<br>${escaped(explanation)}${advice === undefined ? '' : `<br>→ ${escaped(advice)}`}`;
}

function values({ field, before, after }: Change): string {
  if (field === '') return '';
  if (before === undefined) return `: added ${code(show(after))}`;
  if (after === undefined) return `: removed ${code(show(before))}`;
  return `: ${code(show(before))} → ${code(show(after))}`;
}

/** Text as inline code, fenced by more backticks than it holds, in one line. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || text === '' ? ' ' : '';
  return `${fence}${pad}${inOneLine(text)}${pad}${fence}`;
}

/** Text that Markdown takes as text only. */
function escaped(text: string): string {
  return html(text).replace(/[\\`*_[\]|~]/g, '\\$&');
}

/**
 * Text that HTML takes as text only, where Markdown takes none of it for its own; a name must not be able
 * to mention anyone, nor to link to anything, which GitHub makes of bare addresses and numbers, too.
 */
function html(text: string): string {
  return inOneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@|#(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&\u200b');
}

/** Text in one line, with what can't be seen, or turns the direction of the text, spelled out. */
function inOneLine(text: string): string {
  return printable(text.replace(/[ \t\r\n]+/g, ' '));
}
