import { formatField, parseField, type FieldStep } from '../manifest/field-path';
import { follow, isFields } from '../manifest/manifest';
import type { CheckedObject, Premise } from './check';
import type { IsSilent, Reported } from './reported';
import { kubekeyKnownFields } from './rules/kubekey-known-fields';
import { kubekeyValidTypes } from './rules/kubekey-valid-types';
import { knownFields } from './rules/known-fields';
import { validTypes } from './rules/valid-types';
import { waysTo } from './schema-fault';

const typeChecks: ReadonlySet<string> = new Set([validTypes.id, kubekeyValidTypes.id]);
const strayChecks: ReadonlySet<string> = new Set([knownFields.id, kubekeyKnownFields.id]);

/**
 * Without what only follows from something else that was found: what was concluded from a field that is
 * at fault itself, what was read out of a value of a wrong type, and a field that is missing where it
 * belongs because it stands elsewhere, or under another name. One fault is told once; the rest goes with
 * it, or is found when it is put right.
 */
export function withoutFollowUps(
  reported: readonly Reported[],
  isSilent: IsSilent,
): readonly Reported[] {
  if (reported.length < 2) return reported;
  const faults = faultsOf(reported.filter(({ finding }) => !isSilent(finding)));
  const first = reported.filter((one) => !follows(one, faults, no));
  // What follows from a conclusion goes with it, unless that one goes with this one.
  const gone = new Set<Reported>();
  for (const one of first) if (follows(one, faults, (other) => !gone.has(other))) gone.add(one);
  const left = first.filter((one) => !gone.has(one));
  return left.map((one) => broughtHome(one, faults));
}

/** What was found, by its field and by all that is around that; each with `[]` for positions, too. */
interface Places {
  readonly fields: Map<string, Reported[]>;
  readonly around: Map<string, Reported[]>;
}

/** What is at fault by itself in one object. */
interface Faults {
  readonly wrong: Places;
  /** What fields under another name were meant to be. */
  readonly meant: Places;
  /** What was concluded from something else. */
  readonly concluded: Places;
  /** Values of a wrong type, by field. */
  readonly types: Map<string, Reported>;
  /** Fields that stand where they don't belong, by their names. */
  readonly strays: Map<string, Stray>;
}

interface Stray {
  readonly reported: Reported;
  /** Where it belongs, once a field of its name is found to be missing. */
  home?: string;
}

type FaultsByObject = ReadonlyMap<CheckedObject, Faults>;

function faultsOf(reported: readonly Reported[]): FaultsByObject {
  const found = new Map<CheckedObject, Faults>();
  for (const one of reported) {
    const { finding, object, from, meant } = one;
    if (object === undefined || finding.severity !== 'error') continue;
    let own = found.get(object);
    if (own === undefined) {
      own = {
        wrong: newPlaces(),
        meant: newPlaces(),
        concluded: newPlaces(),
        types: new Map(),
        strays: new Map(),
      };
      found.set(object, own);
    }
    addPlace(from === undefined ? own.wrong : own.concluded, finding.field, one);
    if (typeChecks.has(finding.check)) own.types.set(finding.field, one);
    const key = strayKey(one);
    if (key !== undefined) own.strays.set(nameOf(key), { reported: one });
    if (meant !== undefined) addPlace(own.meant, meant, one);
  }
  return found;
}

function newPlaces(): Places {
  return { fields: new Map(), around: new Map() };
}

function addPlace({ fields, around }: Places, field: string, one: Reported): void {
  const forms = formsOf(field);
  for (const form of forms) add(fields, form, one);
  for (const way of new Set(forms.flatMap(waysTo))) add(around, way, one);
}

/** So many findings of one check at one place stand for all of them. */
const enough = 8;

function add(places: Map<string, Reported[]>, field: string, one: Reported): void {
  const there = places.get(field);
  if (there === undefined) places.set(field, [one]);
  else if (there.at(-enough)?.finding.check !== one.finding.check) there.push(one);
}

/** Name of a field that stands where none of its name belongs: an unknown one, or a part among plain values. */
function strayKey({ finding, object }: Reported): string | undefined {
  const steps = parseField(finding.field) ?? [];
  const key = steps.at(-1);
  if (typeof key !== 'string') return undefined;
  if (strayChecks.has(finding.check)) return key;
  const isPart =
    typeChecks.has(finding.check) && typeof follow(object?.manifest, steps) === 'object';
  return isPart ? key : undefined;
}

/** A name without what people write in different ways. */
function nameOf(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
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

/** Tells of a finding whether it may be what another one follows from. */
type IsCause = (other: Reported) => boolean;

const any: IsCause = () => true;
const no: IsCause = () => false;

function follows(one: Reported, faults: FaultsByObject, mayBe: IsCause): boolean {
  const { finding, object, from } = one;
  const own = object && faults.get(object);
  if (own !== undefined) {
    const ways = waysTo(finding.field);
    const types = ways.map((way) => own.types.get(way));
    if (types.some((type) => type !== undefined && type !== one)) return true;
    if (isMissing(one, own)) return true;
    // What is within its own field may be another fault.
    if (from !== undefined && ways.some((way) => own.wrong.fields.has(way))) return true;
  }
  // Two conclusions of one check stand beside each other.
  const isCause: IsCause = (other) => other.finding.check !== finding.check && mayBe(other);
  return from?.some((premise) => isFaulty(premise, object, faults, isCause)) === true;
}

function isFaulty(
  premise: Premise,
  object: CheckedObject | undefined,
  faults: FaultsByObject,
  isCause: IsCause,
): boolean {
  const [holder, field] = typeof premise === 'string' ? [object, premise] : premise;
  const own = holder && faults.get(holder);
  if (own === undefined) return false;
  return (
    isIn(field, own.wrong) ||
    isIn(field, own.meant) ||
    isIn(field, own.concluded, isCause) ||
    isElsewhere(holder, field, own)
  );
}

/** Tells whether something was found at a field, around it or within it. */
function isIn(field: string, { around, fields }: Places, isCause = any): boolean {
  if (around.get(field)?.some(isCause) === true) return true;
  return waysTo(field).some((way) => fields.get(way)?.some(isCause) === true);
}

/** Tells of a finding about a field that isn't written whether it stands elsewhere or under another name. */
function isMissing(one: Reported, own: Faults): boolean {
  const { object, finding } = one;
  if (own.strays.size === 0 || strayKey(one) !== undefined) return false;
  if (isElsewhere(object, finding.field, own)) return true;
  return (
    isAbsent(object, finding.field) && formsOf(finding.field).some((form) => isIn(form, own.meant))
  );
}

/** Finds a stray field of the name of one that isn't written; that is where it belongs. */
function isElsewhere(
  object: CheckedObject | undefined,
  field: string,
  { strays }: Faults,
): boolean {
  if (strays.size === 0) return false;
  const steps = parseField(field);
  if (steps === undefined) return false;
  const first = firstAbsent(object, steps);
  for (let index = first; index < steps.length; index += 1) {
    const stray = strays.get(nameOf(String(steps[index])));
    if (stray === undefined || stray.reported.object !== object) continue;
    const home = formatField(...steps.slice(0, index + 1));
    // One field is missing in one place.
    if ((stray.home ??= home) === home) return true;
  }
  return false;
}

function isAbsent(object: CheckedObject | undefined, field: string): boolean {
  const steps = parseField(field);
  return steps !== undefined && firstAbsent(object, steps) < steps.length;
}

/** The first step of a way that leads to nothing; behind the last where something is there. */
function firstAbsent(object: CheckedObject | undefined, steps: readonly FieldStep[]): number {
  let here: unknown = object?.manifest;
  for (const [index, step] of steps.entries()) {
    here = follow(here, [step]);
    if (here === undefined || here === null || here === '') return index;
  }
  return isFields(here) && Object.keys(here).length === 0 ? steps.length - 1 : steps.length;
}

/** A field that stands elsewhere, with what to do about it, where that is known by now. */
function broughtHome(one: Reported, faults: FaultsByObject): Reported {
  const key = strayKey(one);
  const stray =
    key === undefined ? undefined : one.object && faults.get(one.object)?.strays.get(nameOf(key));
  if (stray?.reported !== one || stray.home === undefined || stray.home === one.meant) return one;
  const fix = `Move it to "${stray.home}", where it belongs.`;
  return { ...one, finding: { ...one.finding, fix } };
}
