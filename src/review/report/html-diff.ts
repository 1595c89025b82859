import { orderKeys } from '../../manifest/key-order';
import { writeYaml } from '../../manifest/write';
import { diffRows, type DiffRow } from './diff-rows';
import { escapeHtml } from './escape-html';
import type { Sides } from './sides';

/** The most rows that are shown of one object. */
const mostRows = 600;
/** The most characters that are shown of one line. */
const mostCharacters = 600;

/** An object as YAML before and after, side by side, with what differs marked; on a phone one below the other. */
export function htmlDiff({ before, after }: Sides): string {
  const rows = diffRows(yamlOf(before), yamlOf(after));
  const left = rows.length - mostRows;
  const more = left > 0 ? `<p class="more">${left} more lines are left out.</p>` : '';
  const head = '<thead><tr><th scope="col">Before</th><th scope="col">After</th></tr></thead>';
  const body = rows.slice(0, mostRows).map(rowHtml).join('');
  return `<table class="diff">${head}<tbody>${body}</tbody></table>${more}`;
}

/** YAML of an object that only one side has. */
export function htmlYaml(sides: Sides): string {
  const text = yamlOf(sides.after ?? sides.before).replace(/\n$/, '');
  const lines = text.split('\n');
  const left = lines.length - mostRows;
  const more = left > 0 ? `<p class="more">${left} more lines are left out.</p>` : '';
  const shown = lines.slice(0, mostRows).map((line) => escapeHtml(cut(line)));
  return `<pre><code>${shown.join('\n')}</code></pre>${more}`;
}

function yamlOf(manifest: Sides['before']): string {
  // Keys in one order, so that what only stands elsewhere is no difference.
  return manifest === undefined ? '' : writeYaml([orderKeys(manifest)]);
}

function rowHtml({ before, after, what }: DiffRow): string {
  if (what === 'gap') return '<tr class="gap"><td colspan="2">⋯</td></tr>\n';
  if (what === 'same') {
    const line = cell('same', ' ', escapeHtml(cut(before ?? '')));
    return `<tr class="same">${line}${line}</tr>\n`;
  }
  const [was, is] = marked(before, after);
  return `<tr>${side('was', '−', was)}${side('is', '+', is)}</tr>\n`;
}

function side(kind: string, sign: string, html: string | undefined): string {
  return html === undefined ? '<td class="nothing"></td>' : cell(kind, sign, html);
}

function cell(kind: string, sign: string, html: string): string {
  const line = html === '' ? '&nbsp;' : html;
  return `<td class="${kind}"><span class="sign">${sign}</span><code>${line}</code></td>`;
}

/** A pair of lines with the part in which they differ marked. */
function marked(
  before: string | undefined,
  after: string | undefined,
): readonly [string | undefined, string | undefined] {
  if (before === undefined || after === undefined) {
    return [before, after].map((line) =>
      line === undefined ? undefined : escapeHtml(cut(line)),
    ) as [string | undefined, string | undefined];
  }
  // By code points, so that no character is cut in two.
  const a = Array.from(cut(before));
  const b = Array.from(cut(after));
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const show = (text: readonly string[]): string => {
    const part = (from: number, to: number): string => escapeHtml(text.slice(from, to).join(''));
    const middle = part(start, text.length - end);
    const mark = middle === '' ? '' : `<mark>${middle}</mark>`;
    return `${part(0, start)}${mark}${part(text.length - end, text.length)}`;
  };
  return [show(a), show(b)];
}

function cut(line: string): string {
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line;
}
