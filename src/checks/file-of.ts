import type { CheckedObject } from './check';

/** The file that an object was written in, or undefined where a construct wrote it. */
export function fileOf(object: CheckedObject): string | undefined {
  const origin = object.origin();
  return 'file' in origin ? origin.file : undefined;
}
