import type { ReadResult } from './read-text';

export type { ReadResult } from './read-text';

/**
 * Reads the Kubernetes objects of a YAML or JSON text, with the place of every field.
 *
 * Values are read as `kubectl` and KubeKey read them (see `resolvePlain`). Empty documents are passed
 * over; the items of a `List` become objects of their own. Never throws for what the text holds: that
 * gives problems.
 *
 * @param text the text, with or without a byte order mark
 * @param file how positions name the text
 */
export function readManifests(text: string, file: string): ReadResult {
  // Loading the YAML parser takes as long as loading cdk8s: a program that only writes does without.
  const { readText } = require('./read-text') as typeof import('./read-text');
  return readText(text, file);
}
