import type { Manifest } from '../../manifest/manifest';
import type { Review } from '../change';
import { count } from '../words';
import { drawingOf, type DrawnEdge, type DrawnNode } from './drawing';
import { escapeHtml } from './escape-html';
import { layOut, type Point } from './lay-out';
import { keyOf } from './sides';

const origin: Point = { x: 0, y: 0 };
const size = { width: 190, height: 58 };
/** The most characters of a line that fit into a node. */
const mostCharacters = 25;

/** Kinds whose names are too long for a node. */
const nouns: ReadonlyMap<string, string> = new Map([
  ['HorizontalPodAutoscaler', 'Autoscaler'],
  ['PersistentVolumeClaim', 'Volume claim'],
]);

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
  const { nodes, edges, left, leftChanging } = drawingOf(review, before, after);
  if (nodes.length === 0) return '';
  const laidOut = layOut(
    nodes.map(({ id }) => id),
    edges,
    size,
  );
  const standing = new Map(nodes.map((node) => [node.id, node.standing]));
  const isBetweenOld = ({ from, to }: DrawnEdge): boolean =>
    standing.get(from) === 'both' && standing.get(to) === 'both';
  const lines = edges.map((edge, index) => {
    const from = laidOut.nodes.get(edge.from) ?? origin;
    const to = laidOut.nodes.get(edge.to) ?? origin;
    // From the right side of the one to the left side of the other; around nodes where there are any between.
    const start = { x: round(from.x + size.width / 2), y: from.y };
    const end = { x: round(to.x - size.width / 2), y: to.y };
    const between = end.x - start.x < size.width ? [] : (laidOut.edges[index] ?? []).slice(1, -1);
    const points = [start, ...between, end];
    return edgeSvg(edge, points, isBetweenOld(edge));
  });
  const boxes = nodes.map((node) => {
    const anchor = node.object === undefined ? undefined : anchors.get(keyOf(node.object));
    return nodeSvg(node, laidOut.nodes.get(node.id) ?? origin, anchor);
  });
  const { width, height } = laidOut;
  return `<figure>
<div class="scroll" role="region" aria-label="Picture of the app" tabindex="0">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${Math.min(width, 640)}px">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" class="head"/></marker></defs>
${[...lines, ...boxes].join('\n')}
</svg>
</div>
<figcaption>Who sends to whom, what runs where, and what is used. A colour and a word stand where something changes; a broken line is gone.${leftOut(left, leftChanging)}</figcaption>
</figure>
`;
}

/** What is not drawn, as a sentence. */
function leftOut(left: number, changing: number): string {
  if (left === 0) return '';
  const are = left === 1 ? 'is' : 'are';
  const which =
    changing === 0
      ? `that ${are} farther from what changes`
      : changing === left
        ? `that ${left === 1 ? 'changes' : 'change'}, too,`
        : `, ${changing} of which ${changing === 1 ? 'changes' : 'change'},`;
  const told = changing === 0 ? '' : ' What happens to all of them is told below.';
  return ` ${count(left, 'part')} of the app${which.startsWith(',') ? '' : ' '}${which} ${are} not drawn.${told}`;
}

function nodeSvg(
  { kind, name, namespace, standing, effect, pods }: DrawnNode,
  { x, y }: Point,
  anchor: string | undefined,
): string {
  const restart = pods === 0 ? '' : `, ${count(pods, 'pod')}`;
  const gone = standing === 'gone' ? 'only before' : '';
  const word = effect === undefined ? gone : `${effect}${restart}`;
  const noun = nouns.get(kind) ?? kind;
  const type = namespace === undefined ? noun : `${noun} · ${namespace}`;
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
  const { x, y } = middle(points);
  return `${line}<text class="label ${standing}" x="${x}" y="${round(y - 4)}">${standing}</text>`;
}

/** Where the label of a line stands: on it, halfway. */
function middle(points: readonly Point[]): Point {
  const half = points.length / 2;
  const one = points[Math.ceil(half) - 1] ?? origin;
  const other = points[Math.floor(half)] ?? origin;
  return { x: round((one.x + other.x) / 2), y: round((one.y + other.y) / 2) };
}

/** A smooth line through points that leaves and reaches each of them from left to right. */
function curve(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${x} ${y}`;
      const middle = round((before.x + x) / 2);
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}

function short(text: string): string {
  const characters = Array.from(text);
  const isLong = characters.length > mostCharacters;
  return escapeHtml(isLong ? `${characters.slice(0, mostCharacters - 1).join('')}…` : text);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
