import type { CommentTree } from './comment';
import { flowText } from './flow-text';
import type { Fields } from './manifest';
import { isPlainObject } from './plain-data';
import { blockText, lineText, numberText } from './scalar';

/** How many mappings and lists may stand around a block; what lies deeper is written in one line. */
export const deepestBlock = 200;

/** Readers look for the colon behind a key within 1024 characters; longer keys get a `?`. */
const longestKey = 1000;

/** The first short texts are kept, since manifests say the same words again and again. */
const longestRemembered = 64;
const mostRemembered = 2000;

const indents: readonly string[] = Array.from({ length: deepestBlock + 2 }, (_, depth) =>
  '  '.repeat(depth),
);

/** Thrown inside the writer, to leave it at once. */
const unwritable: Error = new Error('not plain data');

/** Puts documents into text, one after the other. */
export class YamlWriter {
  /** What was written since the last `take`. */
  text = '';
  private readonly remembered = new Map<string, string>();
  private readonly leads: readonly Map<string, string>[] = indents.map(() => new Map());

  /**
   * Writes one document. False where it isn't plain data; then the text is of no use.
   *
   * @param comments comments on fields that are there
   */
  document(value: unknown, comments?: CommentTree): boolean {
    try {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      if (comments !== undefined) this.linesAbove(comments, '');
      const keys = keysOf(value);
      if (isEmpty(value, keys)) this.text += '{}\n';
      else this.mapping(value as Fields, keys, 0, false, comments);
      return true;
    } catch (error) {
      if (error === unwritable) return false;
      throw error;
    }
  }

  /** Gives what was written, and begins anew. */
  take(): string {
    const { text } = this;
    // V8 keeps joined text as a tree of its parts. Reading a character makes it one piece, while the
    // parts are young: collected later, they cost several times the time of writing.
    text.charCodeAt(0);
    this.text = '';
    return text;
  }

  /** @param compact tells that the first line is begun: it stands behind the dash of a list */
  private mapping(
    value: Fields,
    keys: readonly string[],
    depth: number,
    compact: boolean,
    comments: CommentTree | undefined,
  ): void {
    let begun = compact;
    for (const key of keys) {
      const item = value[key];
      if (item === undefined) continue;
      const own = comments?.below.get(key);
      // What is above the first key behind a dash was written above the dash.
      if (own !== undefined && !begun) this.linesAbove(own, indents[depth] ?? '');
      this.item(begun ? this.key(key, depth) : this.lead(key, depth), item, depth, own);
      begun = false;
    }
  }

  /** A value behind its key; `lead` is the line as far as the colon. */
  private item(lead: string, item: unknown, depth: number, comments?: CommentTree): void {
    if (typeof item !== 'object' || item === null || depth >= deepestBlock) {
      this.text += lead + this.rest(item, depth, comments);
    } else if (Array.isArray(item)) {
      if (item.length === 0) this.text += lead + ' []' + end(comments);
      else {
        this.text += lead + end(comments);
        this.list(item, depth + 1, false, comments);
      }
    } else {
      const keys = keysOf(item);
      if (isEmpty(item, keys)) this.text += lead + ' {}' + end(comments);
      else {
        this.text += lead + end(comments);
        this.mapping(item as Fields, keys, depth + 1, false, comments);
      }
    }
  }

  /** @param compact as for `mapping` */
  private list(
    items: readonly unknown[],
    depth: number,
    compact: boolean,
    comments: CommentTree | undefined,
  ): void {
    const indent = indents[depth] ?? '';
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const own = comments?.below.get(index);
      const begun = compact && index === 0;
      if (own !== undefined && !begun) this.aboveItem(item, own, indent);
      const dash = begun ? '-' : `${indent}-`;
      const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item);
      const keys = isMapping ? keysOf(item) : noKeys;
      if (
        depth >= deepestBlock ||
        (isMapping ? isEmpty(item, keys) : !Array.isArray(item) || item.length === 0)
      ) {
        this.text += dash + this.rest(item, depth, own);
        continue;
      }
      // A comment behind the dash leaves no room for the first line.
      const isCompact = own?.behind === undefined;
      this.text += dash + (isCompact ? ' ' : end(own));
      if (isMapping) this.mapping(item as Fields, keys, depth + 1, isCompact, own);
      else this.list(item as readonly unknown[], depth + 1, isCompact, own);
    }
  }

  /** The comments above an item, and above what stands in the same line behind its dash. */
  private aboveItem(item: unknown, comments: CommentTree, indent: string): void {
    this.linesAbove(comments, indent);
    if (comments.behind !== undefined || typeof item !== 'object' || item === null) return;
    if (Array.isArray(item)) {
      const first = comments.below.get(0);
      if (first !== undefined) this.aboveItem(item[0], first, indent);
      return;
    }
    const key = Object.keys(item).find((name) => (item as Fields)[name] !== undefined);
    const first = key === undefined ? undefined : comments.below.get(key);
    if (first !== undefined) this.linesAbove(first, indent);
  }

  private linesAbove(comments: CommentTree, indent: string): void {
    for (const line of comments.above) this.text += `${indent}${line}\n`;
  }

  /** The rest of the line behind `key:` or a dash, and the lines of a block of text. */
  private rest(item: unknown, depth: number, comments?: CommentTree): string {
    if (typeof item === 'string') {
      if (comments === undefined && item.length <= longestRemembered) {
        const known = this.remembered.get(item);
        if (known !== undefined) return known;
      }
      const block = item.includes('\n') ? blockText(item, indents[depth + 1] ?? '') : undefined;
      if (block !== undefined) return ` ${block.head}${end(comments)}${block.lines}\n`;
      const text = ` ${lineText(item)}${end(comments)}`;
      if (comments === undefined && item.length <= longestRemembered) {
        remember(this.remembered, item, text);
      }
      return text;
    }
    if (typeof item === 'number' && Number.isFinite(item)) {
      return ` ${numberText(item)}${end(comments)}`;
    }
    if (typeof item === 'boolean' || item === null) return ` ${String(item)}${end(comments)}`;
    if (typeof item !== 'object') throw unwritable;
    const flow = flowText(item);
    if (flow === undefined) throw unwritable;
    return ` ${flow}${end(comments)}`;
  }

  /** A key with its indentation and its colon. */
  private lead(key: string, depth: number): string {
    const known = this.leads[depth]?.get(key);
    if (known !== undefined) return known;
    const text = (indents[depth] ?? '') + this.key(key, depth);
    const leads = this.leads[depth];
    if (leads !== undefined && key.length <= longestRemembered) remember(leads, key, text);
    return text;
  }

  private key(key: string, depth: number): string {
    const text = lineText(key);
    return text.length > longestKey ? `? ${text}\n${indents[depth] ?? ''}:` : `${text}:`;
  }
}

const noKeys: readonly string[] = [];

function remember(memory: Map<string, string>, key: string, text: string): void {
  if (memory.size < mostRemembered) memory.set(key, text);
}

/** The end of a line: the comment behind the value, if there is one. */
function end(comments: CommentTree | undefined): string {
  return comments?.behind === undefined ? '\n' : ` ${comments.behind}\n`;
}

/** The keys of a mapping; looks whether it is one. */
function keysOf(value: object): readonly string[] {
  if (!isPlainObject(value)) throw unwritable;
  return Object.keys(value);
}

/** Tells whether a mapping has nothing to write. */
function isEmpty(value: object, keys: readonly string[]): boolean {
  for (const key of keys) {
    if ((value as Fields)[key] !== undefined) return false;
  }
  return true;
}
