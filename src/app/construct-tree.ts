import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { GroundworkError } from '../errors';
import { visitInOrder } from './visit-in-order';

/** A chart, and the objects that are written into its file, in the order they apply cleanly. */
export interface OrderedChart {
  /** The chart. */
  readonly chart: Chart;
  /** Its objects; those of a chart nested in it belong to that one. */
  readonly objects: readonly ApiObject[];
}

/**
 * A tree of constructs, walked once.
 *
 * Its order is cdk8s's own (a chart after the charts it depends on, a construct after the constructs
 * it depends on, else the author's), with Namespaces and then CustomResourceDefinitions first. cdk8s
 * works it out anew for every chart, and multiplies every dependency into pairs of objects; this is
 * linear in constructs and dependencies.
 */
export class ConstructTree {
  private readonly root: IConstruct;
  /** All constructs, a parent before its children: the order of the tree. */
  readonly constructs: readonly IConstruct[];
  /** Where a construct stands in the order of the tree, and where its sub-tree ends. */
  private readonly span = new Map<IConstruct, readonly [first: number, end: number]>();
  private readonly chartOf = new Map<IConstruct, Chart>();
  /** Each chart's own objects, in the order of the tree; those of charts nested in it left out. */
  private readonly objects = new Map<Chart, ApiObject[]>();
  private readonly dependencies = new Map<IConstruct, readonly IConstruct[]>();

  constructor(root: IConstruct) {
    this.root = root;
    const constructs: IConstruct[] = [];
    this.walk(root, undefined, constructs);
    this.constructs = constructs;
  }

  private walk(construct: IConstruct, around: Chart | undefined, found: IConstruct[]): void {
    const chart = Chart.isChart(construct) ? construct : around;
    const first = found.push(construct) - 1;
    if (hasDependencies(construct)) this.dependencies.set(construct, construct.node.dependencies);
    if (chart !== undefined) {
      this.chartOf.set(construct, chart);
      const objects = this.objects.get(chart) ?? [];
      if (construct === chart) this.objects.set(chart, objects);
      if (ApiObject.isApiObject(construct)) objects.push(construct);
    }
    for (const child of construct.node.children) this.walk(child, chart, found);
    this.span.set(construct, [first, found.length]);
  }

  /**
   * The charts of the tree and their objects, each after what it depends on.
   *
   * @throws GroundworkError where dependencies form a cycle, naming its members
   */
  orderedCharts(): OrderedChart[] {
    this.addChartDependencies();
    return this.visit(this.root, [])
      .filter((construct) => Chart.isChart(construct))
      .map((chart) => ({ chart, objects: this.orderedObjects(chart) }));
  }

  private orderedObjects(chart: Chart): ApiObject[] {
    const objects = this.objects.get(chart) ?? [];
    const early = [...objects.filter(isNamespace), ...objects.filter(isCrd)];
    if (this.dependencies.size === 0 && early.length === 0) return objects;
    return this.visit(chart, early)
      .filter((construct) => ApiObject.isApiObject(construct))
      .filter((object) => this.chartOf.get(object) === chart);
  }

  /** Lets each chart depend on the charts nested in it and on those that its constructs depend on. */
  private addChartDependencies(): void {
    for (const [chart, targets] of this.chartDependencies()) {
      if (targets.size === 0) continue;
      const own = this.dependencies.get(chart) ?? [];
      this.dependencies.set(chart, [...new Set<IConstruct>([...own, ...targets])]);
    }
  }

  private chartDependencies(): Map<Chart, Set<Chart>> {
    const after = new Map<Chart, Set<Chart>>();
    for (const chart of this.objects.keys()) {
      // A parent's file comes after the files of the charts in it, as in cdk8s.
      const own = this.dependencies.get(chart)?.filter((it) => Chart.isChart(it)) ?? [];
      const nested = chart.node.children.filter((it) => Chart.isChart(it));
      after.set(chart, new Set([...own, ...nested]));
    }
    for (const [source, targets] of this.dependencies) {
      for (const target of targets) {
        const [from, to] = [this.mustBeInChart(source), this.mustBeInChart(target)];
        if (from !== to) after.get(from)?.add(to);
      }
    }
    return after;
  }

  /**
   * The constructs below `top`, itself included, each after what it depends on below `top`; those
   * of `early` as early as that allows. Charts nested below `top` are walked as well: through them
   * one object may lead to another.
   */
  private visit(top: IConstruct, early: readonly IConstruct[]): IConstruct[] {
    const constructs = this.constructs.slice(...(this.span.get(top) ?? []));
    if (!constructs.some((construct) => this.dependencies.has(construct))) {
      return early.length === 0 ? constructs : [...new Set([...early, ...constructs])];
    }
    const inbound = this.dependedOn(top, constructs);
    const starts = constructs.filter((construct) => !inbound.has(construct));
    const done = new Set<IConstruct>();
    return visitInOrder([...early, ...starts, ...constructs], (construct) =>
      this.targetsOf(construct, top, done),
    );
  }

  /**
   * What a construct comes after, below `top`: what it depends on itself, then every object under
   * what it or a construct around it depends on. A group of objects that has been visited whole is
   * passed over afterwards, which keeps the walk linear.
   */
  private *targetsOf(
    construct: IConstruct,
    top: IConstruct,
    done: Set<IConstruct>,
  ): Generator<IConstruct> {
    for (const target of this.dependencies.get(construct) ?? []) {
      if (this.isWithin(target, top)) yield target;
    }
    if (!ApiObject.isApiObject(construct)) return;
    for (const scope of construct.node.scopes) {
      // A construct speaks for the objects of its own chart only.
      if (this.chartOf.get(scope) !== this.chartOf.get(construct)) continue;
      for (const target of this.dependencies.get(scope) ?? []) {
        if (done.has(target) || !this.isWithin(target, top)) continue;
        let whole = true;
        for (const object of this.objectsUnder(target)) {
          if (object === construct) whole = false;
          else yield object;
        }
        if (whole) done.add(target);
      }
    }
  }

  /** The constructs below `top` that something else below it depends on. */
  private dependedOn(top: IConstruct, constructs: readonly IConstruct[]): Set<IConstruct> {
    const found = new Set<IConstruct>();
    const whole = new Set<IConstruct>();
    for (const source of constructs) {
      const targets = this.dependencies.get(source);
      if (targets === undefined) continue;
      const [only, second] = this.objectsUnder(source);
      for (const target of targets) {
        if (!this.isWithin(target, top)) continue;
        found.add(target);
        if (only === undefined || whole.has(target)) continue;
        for (const object of this.objectsUnder(target)) {
          if (second !== undefined || object !== only) found.add(object);
        }
        if (second !== undefined) whole.add(target);
      }
    }
    return found;
  }

  private isWithin(construct: IConstruct, top: IConstruct): boolean {
    const [first, end] = this.span.get(top) ?? [0, 0];
    const [position] = this.span.get(construct) ?? [-1];
    return first <= position && position < end;
  }

  /** The objects under a construct that belong to its own chart: a slice of the chart's objects. */
  private objectsUnder(construct: IConstruct): readonly ApiObject[] {
    const chart = this.chartOf.get(construct);
    const objects = (chart && this.objects.get(chart)) ?? [];
    const [first, end] = this.span.get(construct) ?? [0, 0];
    return objects.slice(this.countBefore(objects, first), this.countBefore(objects, end));
  }

  private countBefore(objects: readonly ApiObject[], position: number): number {
    let [low, high] = [0, objects.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const object = objects[middle];
      if (object !== undefined && (this.span.get(object)?.[0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private mustBeInChart(construct: IConstruct): Chart {
    const chart = this.chartOf.get(construct);
    if (chart !== undefined) return chart;
    throw new GroundworkError({
      path: construct.node.path || '(app)',
      problem: 'a dependency names this construct, which is in no file',
      fix: 'Let the dependency name a ManifestFile, a Chart or a construct within one.',
    });
  }
}

/** `node.dependencies` makes a list anew each time, for the many constructs that have none, too. */
function hasDependencies({ node }: IConstruct): boolean {
  if (!('_dependencies' in node)) return true;
  const { _dependencies } = node as unknown as { _dependencies?: ReadonlySet<unknown> };
  return _dependencies !== undefined && _dependencies.size > 0;
}

function isNamespace(object: ApiObject): boolean {
  return object.kind === 'Namespace' && object.apiVersion === 'v1';
}

function isCrd(object: ApiObject): boolean {
  return (
    object.kind === 'CustomResourceDefinition' &&
    object.apiVersion.startsWith('apiextensions.k8s.io/')
  );
}
