import { describe } from '../manifest/manifest';
import type { CheckedObject, Finding, Premise } from './check';
import type { Reported } from './reported';
import { waysTo } from './schema-fault';
import { validTypes } from './rules/valid-types';

/** Tells of a finding that the options silence it, so that nothing may go with it. */
export type IsSilent = (finding: Finding) => boolean;

/**
 * Without what only follows from something else that was found: what was concluded from a field that is
 * at fault itself, and what was read out of a value of a wrong type. One fault is told once; the rest
 * goes with it, or is found when it is put right.
 */
export function withoutFollowUps(reported: readonly Reported[], isSilent: IsSilent): Reported[] {
  const mayFollow = ({ from, finding }: Reported): boolean =>
    from !== undefined || finding.check === validTypes.id;
  if (!reported.some(mayFollow)) return [...reported];
  const faults = faultsOf(reported.filter(({ finding }) => !isSilent(finding)));
  return reported.filter((one) => !follows(one, faults));
}

/** What is at fault by itself in one object. Each field is in here with `[]` for positions, too. */
interface Faults {
  readonly fields: Set<string>;
  /** What is around the fields. */
  readonly around: Set<string>;
  /** Values of a wrong type, by field. */
  readonly types: Map<string, Reported>;
}

function faultsOf(reported: readonly Reported[]): ReadonlyMap<CheckedObject, Faults> {
  const found = new Map<CheckedObject, Faults>();
  for (const one of reported) {
    const { finding, object, from, meant } = one;
    if (object === undefined || from !== undefined || finding.severity !== 'error') continue;
    const own = found.get(object) ?? { fields: new Set(), around: new Set(), types: new Map() };
    found.set(object, own);
    if (finding.check === validTypes.id) own.types.set(finding.field, one);
    for (const field of meant === undefined ? [finding.field] : [finding.field, meant]) {
      for (const form of formsOf(field)) {
        own.fields.add(form);
        for (const way of waysTo(form)) own.around.add(way);
      }
    }
  }
  return found;
}

/** A field with each choice of its positions as `[]`; the deepest ones where there are many. */
function formsOf(field: string): string[] {
  const [head = '', ...rest] = field.split(/(?=\[\d+\])/);
  return rest.reduce(
    (forms, part, index) =>
      forms.flatMap((form) => [
        ...(rest.length - index > 4 ? [] : [form + part.replace(/^\[\d+\]/, '[]')]),
        form + part,
      ]),
    [head],
  );
}

function follows(one: Reported, faults: ReadonlyMap<CheckedObject, Faults>): boolean {
  const { finding, object, from } = one;
  const own = object && faults.get(object);
  if (own !== undefined && own.types.size > 0) {
    const types = waysTo(finding.field).map((way) => own.types.get(way));
    if (types.some((type) => type !== undefined && type !== one)) return true;
  }
  if (from === undefined) return false;
  // What is within its own field may be another fault.
  if (own !== undefined && waysTo(finding.field).some((way) => own.fields.has(way))) return true;
  return from.some((premise) => isFaulty(premise, object, faults));
}

function isFaulty(
  premise: Premise,
  object: CheckedObject | undefined,
  faults: ReadonlyMap<CheckedObject, Faults>,
): boolean {
  const [holder, field] = typeof premise === 'string' ? [object, premise] : premise;
  const own = holder && faults.get(holder);
  if (own === undefined) return false;
  return own.around.has(field) || waysTo(field).some((way) => own.fields.has(way));
}

/** How many places one finding names beside its own. */
const mostPlaces = 3;

/** Findings with one cause as one, at the place of the first; it names the places of the others. */
export function joinedByCause(reported: readonly Reported[], isSilent: IsSilent): Reported[] {
  const groups = new Map<unknown, Reported[]>();
  const causes = new Map<CheckedObject | undefined, Map<string, Reported[]>>();
  for (const one of reported) {
    const { cause, object, finding } = one;
    if (cause === undefined || isSilent(finding)) {
      groups.set(one, [one]);
      continue;
    }
    const [holder, text] = typeof cause === 'string' ? [object, cause] : cause;
    const own = causes.get(holder) ?? new Map<string, Reported[]>();
    causes.set(holder, own);
    const key = `${finding.severity} ${text}`;
    const group = own.get(key) ?? [];
    own.set(key, group);
    group.push(one);
    groups.set(group, group);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : withPlaces(first, others)],
  );
}

function withPlaces(first: Reported, others: readonly Reported[]): Reported {
  const places = others.slice(0, mostPlaces).map((one) => placeOf(one, first));
  const more = others.length - places.length;
  const list = more > 0 ? `${places.join(', ')} and ${more} more` : places.join(' and ');
  const problem = `${first.finding.problem}; the same holds for ${list}`;
  return { ...first, finding: { ...first.finding, problem } };
}

function placeOf({ finding, object }: Reported, first: Reported): string {
  const { field } = finding;
  return object === first.object ? field : `${field} of ${describe(finding.object)}`;
}
