import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { FieldStep } from './field-path';
import { isMergeKey, scalarValue } from './plain-scalar';
import type { Complaint, FilePosition, ReadProblem, SourceText } from './source-text';

/** Which node an alias stands for. */
export type AliasTargets = WeakMap<Alias, Node>;

/** Where the values of one document were written: finds them in its nodes, when somebody asks. */
export class DocumentPlaces {
  private readonly root: Node;
  private readonly source: SourceText;
  private readonly targets: AliasTargets;

  constructor(root: Node, source: SourceText, targets: AliasTargets) {
    this.root = root;
    this.source = source;
    this.targets = targets;
  }

  /** The place of a value: its key, or itself in a list; the nearest one above it where it is not there. */
  position(steps: readonly FieldStep[]): FilePosition {
    return this.source.position(this.offset(steps));
  }

  /** A problem at the place of a value. */
  problem(steps: readonly FieldStep[], complaint: Complaint): ReadProblem {
    return this.source.problem(this.offset(steps), complaint);
  }

  /** The text of a scalar as it was written, with its quotes, or undefined where there is none. */
  sourceOf(steps: readonly FieldStep[]): string | undefined {
    let value: Node | undefined = this.root;
    for (const step of steps) value = this.child(value, step)?.value;
    const node = this.target(value);
    return isScalar(node) && node.range
      ? this.source.text.slice(node.range[0], node.range[1])
      : undefined;
  }

  private offset(steps: readonly FieldStep[]): number {
    let place = this.root;
    let value: Node | undefined = this.root;
    for (const step of steps) {
      const found = this.child(value, step);
      if (found === undefined) break;
      place = found.place;
      value = found.value;
    }
    return place.range?.[0] ?? 0;
  }

  private child(
    parent: Node | undefined,
    step: FieldStep,
  ): { place: Node; value: Node | undefined } | undefined {
    const node = this.target(parent);
    if (isSeq<Node>(node)) {
      const item = typeof step === 'number' ? node.items[step] : undefined;
      return item === undefined ? undefined : { place: item, value: item };
    }
    if (!isMap<Node, Node | null>(node)) return undefined;
    let merged: Node | undefined;
    for (const { key, value } of node.items) {
      if (isMergeKey(key)) merged = this.target(value ?? undefined);
      else if (this.keyText(key) === step) return { place: key, value: value ?? undefined };
    }
    for (const source of isSeq<Node>(merged) ? merged.items : [merged]) {
      const found = this.child(source, step);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private keyText(key: Node): string | undefined {
    const node = this.target(key);
    return isScalar(node) ? String(scalarValue(node)) : undefined;
  }

  private target(node: Node | undefined): Node | undefined {
    return isAlias(node) ? this.targets.get(node) : node;
  }
}
