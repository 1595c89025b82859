import { parseField } from '../../../src/manifest/field-path';

/** What an edit puts in: a value, or `gone` to take the field out, or another name for the field. */
export type Change = { readonly value: unknown } | 'gone' | { readonly renamed: string };

/** One fault, made in an object of a sound file. */
export interface Edit {
  /** The object and the field to change, such as `Deployment/web spec.replicas`. */
  readonly place: string;
  /** What to do there. */
  readonly change: Change;
  /** What finds it: `check` where the field is the place's own, else `check field`. */
  readonly found: string;
}

/** Puts a value in. */
export const set = (place: string, value: unknown, found: string): Edit => ({
  place,
  change: { value },
  found,
});
/** Takes a field out. */
export const drop = (place: string, found: string): Edit => ({ place, change: 'gone', found });
/** Gives a field another name. */
export const rename = (place: string, renamed: string, found: string): Edit => ({
  place,
  change: { renamed },
  found,
});

/** Applies an edit to one of the objects. */
export function apply(objects: readonly unknown[], { place, change }: Edit): void {
  const [name = '', field = ''] = place.split(' ');
  const steps = parseField(field) ?? [];
  let here = objects.find((object) => nameOf(object) === name) as
    Record<string, unknown> | undefined;
  const last = steps.pop();
  if (here === undefined || last === undefined) throw new Error(`no place ${place}`);
  for (const step of steps) {
    here[step] ??= {};
    here = here[step] as Record<string, unknown>;
  }
  if (change === 'gone') Reflect.deleteProperty(here, last);
  else if ('value' in change) here[last] = change.value;
  else {
    here[change.renamed] = here[last];
    Reflect.deleteProperty(here, last);
  }
}

/** `Deployment/web` */
export function nameOf(object: unknown): string {
  const { kind, metadata } = object as { kind: string; metadata?: { name?: string } };
  return `${kind}/${metadata?.name ?? ''}`;
}
