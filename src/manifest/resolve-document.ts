import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { show } from '../errors';
import { isFields } from './manifest';
import type { AliasTargets } from './document-places';
import { template } from './line-mistake';
import { isMergeKey, scalarValue, type ScalarValue, shortTag, tagFits } from './plain-scalar';
import type { Complaint, ReadProblem, SourceText } from './source-text';
import { maxDepth, tooDeep } from './syntax-problem';

/** What an anchor gave: its node, its value, how many values that is and how deep it goes. */
interface Anchor {
  readonly node: Node;
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** How many values aliases may repeat in a text: so many, and ten more for each value written out. */
const freeRepeats = 10_000;
const repeatsPerValue = 10;

const tooMany: Complaint = {
  problem: 'the aliases of the file repeat more values than is allowed',
  fix: 'Write the values out: a file may not grow a great many times by its aliases.',
};

const knownTags = new Set(['!', '!!map', '!!seq', '!!str', '!!int', '!!float', '!!bool', '!!null']);

/**
 * Turns the nodes of documents into plain values, as `kubectl` reads them, and says what is wrong.
 *
 * One resolver serves all documents of a text, since the bound on aliases is for the whole text.
 */
export class DocumentResolver {
  /** Which node each alias stands for. */
  readonly targets: AliasTargets = new WeakMap();
  private readonly source: SourceText;
  private problems: ReadProblem[] = [];
  private anchors = new Map<string, Anchor | undefined>();
  private written = 0;
  private repeated = 0;
  private exhausted = false;
  private saidSo = false;
  private deepest = 0;

  constructor(source: SourceText) {
    this.source = source;
  }

  /** The plain value of one document, and what is wrong with it: with a problem, it is not to be used. */
  resolve(contents: Node): { readonly value: unknown; readonly problems: readonly ReadProblem[] } {
    this.anchors = new Map();
    this.problems = [];
    this.saidSo = false;
    const value = this.value(contents, 1);
    return { value, problems: this.problems };
  }

  private value(node: Node, depth: number): unknown {
    if (isAlias(node)) return this.alias(node, depth);
    this.written += 1;
    this.deepest = Math.max(this.deepest, depth);
    this.checkTag(node);
    const name = node.anchor;
    if (name === undefined) return this.plainValue(node, depth);
    const { written, repeated, deepest } = this;
    // Until it is resolved, the anchor is known but has no value: an alias to it within is a circle.
    this.anchors.set(name, undefined);
    this.deepest = depth;
    const value = this.plainValue(node, depth);
    const size = this.written - written + (this.repeated - repeated) + 1;
    this.anchors.set(name, { node, value, size, height: this.deepest - depth });
    this.deepest = Math.max(this.deepest, deepest);
    return value;
  }

  private plainValue(node: Node, depth: number): unknown {
    if (isScalar(node)) return this.scalar(node);
    if (isSeq<Node>(node)) return node.items.map((item) => this.value(item, depth + 1));
    return isMap<Node, Node | null>(node) ? this.mapping(node, depth) : null;
  }

  private scalar(node: Scalar): ScalarValue | undefined {
    const value = scalarValue(node);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.wrong(node, {
        problem: 'the value is infinite or not a number, which no Kubernetes field can hold',
        fix: 'Write a number, or put text in double quotes.',
      });
      return undefined;
    }
    if (!tagFits(node, value)) {
      this.wrong(node, {
        problem: `the value does not fit its tag ${shortTag(node) ?? ''}`,
        fix: 'Remove the tag, and put text in double quotes.',
      });
      return undefined;
    }
    return value;
  }

  private mapping(node: YAMLMap<Node, Node | null>, depth: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    const keys = new Map<string, Node>();
    const second = depth === 1 ? secondObject(node) : undefined;
    let mergeFrom: unknown;
    for (const { key, value } of node.items) {
      const name = this.key(key, depth + 1);
      if (name === undefined) continue;
      if (key === second) {
        this.wrong(key, glued);
        break;
      }
      const first = keys.get(name);
      if (first !== undefined) {
        const { line, column } = this.source.position(offsetOf(first));
        this.wrong(key, {
          problem: `the key ${show(name)} is given twice in one mapping, first at line ${line}, column ${column}`,
          fix: 'Keep one of the two, or merge what they hold.',
        });
        continue;
      }
      keys.set(name, key);
      const resolved = value === null ? null : this.value(value, depth + 1);
      if (isMergeKey(key)) mergeFrom = resolved;
      else setField(fields, name, resolved);
    }
    const mergeKey = keys.get('<<');
    if (mergeKey !== undefined && mergeFrom !== undefined) {
      this.merge(fields, keys, mergeKey, mergeFrom);
    }
    return fields;
  }

  /** The text of a key: in JSON, and so in Kubernetes, keys are text. */
  private key(node: Node, depth: number): string | undefined {
    const value = this.value(node, depth);
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.wrong(node, isMap(node) && node.flow === true ? template : noText);
    return undefined;
  }

  private merge(
    fields: Record<string, unknown>,
    own: ReadonlyMap<string, Node>,
    key: Node,
    value: unknown,
  ): void {
    for (const from of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isFields(from)) {
        this.wrong(key, {
          problem: 'the merge key << holds something that is no mapping',
          fix: 'Give it an alias of a mapping, or a list of such aliases.',
        });
        return;
      }
      for (const [name, inherited] of Object.entries(from)) {
        const ownKey = own.get(name);
        if (ownKey === undefined) {
          if (!Object.hasOwn(fields, name)) setField(fields, name, inherited);
        } else if (offsetOf(ownKey) < offsetOf(key)) {
          this.wrong(key, {
            problem: `the merge key << stands below the key ${show(name)}, which it holds too, and readers differ on which of the two wins`,
            fix: 'Put << first in its mapping, so that the keys below it win.',
          });
          return;
        }
      }
    }
  }

  private alias(node: Alias, depth: number): unknown {
    const anchor = this.anchors.get(node.source);
    if (anchor === undefined) {
      this.wrong(node, {
        problem: this.anchors.has(node.source)
          ? 'an alias (*name) stands within the value that it repeats'
          : 'an alias (*name) has no anchor (&name) before it in its document',
        fix: 'Write the value out, or put double quotes around a text that begins with *.',
      });
      return undefined;
    }
    this.targets.set(node, anchor.node);
    if (depth + anchor.height > maxDepth) {
      this.wrong(node, tooDeep);
      return undefined;
    }
    this.deepest = Math.max(this.deepest, depth + anchor.height);
    this.exhausted ||= this.repeated + anchor.size > freeRepeats + repeatsPerValue * this.written;
    if (this.exhausted) {
      // Whatever follows in the text is over the bound as well, and each document says so once.
      if (!this.saidSo) this.wrong(node, tooMany);
      this.saidSo = true;
      return undefined;
    }
    this.repeated += anchor.size;
    return copyOf(anchor.value);
  }

  private checkTag(node: Node): void {
    const tag = shortTag(node);
    if (tag === undefined || knownTags.has(tag)) return;
    this.wrong(node, {
      problem: 'the value has a tag (!name) that Kubernetes does not know',
      fix: 'Remove the tag and write the plain value; put a text that begins with ! in double quotes.',
    });
  }

  private wrong(node: Node, complaint: Complaint): void {
    this.problems.push(this.source.problem(offsetOf(node), complaint));
  }
}

const noText: Complaint = {
  problem: 'a key of a mapping is empty, a list or a mapping, and Kubernetes knows only text keys',
  fix: 'Write the key as text.',
};

/** What is said of two objects in one document. */
const glued: Complaint = {
  problem: 'a second object begins here, and no line --- stands before it',
  fix: 'Put a line that holds only --- above it.',
};

/** The key that a second object begins with: the first that is repeated, where its type is. */
function secondObject({ items }: YAMLMap<Node, Node | null>): Node | undefined {
  const seen = new Set<unknown>();
  const again = items.filter(({ key }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
  const repeats = (name: string): boolean =>
    again.some(({ key }) => isScalar(key) && key.value === name);
  return repeats('apiVersion') && repeats('kind') ? again[0]?.key : undefined;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Sets a field also where its name is `__proto__`, which an assignment would take for something else. */
function setField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') fields[name] = value;
  else
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Aliases give copies, so that the plain value is a tree. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isFields(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) setField(copy, name, copyOf(value[name]));
  return copy;
}
