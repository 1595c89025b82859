import type { Fields } from './manifest';
import { isPlainObject } from './plain-data';
import { numberText, quoted } from './scalar';

interface Frame {
  readonly value: object;
  /** The keys of a mapping; undefined for a list. */
  readonly keys: readonly string[] | undefined;
  readonly size: number;
  next: number;
  isFirst: boolean;
}

/** A key within the reach of every reader: they look 1024 characters ahead for the colon. */
const longestKey = 1000;

/**
 * A value in one line, such as `{"a": [1, 2]}`, for what lies so deep that blocks would be mostly
 * indentation. Needs no call stack. Undefined where the value isn't plain data or holds itself.
 */
export function flowText(value: unknown): string | undefined {
  let text = '';
  const frames: Frame[] = [];
  const open = new Set<object>();

  /** Writes a scalar, or the bracket that opens a list or mapping; false where it can't be written. */
  const begin = (item: unknown): boolean => {
    if (typeof item === 'string') text += quoted(item);
    else if (typeof item === 'number' && Number.isFinite(item)) text += numberText(item);
    else if (typeof item === 'boolean' || item === null) text += String(item);
    else if (typeof item !== 'object' || open.has(item)) return false;
    else {
      const isList = Array.isArray(item);
      if (!isList && !isPlainObject(item)) return false;
      open.add(item);
      const keys = isList ? undefined : Object.keys(item);
      const size = isList ? item.length : (keys?.length ?? 0);
      frames.push({ value: item, keys, size, next: 0, isFirst: true });
      text += isList ? '[' : '{';
    }
    return true;
  };

  if (!begin(value)) return undefined;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const index = frame.next++;
    if (index >= frame.size) {
      text += frame.keys === undefined ? ']' : '}';
      open.delete(frame.value);
      frames.pop();
      continue;
    }
    const key = frame.keys?.[index];
    const item = (frame.value as Fields)[key ?? index];
    if (key !== undefined && item === undefined) continue;
    if (!frame.isFirst) text += ', ';
    frame.isFirst = false;
    if (key !== undefined) text += flowKey(key);
    if (!begin(item)) return undefined;
  }
  return text;
}

function flowKey(key: string): string {
  const text = quoted(key);
  return text.length > longestKey ? `? ${text} : ` : `${text}: `;
}
