/** Where an object comes from: the construct that wrote it, a place in a file, or what a program gave. */
export type Origin = ConstructOrigin | FileOrigin | ArgumentOrigin;

/** A construct, by its path in the tree. */
export interface ConstructOrigin {
  /** Path of the construct, such as `ng/service`. */
  readonly construct: string;
}

/** A place in a file. */
export interface FileOrigin {
  /** Path of the file as it was given; `-` is standard input. */
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;
}

/** A place in what a program gave to a function. */
export interface ArgumentOrigin {
  /** The place, such as `manifests[0]` for the first object, or `waivers[0]` for the first waiver. */
  readonly argument: string;
}

/** The construct, the argument or the file. */
export function sourceOf(origin: Origin): string {
  if ('file' in origin) return origin.file;
  return 'construct' in origin ? origin.construct : origin.argument;
}

/** `file:line:column`, which terminals and editors make a link of; else the construct or the argument. */
export function placeOf(origin: Origin): string {
  const source = sourceOf(origin);
  return 'file' in origin ? `${source}:${origin.line}:${origin.column}` : source;
}
