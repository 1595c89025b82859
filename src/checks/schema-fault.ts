import { formatField, parseField, type FieldStep } from '../manifest/field-path';
import { groupBy } from '../manifest/group-by';
import type { Premise, Severity } from './check';

/** What kind of fault a schema finds; each is reported by a check of its own. */
export type FaultKind =
  | 'unknown-field'
  | 'wrong-type'
  | 'missing-field'
  | 'unknown-value'
  | 'wrong-form'
  | 'wrong-label'
  | 'wrong-requirement';

/** Something in an object that its schema does not allow. */
export interface SchemaFault {
  /** What kind of fault it is. */
  readonly kind: FaultKind;
  /** Field of the object, as findings name it. */
  readonly field: string;
  /** What is wrong. No final period. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /**
   * How bad it is.
   *
   * @default - as the check that reports it
   */
  readonly severity?: Severity;
  /**
   * Field that the author most likely meant, with its way, where the fault is an unknown field; `[]`
   * stands for an item of a list.
   *
   * @default - nothing like it is known
   */
  readonly meant?: string;
  /**
   * Fields that it is concluded from, beside its own.
   *
   * @default - it is a fault by itself
   */
  readonly from?: readonly Premise[];
  /**
   * What it has in common with other faults that are told with it.
   *
   * @default - nothing
   */
  readonly cause?: string;
}

/** A place in an object: the step that leads there, from the place above. */
export interface Place {
  /** The place above; undefined is the object itself. */
  readonly above: Place | undefined;
  /** Key or position within the place above. */
  readonly step: FieldStep;
}

/** The field of a place, as findings name it; no place is the object itself. */
export function fieldOf(place: Place | undefined, ...more: readonly FieldStep[]): string {
  const steps: FieldStep[] = [];
  for (let here = place; here !== undefined; here = here.above) steps.push(here.step);
  return formatField(...steps.reverse(), ...more);
}

/**
 * The faults of one object, each once: a field that stands under a wrong name, or in a wrong place,
 * is not reported as missing as well, nor is what would be around it.
 */
export function withoutFollowUps(faults: readonly SchemaFault[]): SchemaFault[] {
  if (faults.length === 0) return [];
  const meant = new Set(faults.flatMap((fault) => waysTo(anyItem(fault.meant ?? ''))));
  const left = faults.filter(
    ({ kind, field }) => kind !== 'missing-field' || !meant.has(anyItem(field)),
  );
  return joinStrangers(left);
}

/**
 * A field that nothing explains, beside one that is missing, is most likely meant to be that one: both
 * become one fault.
 */
function joinStrangers(faults: readonly SchemaFault[]): SchemaFault[] {
  const missing = faults.filter(({ kind }) => kind === 'missing-field');
  const strangers = faults.filter((fault) => fault.kind === 'unknown-field' && !fault.meant);
  if (missing.length === 0 || strangers.length === 0) return [...faults];
  const joined = new Map<SchemaFault, SchemaFault>();
  const taken = new Set<SchemaFault>();
  const byParent = groupBy(missing, ({ field }) => parentOf(field));
  for (const stranger of strangers) {
    const around = parentOf(stranger.field);
    const lost = byParent.get(around);
    if (lost === undefined) continue;
    // The first of several strangers takes them all.
    byParent.delete(around);
    for (const one of lost) taken.add(one);
    const names = lost.map(({ field }) => `"${lastOf(field)}"`).join(' and ');
    const [verb, fix] =
      lost.length === 1
        ? ['is', `Write ${names} in its place: Kubernetes refuses the object without it.`]
        : [
            'are',
            'Rename it if it is one of these, and add the rest: Kubernetes refuses the object without them.',
          ];
    joined.set(stranger, {
      ...stranger,
      problem: `${stranger.problem}, and ${names} ${verb} missing`,
      fix,
    });
  }
  return faults.filter((fault) => !taken.has(fault)).map((fault) => joined.get(fault) ?? fault);
}

function parentOf(field: string): string {
  return formatField(...(parseField(field) ?? []).slice(0, -1));
}

function lastOf(field: string): string {
  return String(parseField(field)?.at(-1) ?? field);
}

/** A field and all that is around it: `a`, `a.b` and `a.b.c` for `a.b.c`. */
export function waysTo(field: string): string[] {
  if (field === '') return [];
  const ways: string[] = [];
  for (let end = 1; end < field.length; end += 1) {
    if (field[end] === '.' || field[end] === '[') ways.push(field.slice(0, end));
  }
  ways.push(field);
  return ways;
}

/** The field with `[]` for each position in a list. */
export function anyItem(field: string): string {
  return field.replace(/\[\d+\]/g, '[]');
}
