import { createRequire } from 'node:module';
import type { DrawnEdge } from './drawing';

/** A point of a picture, in pixels from its upper left corner. */
export interface Point {
  /** From the left. */
  readonly x: number;
  /** From the top. */
  readonly y: number;
}

/** Where everything of a picture stands. */
export interface LaidOut {
  /** Width of the whole, in pixels. */
  readonly width: number;
  /** Height of the whole, in pixels. */
  readonly height: number;
  /** The middle of each node, by its id. */
  readonly nodes: ReadonlyMap<string, Point>;
  /** The way of each edge, in the order of the edges. */
  readonly edges: readonly (readonly Point[])[];
}

/** What is used of `@dagrejs/dagre`, whose own types don't resolve in Node's way. */
interface Dagre {
  readonly Graph: new () => Graph;
  readonly layout: (graph: Graph) => void;
}

interface Graph {
  setGraph(label: Readonly<Record<string, string | number>>): void;
  setNode(id: string, size: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: { width: number; height: number }): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(id: string): Point;
  edge(from: string, to: string): { readonly points: readonly Point[] };
}

/** Lays a graph out from left to right: nodes of one size, as few crossings as can be found. */
export function layOut(
  ids: readonly string[],
  edges: readonly DrawnEdge[],
  size: { readonly width: number; readonly height: number },
): LaidOut {
  // Loaded when a picture is asked for.
  const dagre = createRequire(__filename)('@dagrejs/dagre') as Dagre;
  const graph = new dagre.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 56, marginx: 8, marginy: 8 });
  for (const id of ids) graph.setNode(id, { ...size });
  for (const { from, to } of edges) graph.setEdge(from, to, { width: 36, height: 14 });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: round(width),
    height: round(height),
    nodes: new Map(ids.map((id) => [id, rounded(graph.node(id))])),
    edges: edges.map(({ from, to }) => graph.edge(from, to).points.map(rounded)),
  };
}

function rounded({ x, y }: Point): Point {
  return { x: round(x), y: round(y) };
}

/** To a tenth of a pixel, so that the last digits of a calculation don't show. */
function round(number: number): number {
  return Math.round(number * 10) / 10;
}
