import { refOf, type Manifest } from '../../manifest/manifest';
import { rankOf, type Effect, type Review } from '../change';
import { pictureOf, type Picture, type PictureNode } from '../picture';
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

/** What leads from one node to another, and on which side it does. */
export interface DrawnEdge {
  /** Id of the node it begins at. */
  readonly from: string;
  /** Id of the node it leads to. */
  readonly to: string;
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
  /** How many of those change. */
  readonly leftChanging: number;
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
  const told = effectsOf(review);
  const nodes = [...new Map([...next.nodes, ...nodesOnlyIn(old.nodes, next.nodes)])].map(
    ([id, node]): DrawnNode => ({
      ...node,
      standing: standingOf(id, old.nodes, next.nodes),
      ...(told.get(node.object === undefined ? id : keyOf(node.object)) ?? { pods: 0 }),
    }),
  );
  // What nothing leads to or from is drawn only where it changes.
  const near = nearIn([old, next]);
  const wanted = nodes.filter(({ id, effect }) => near.has(id) || effect !== undefined);
  const chosen = choose(wanted, near);
  const left = wanted.filter(({ id }) => !chosen.has(id));
  return {
    nodes: wanted.filter(({ id }) => chosen.has(id)),
    edges: edgesAmong(chosen, old, next),
    left: left.length,
    leftChanging: left.filter(({ effect }) => effect !== undefined).length,
  };
}

/** What each node is linked to, in lists that nodes share. */
type Near = ReadonlyMap<string, readonly (readonly string[])[]>;

function nearIn(pictures: readonly Picture[]): Near {
  const near = new Map<string, (readonly string[])[]>();
  const add = (ids: readonly string[], others: readonly string[]): void => {
    for (const id of ids) {
      const lists = near.get(id);
      if (lists === undefined) near.set(id, [others]);
      else lists.push(others);
    }
  };
  for (const { from, to } of pictures.flatMap(({ links }) => links)) {
    add(from, to);
    add(to, from);
  }
  return near;
}

function edgesAmong(
  chosen: ReadonlySet<string>,
  old: Picture,
  next: Picture,
): readonly DrawnEdge[] {
  const edgesOf = ({ links }: Picture): Map<string, Omit<DrawnEdge, 'standing'>> => {
    const edges = new Map<string, Omit<DrawnEdge, 'standing'>>();
    for (const link of links) {
      const targets = link.to.filter((id) => chosen.has(id));
      for (const from of link.from.filter((id) => chosen.has(id))) {
        for (const to of targets) edges.set(`${from}>${to}`, { from, to });
      }
    }
    return edges;
  };
  const was = edgesOf(old);
  const is = edgesOf(next);
  return [...new Map([...was, ...is])].map(([key, edge]) => ({
    ...edge,
    standing: standingOf(key, was, is),
  }));
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

/**
 * Everything where it fits; else the worst changes with what is next to them, and then further changes:
 * what changes alone would not show what it is a part of.
 */
function choose(nodes: readonly DrawnNode[], near: Near): ReadonlySet<string> {
  if (nodes.length <= mostNodes) return new Set(nodes.map(({ id }) => id));
  const worstFirst = nodes
    .filter(({ effect }) => effect !== undefined)
    .sort((a, b) => rankOf(a.effect ?? 'none') - rankOf(b.effect ?? 'none'))
    .map(({ id }) => id);
  const chosen = new Set(worstFirst.slice(0, mostNodes / 2));
  const next = [...chosen].flatMap((id) => (near.get(id) ?? []).flatMap(firstOf));
  for (const id of [...next, ...worstFirst]) {
    if (chosen.size >= mostNodes) break;
    chosen.add(id);
  }
  return chosen;
}

/** As much of a list as could be drawn at most. */
function firstOf(ids: readonly string[]): readonly string[] {
  return ids.slice(0, mostNodes);
}
