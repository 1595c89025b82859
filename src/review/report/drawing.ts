import { refOf, type Manifest } from '../../manifest/manifest';
import { rankOf, type Effect, type Review } from '../change';
import { pictureOf, type PictureEdge, type PictureNode } from '../picture';
import { keyOf } from './sides';
import { objectsOf } from './verdict';

/** On which side something is: on both, only after, or only before. */
export type Standing = 'both' | 'new' | 'gone';

/** A node of the picture with what happens to it. */
export interface DrawnNode extends PictureNode {
  /** On which side it is. */
  readonly standing: Standing;
  /** The worst that happens to it; undefined where nothing changes. */
  readonly effect?: Effect;
  /** How many of its pods restart. */
  readonly pods: number;
}

/** An edge of the picture, and on which side it is. */
export interface DrawnEdge extends PictureEdge {
  /** On which side it is. */
  readonly standing: Standing;
}

/** The app on both sides in one picture. */
export interface Drawing {
  /** The nodes that are drawn, in a fixed order. */
  readonly nodes: readonly DrawnNode[];
  /** What leads where among them. */
  readonly edges: readonly DrawnEdge[];
  /** How many nodes are left out, since nobody could read the picture. */
  readonly left: number;
}

/** The most nodes that are drawn. */
const mostNodes = 48;

/**
 * The picture of an app with what a change does to each part of it. A large app is drawn around what
 * changes, the worst first.
 */
export function drawingOf(
  review: Review,
  before: readonly Manifest[],
  after: readonly Manifest[],
): Drawing {
  const old = pictureOf(before);
  // What is refused stays as it was, and leads where it led.
  const refused = new Set(
    review.changes.flatMap(({ object, effect }) => (effect === 'rejected' ? keyOf(object) : [])),
  );
  const stays = new Map(before.map((manifest) => [keyOf(refOf(manifest)), manifest]));
  const next = pictureOf(
    after.map((manifest) => {
      const key = keyOf(refOf(manifest));
      return (refused.has(key) ? stays.get(key) : undefined) ?? manifest;
    }),
  );
  const edges = [...new Map([...old.edges, ...next.edges])].map(([key, edge]) => ({
    ...edge,
    standing: standingOf(key, old.edges, next.edges),
  }));
  const told = effectsOf(review);
  const nodes = [...new Map([...next.nodes, ...nodesOnlyIn(old.nodes, next.nodes)])].map(
    ([id, node]): DrawnNode => ({
      ...node,
      standing: standingOf(id, old.nodes, next.nodes),
      ...(told.get(node.object === undefined ? id : keyOf(node.object)) ?? { pods: 0 }),
    }),
  );
  // What nothing leads to or from is drawn only where it changes.
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const wanted = nodes.filter(({ id, effect }) => linked.has(id) || effect !== undefined);
  const chosen = choose(wanted, edges);
  return {
    nodes: wanted.filter(({ id }) => chosen.has(id)),
    edges: edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    left: wanted.length - chosen.size,
  };
}

function nodesOnlyIn(
  nodes: ReadonlyMap<string, PictureNode>,
  others: ReadonlyMap<string, PictureNode>,
): readonly (readonly [string, PictureNode])[] {
  return [...nodes].filter(([id]) => !others.has(id));
}

function standingOf(
  key: string,
  old: ReadonlyMap<string, unknown>,
  next: ReadonlyMap<string, unknown>,
): Standing {
  if (!old.has(key)) return 'new';
  return next.has(key) ? 'both' : 'gone';
}

type Told = Pick<DrawnNode, 'effect' | 'pods'>;

/** What happens to each object, and to each server, which is a part of its Cluster. */
function effectsOf(review: Review): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { object, worst, pods, changes } of objectsOf(review)) {
    told.set(keyOf(object), { effect: worst, pods });
    if (object.kind !== 'Cluster') continue;
    for (const { field, effect } of changes) {
      const name = /^spec\.hosts\[([^\]]+)\]/.exec(field)?.[1];
      const id = `Server//${name ?? ''}`;
      const known = told.get(id)?.effect;
      if (name === undefined || (known !== undefined && rankOf(known) <= rankOf(effect))) continue;
      told.set(id, { effect, pods: 0 });
    }
  }
  return told;
}

/** Everything where it fits; else what changes, the worst first, and then what is next to it. */
function choose(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): ReadonlySet<string> {
  if (nodes.length <= mostNodes) return new Set(nodes.map(({ id }) => id));
  const worstFirst = nodes
    .filter(({ effect }) => effect !== undefined)
    .sort((a, b) => rankOf(a.effect ?? 'none') - rankOf(b.effect ?? 'none'));
  const near = new Map<string, string[]>();
  for (const { from, to } of edges) {
    for (const [one, other] of [[from, to] as const, [to, from] as const]) {
      near.set(one, [...(near.get(one) ?? []), other]);
    }
  }
  const chosen = new Set<string>();
  const queue = worstFirst.map(({ id }) => id);
  for (const id of queue) {
    if (chosen.size >= mostNodes) break;
    chosen.add(id);
  }
  for (const id of [...chosen]) {
    for (const other of near.get(id) ?? []) {
      if (chosen.size >= mostNodes) return chosen;
      chosen.add(other);
    }
  }
  return chosen;
}
