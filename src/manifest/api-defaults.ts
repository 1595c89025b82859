import type { ApiDefault } from '../facts/kubernetes/api-defaults';
import { defaultPlanOf, type DefaultPlan, type PlannedField } from './default-plan';
import { defaultValue } from './default-value';
import { isEqual } from './equal';
import { isFields, type Fields, type Manifest } from './manifest';

/**
 * The object as the API server of a version stores it, as far as that follows from the object alone:
 * its defaults filled in, and nulls, empty lists and maps and zero values that equal absence left out.
 *
 * What the server takes from elsewhere (an allocated address, a default class) isn't filled in. An
 * object of a kind that isn't built in comes back as it is. The object itself is never changed.
 *
 * @param version Kubernetes version, such as `1.26`
 */
export function withDefaults(manifest: Manifest, version: string): Manifest {
  const plan = defaultPlanOf(manifest.apiVersion, manifest.kind, version);
  return plan === undefined ? manifest : (fillStruct(plan, manifest) as Manifest);
}

/**
 * The object without the fields that only repeat what the API server of a version fills in by itself.
 *
 * The server stores the same object either way: `withDefaults` of both is equal. Lists and maps with
 * nothing in them go too, where they may be left out. What is left keeps its order; nulls stay, since
 * they mean something to `kubectl apply`. The object itself is never changed.
 *
 * @param version Kubernetes version, such as `1.26`
 */
export function withoutDefaults(manifest: Manifest, version: string): Manifest {
  const plan = defaultPlanOf(manifest.apiVersion, manifest.kind, version);
  return plan === undefined ? manifest : (stripStruct(plan, manifest).plain as Manifest);
}

type Mutable = Record<string, unknown>;

/** Sets a field as data, also one with the name `__proto__`. */
function put(target: Mutable, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[key] = value;
}

function isEmpty(value: object): boolean {
  for (const key in value) if (Object.hasOwn(value, key)) return false;
  return true;
}

/** Where a value of a struct's field is as good as absent. */
function isAbsent(plan: DefaultPlan, key: string, value: unknown, field: PlannedField): boolean {
  if (value === null || value === undefined || plan.zeros.get(key) === value) return true;
  if (field.shape === 'list') return Array.isArray(value) && value.length === 0;
  return field.shape === 'map' && isFields(value) && isEmpty(value);
}

function fillStruct(plan: DefaultPlan, value: Fields): Fields {
  const given: Mutable = {};
  for (const key of Object.keys(value)) {
    const field = plan.field(key);
    const here = value[key];
    if (isAbsent(plan, key, here, field)) continue;
    const filled = fillField(field, here);
    if (plan.structs.has(key) && isFields(filled) && isEmpty(filled)) continue;
    put(given, key, filled);
  }
  return addDefaults(plan, given);
}

function fillField({ shape, plan }: PlannedField, value: unknown): unknown {
  if (plan === undefined) return value;
  if (shape === 'struct') return isFields(value) ? fillStruct(plan, value) : value;
  if (shape === 'list') {
    return Array.isArray(value)
      ? value.map((item: unknown) => (isFields(item) ? fillStruct(plan, item) : item))
      : value;
  }
  if (!isFields(value)) return value;
  const filled: Mutable = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    put(filled, key, isFields(item) ? fillStruct(plan, item) : item);
  }
  return filled;
}

/** Adds what the server adds to a struct whose own parts are filled already. */
function addDefaults(plan: DefaultPlan, given: Fields): Fields {
  const now: Mutable = { ...given };
  for (const key of plan.structs) {
    if (now[key] !== undefined) continue;
    const filled = fillField(plan.field(key), {});
    if (isFields(filled) && !isEmpty(filled)) now[key] = filled;
  }
  for (const [key, value] of plan.constants) now[key] ??= value;
  for (const [key, rules] of plan.defaults) {
    for (const rule of rules) {
      const value = defaultValue(key, rule, given, now);
      if (value !== undefined) {
        now[key] = fillField(plan.field(key), value);
        break;
      }
    }
  }
  return now;
}

/** A value without what its defaults repeat, and the same value with all of them. */
interface Stripped {
  readonly plain: Fields;
  readonly full: Fields;
}

function stripStruct(plan: DefaultPlan, value: Fields): Stripped {
  const plain: Mutable = {};
  const given: Mutable = {};
  const emptied: string[] = [];
  for (const key of Object.keys(value)) {
    const field = plan.field(key);
    const here = value[key];
    if (plan.zeros.get(key) === here) continue;
    if (isAbsent(plan, key, here, field)) {
      if (here === null || (here !== undefined && plan.required.has(key))) put(plain, key, here);
      continue;
    }
    const stripped = stripField(field, here);
    if (plan.structs.has(key) && isFields(stripped.full) && isEmpty(stripped.full)) continue;
    put(plain, key, stripped.plain);
    put(given, key, stripped.full);
    if (plan.structs.has(key) && isFields(stripped.plain) && isEmpty(stripped.plain))
      emptied.push(key);
  }
  const full = addDefaults(plan, given);
  for (const key of repeated(plan, given, full, emptied)) {
    Reflect.deleteProperty(plain, key);
  }
  return { plain, full };
}

function stripField(
  { shape, plan }: PlannedField,
  value: unknown,
): { readonly plain: unknown; readonly full: unknown } {
  if (plan === undefined) return { plain: value, full: value };
  if (shape === 'struct') {
    return isFields(value) ? stripStruct(plan, value) : { plain: value, full: value };
  }
  if (shape === 'list') {
    if (!Array.isArray(value)) return { plain: value, full: value };
    const items = value.map((item: unknown) =>
      isFields(item) ? stripStruct(plan, item) : { plain: item, full: item },
    );
    return { plain: items.map(({ plain }) => plain), full: items.map(({ full }) => full) };
  }
  if (!isFields(value)) return { plain: value, full: value };
  const plain: Mutable = {};
  const full: Mutable = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    const stripped = isFields(item) ? stripStruct(plan, item) : { plain: item, full: item };
    put(plain, key, stripped.plain);
    put(full, key, stripped.full);
  }
  return { plain, full };
}

/**
 * The given fields that the server would fill in just so: as many as leave the result as it is.
 *
 * Defaults look at one another, so each choice is proved by filling the rest again.
 */
function repeated(
  plan: DefaultPlan,
  given: Fields,
  full: Fields,
  emptied: readonly string[],
): readonly string[] {
  const candidates = [...emptied];
  for (const [key, value] of plan.constants) if (given[key] === value) candidates.push(key);
  // Constants look at nothing else, so they need no proof where there are no other defaults.
  if (plan.defaults.length === 0 && emptied.length === 0) return candidates;
  for (const [key, rules] of plan.defaults) {
    if (Object.hasOwn(given, key) && rules.some((rule) => gives(plan, key, rule, full))) {
      candidates.push(key);
    }
  }
  if (candidates.length === 0 || isSafe(plan, given, full, candidates)) return candidates;
  const chosen: string[] = [];
  for (let before = -1; before !== chosen.length;) {
    before = chosen.length;
    for (const key of candidates) {
      if (!chosen.includes(key) && isSafe(plan, given, full, [...chosen, key])) chosen.push(key);
    }
  }
  return chosen;
}

/** Tells whether a default could have given the field its value, its conditions aside. */
function gives(plan: DefaultPlan, key: string, rule: ApiDefault, full: Fields): boolean {
  const own = full[key];
  if (rule.value !== undefined) {
    return typeof rule.value === 'object'
      ? isEqual(filledValue(plan, key, rule), own)
      : own === rule.value;
  }
  const { [key]: _own, ...others } = full;
  const { is, copyOf, unlessIn, entriesOf, rule: derivation } = rule;
  const value = defaultValue(
    key,
    { is, copyOf, unlessIn, entriesOf, rule: derivation },
    others,
    others,
  );
  return value !== undefined && isEqual(fillField(plan.field(key), value), own);
}

const filledValues = new WeakMap<DefaultPlan, Map<ApiDefault, unknown>>();

/** The value of a default with the defaults of its own parts, worked out once; only to compare with. */
function filledValue(plan: DefaultPlan, key: string, rule: ApiDefault): unknown {
  const known = filledValues.get(plan) ?? new Map<ApiDefault, unknown>();
  filledValues.set(plan, known);
  if (!known.has(rule)) known.set(rule, fillField(plan.field(key), rule.value));
  return known.get(rule);
}

function isSafe(plan: DefaultPlan, given: Fields, full: Fields, left: readonly string[]): boolean {
  const rest: Mutable = {};
  for (const key of Object.keys(given)) if (!left.includes(key)) put(rest, key, given[key]);
  return isEqual(addDefaults(plan, rest), full);
}
