import { throwProblems } from '../errors';
import { text as textForm, wrong, type Form } from './form';
import { kindOf } from './plain-data';
import type { ReadResult } from './read-text';

export type { ReadResult } from './read-text';

/**
 * Reads the Kubernetes objects of a YAML or JSON text, with the place of every field.
 *
 * Values are read as `kubectl` and KubeKey read them: `yes` is true, `017` is 15, `"yes"` is text. Empty
 * documents are passed over; the items of a `List` become objects of their own. Never throws for what the text holds: that
 * gives problems.
 *
 * @param text the text, with or without a byte order mark
 * @param file how positions name the text: the path of its file, or `-` for standard input
 * @throws GroundworkError where one of the two is no text
 */
export function readManifests(text: string, file: string): ReadResult {
  throwProblems([...sourceForm(text, 'text'), ...textForm(file, 'file')], readManifests);
  // Loading the YAML parser takes as long as loading cdk8s: a program that only writes does without.
  const { readText } = require('./read-text') as typeof import('./read-text');
  return readText(text, file);
}

/** What is read: a text, which may be empty. */
const sourceForm: Form = (value, path) => {
  if (typeof value === 'string') return [];
  const fix =
    value instanceof Uint8Array
      ? "Read the file as text: readFileSync(path, 'utf8'), or give its path to readFile()."
      : 'Give the text of a file.';
  return wrong(path, `must be text, got ${kindOf(value)}`, fix);
};
