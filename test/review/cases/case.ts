import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../src/manifest/manifest';
import type { Effect } from '../../../src/review/change';

/** One change of one field, and what it is expected to do. */
export type Row = readonly [
  /** Path of the field, with positions in lists: `spec.ports.0.port`. */
  path: string,
  /** The new value; undefined takes the field away. */
  value: unknown,
  effect: Effect,
  /** What the explanation or the advice must say. */
  says?: RegExp,
  /** Kubernetes version; 1.28 where left out. */
  version?: string,
];

/** An object, what stands around it, and changes of it. */
export interface Cases {
  /** Group and kind. */
  readonly kind: string;
  /** The object as YAML; further documents stand around it. */
  readonly yaml: string;
  readonly rows: readonly Row[];
}

/** The documents of a YAML text. */
export function manifests(yaml: string): readonly [Manifest, ...Manifest[]] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as Manifest) as unknown as [
    Manifest,
    ...Manifest[],
  ];
}

/** A copy of an object with one field set or taken away. */
export function withField(manifest: Manifest, path: string, value: unknown): Manifest {
  const copy = structuredClone(manifest) as Record<string, unknown>;
  const steps = path.split('.').map((step) => step.replaceAll('~', '.'));
  const last = steps.pop() ?? '';
  let here = copy;
  for (const step of steps) here = (here[step] ??= {}) as Record<string, unknown>;
  if (value !== undefined) here[last] = value;
  else if (Array.isArray(here)) here.splice(Number(last), 1);
  else Reflect.deleteProperty(here, last);
  return copy as Manifest;
}
