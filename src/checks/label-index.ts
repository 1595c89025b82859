import { groupBy } from '../manifest/group-by';
import type { IndexedPod } from './indexed-pod';
import { hasLabels } from './label-selector';

type Labels = Readonly<Record<string, string>>;
/** Pods by the key and then by the value of a label. */
type ByLabel = Map<string, Map<string, IndexedPod[]>>;

const none: readonly never[] = [];

/** Finds pods by their labels, in time that grows with what is found and not with all pods. */
export class LabelIndex {
  private readonly pods: readonly IndexedPod[];
  private anywhere: ByLabel | undefined;
  private byNamespace: ReadonlyMap<string, ByLabel> | undefined;
  /** What was selected, by namespace and selector: several checks ask the same. */
  private readonly selections = new Map<string, WeakMap<Labels, readonly IndexedPod[]>>();
  /** What costs much to select, by the text of namespace and selector: many Services may have the same. */
  private readonly large = new Map<string, readonly IndexedPod[]>();

  constructor(pods: readonly IndexedPod[]) {
    this.pods = pods;
  }

  /** The pods that may be in a namespace and have all pairs of a selector; none for an empty one. */
  selected(namespace: string, selector: Labels): readonly IndexedPod[] {
    const keys = Object.keys(selector);
    const only = keys[0] ?? '';
    if (keys.length === 1) return this.withLabel(namespace, only, selector[only] ?? '');
    let before = this.selections.get(namespace);
    if (before === undefined) this.selections.set(namespace, (before = new WeakMap()));
    let found = before.get(selector);
    if (found === undefined) before.set(selector, (found = this.select(namespace, selector)));
    return found;
  }

  private select(namespace: string, selector: Labels): readonly IndexedPod[] {
    const keys = Object.keys(selector);
    let rarest: readonly IndexedPod[] | undefined;
    // The rarest label leaves the fewest pods to compare.
    for (const key of keys) {
      const pods = this.withLabel(namespace, key, selector[key] ?? '');
      if (rarest === undefined || pods.length < rarest.length) rarest = pods;
    }
    if (rarest === undefined) return none;
    const candidates = rarest;
    const find = (): readonly IndexedPod[] =>
      candidates.filter(({ pod }) => hasLabels(pod.labels, selector));
    return candidates.length < 10 ? find() : this.once([namespace, selector], find);
  }

  /** An object without a namespace may end up in any. */
  private withLabel(namespace: string, key: string, value: string): readonly IndexedPod[] {
    if (namespace === '') {
      this.anywhere ??= indexed(this.pods);
      return this.anywhere.get(key)?.get(value) ?? none;
    }
    this.byNamespace ??= indexedByNamespace(this.pods);
    const here = this.byNamespace.get(namespace)?.get(key)?.get(value) ?? none;
    const unplaced = this.byNamespace.get('')?.get(key)?.get(value) ?? none;
    if (unplaced.length === 0) return here;
    if (here.length === 0) return unplaced;
    return this.once([namespace, key, value], () => [...here, ...unplaced]);
  }

  /** The same list for the same question, so that what is made of it is made once as well. */
  private once(question: unknown, find: () => readonly IndexedPod[]): readonly IndexedPod[] {
    const key = JSON.stringify(question);
    let found = this.large.get(key);
    if (found === undefined) this.large.set(key, (found = find()));
    return found;
  }
}

function indexed(pods: readonly IndexedPod[]): ByLabel {
  const index: ByLabel = new Map();
  for (const pod of pods) {
    const { labels } = pod.pod;
    for (const key in labels) add(index, key, labels[key] ?? '', pod);
  }
  return index;
}

function indexedByNamespace(pods: readonly IndexedPod[]): ReadonlyMap<string, ByLabel> {
  const groups = groupBy(pods, ({ namespace }) => namespace);
  return new Map([...groups].map(([namespace, group]) => [namespace, indexed(group)]));
}

function add(index: ByLabel, key: string, value: string, pod: IndexedPod): void {
  const values = mapAt(index, key);
  const pods = values.get(value);
  if (pods === undefined) values.set(value, [pod]);
  else pods.push(pod);
}

/** The map at a key, made where there is none. */
function mapAt<V>(maps: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let found = maps.get(key);
  if (found === undefined) maps.set(key, (found = new Map<string, V>()));
  return found;
}
