import type { Manifest } from '../../manifest/manifest';
import type { Review } from '../change';
import { count } from '../words';
import { drawingOf, type DrawnEdge, type DrawnNode } from './drawing';
import { escapeHtml } from './escape-html';
import { layOut, type Point } from './lay-out';
import { keyOf } from './sides';

const size = { width: 190, height: 58 };
/** The most characters of a line that fit into a node. */
const mostCharacters = 25;

/**
 * The picture of the app as SVG: who sends to whom, what runs where, and what happens to it. Empty where
 * there is nothing to draw.
 *
 * @param anchors where the page tells of an object, by its key
 */
export function htmlPicture(
  review: Review,
  before: readonly Manifest[],
  after: readonly Manifest[],
  anchors: ReadonlyMap<string, string>,
): string {
  const { nodes, edges, left } = drawingOf(review, before, after);
  if (nodes.length === 0) return '';
  const laidOut = layOut(
    nodes.map(({ id }) => id),
    edges,
    size,
  );
  const standing = new Map(nodes.map((node) => [node.id, node.standing]));
  const isBetweenOld = ({ from, to }: DrawnEdge): boolean =>
    standing.get(from) === 'both' && standing.get(to) === 'both';
  const lines = edges.map((edge, index) =>
    edgeSvg(edge, laidOut.edges[index] ?? [], isBetweenOld(edge)),
  );
  const boxes = nodes.map((node) => {
    const anchor = node.object === undefined ? undefined : anchors.get(keyOf(node.object));
    return nodeSvg(node, laidOut.nodes.get(node.id) ?? { x: 0, y: 0 }, anchor);
  });
  const { width, height } = laidOut;
  const note =
    left === 0
      ? ''
      : ` ${count(left, 'part')} of the app that ${left === 1 ? 'is' : 'are'} farther from it ${left === 1 ? 'is' : 'are'} not drawn.`;
  return `<figure>
<div class="scroll" role="region" aria-label="Picture of the app" tabindex="0">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${Math.min(width, 640)}px">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="head"/></marker></defs>
${[...lines, ...boxes].join('\n')}
</svg>
</div>
<figcaption>Who sends to whom, what runs where, and what is used. A colour and a word stand where something changes; a broken line is gone.${note}</figcaption>
</figure>
`;
}

function nodeSvg(
  { kind, name, namespace, standing, effect, pods }: DrawnNode,
  { x, y }: Point,
  anchor: string | undefined,
): string {
  const restart = pods === 0 ? '' : `, ${count(pods, 'pod')}`;
  const gone = standing === 'gone' ? 'only before' : '';
  const word = effect === undefined ? gone : `${effect}${restart}`;
  const type = namespace === undefined ? kind : `${kind} · ${namespace}`;
  const classes = ['node', standing, ...(effect === undefined ? [] : [`e-${effect}`])];
  const { width, height } = size;
  const left = round(x - width / 2);
  const top = round(y - height / 2);
  const box = [
    `<svg x="${left}" y="${top}" width="${width}" height="${height}" class="${classes.join(' ')}">`,
    `<title>${escapeHtml([type, name, word].filter((text) => text !== '').join(', '))}</title>`,
    `<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="7"/>`,
    `<text x="11" y="17" class="kind">${short(type)}</text>`,
    `<text x="11" y="34" class="name">${short(name)}</text>`,
    `<text x="11" y="50" class="word">${short(word)}</text></svg>`,
  ].join('');
  return anchor === undefined ? box : `<a href="#${anchor}">${box}</a>`;
}

function edgeSvg(
  { standing }: DrawnEdge,
  points: readonly Point[],
  isToldInWords: boolean,
): string {
  const line = `<path class="edge ${standing}" d="${curve(points)}" marker-end="url(#arrow)"/>`;
  if (standing === 'both' || !isToldInWords) return line;
  const { x, y } = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return `${line}<text class="label ${standing}" x="${x}" y="${y - 4}">${standing}</text>`;
}

/** A smooth line through points: each corner is rounded, from the middle of one part to the next one's. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${first.x} ${first.y}`];
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    parts.push(
      next === undefined
        ? `L${point.x} ${point.y}`
        : `Q${point.x} ${point.y} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`,
    );
  }
  return parts.join('');
}

function short(text: string): string {
  const characters = Array.from(text);
  const isLong = characters.length > mostCharacters;
  return escapeHtml(isLong ? `${characters.slice(0, mostCharacters - 1).join('')}…` : text);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
