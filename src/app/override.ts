import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { show, throwProblems, type Problem } from '../errors';
import { formatField, parseField, type FieldStep } from '../manifest/field-path';
import { isFields, type Fields } from '../manifest/manifest';
import { targetObject } from './target-object';

interface Override {
  readonly field: string | readonly FieldStep[];
  readonly value: unknown;
}

/** Registered by name, so that several copies of this package see each other's overrides. */
const overrides: symbol = Symbol.for('cdk8s-groundwork.overrides');

type Overridden = Record<symbol, Override[] | undefined>;

/**
 * Sets a field of an object's final JSON, whatever class made it: ours, cdk8s-plus's or one of
 * `cdk8s import`, whose own classes would drop fields that they don't know.
 *
 * Mappings on the way are made where they are missing; a list grows by an index that is its length.
 * `undefined` takes the field away. Overrides apply in the order that they were made. What can't be
 * set fails `ManifestApp.synth()`, all of it at once.
 *
 * @param target the object, or a construct that makes one (a `kplus.Deployment`)
 * @param field the field, such as `spec.template.spec.containers[0].image` or
 * `metadata.labels["a/b"]`, or its steps, named as in the YAML
 * @param value plain data; `undefined` takes the field away
 * @throws GroundworkError at once where the target makes no object, or the field is none
 *
 * @example
 * override(deployment, 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]', '8');
 */
export function override(
  target: IConstruct,
  field: string | readonly FieldStep[],
  value: unknown,
): void {
  const object = targetObject(target, field, 'override()') as unknown as Overridden;
  const list = object[overrides] ?? [];
  if (list.length === 0) Object.defineProperty(object, overrides, { value: list });
  list.push({ field, value });
}

/** Tells whether anything was overridden in an object. */
export function hasOverrides(object: ApiObject): boolean {
  return (object as unknown as Overridden)[overrides] !== undefined;
}

/**
 * The final JSON of an object with its overrides in it; the JSON itself where it has none. The JSON
 * that was given stays as it is.
 *
 * @throws GroundworkError with every override that can't be set
 */
export function applyOverrides<T>(object: ApiObject, json: T): T {
  const problems: Problem[] = [];
  let result: unknown = json;
  for (const { field, value } of (object as unknown as Overridden)[overrides] ?? []) {
    const steps = typeof field === 'string' ? parseField(field) : field;
    if (steps === undefined || steps.length === 0) {
      problems.push({
        path: object.node.path,
        problem: `override() needs a field, got ${show(field)}`,
        fix: 'Write it like spec.replicas, spec.ports[0].port or metadata.labels["a/b"].',
      });
      continue;
    }
    try {
      result = withField(result, steps, 0, value);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      problems.push({
        path: `${object.node.path} ${formatField(...steps)}`,
        problem: `override() can't set the field: ${error.message}`,
        fix: error.fix,
      });
    }
  }
  throwProblems(problems);
  return result as T;
}

/** Says why a field can't be set. */
class Lost extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** A copy of the value with the field in it; copies only what is on the way. */
function withField(
  value: unknown,
  steps: readonly FieldStep[],
  depth: number,
  leaf: unknown,
): unknown {
  const step = steps[depth];
  if (step === undefined) return leaf;
  const here = formatField(...steps.slice(0, depth)) || 'the object';
  const missing = value === undefined || value === null;
  if (missing && leaf === undefined) return value;
  if (typeof step === 'number') {
    const list: unknown = missing ? [] : value;
    if (!Array.isArray(list)) {
      throw new Lost(`${here} is no list, got ${kindOf(value)}`, 'Name a key instead of an index.');
    }
    return withItem(list, step, here, (item) => withField(item, steps, depth + 1, leaf), leaf);
  }
  if (!missing && !isFields(value)) {
    const fix = Array.isArray(value) ? `Name an item: ${here}[0].` : 'Set that field as a whole.';
    throw new Lost(`${here} is no mapping, got ${kindOf(value)}`, fix);
  }
  const fields: Fields = missing ? {} : value;
  const old = Object.hasOwn(fields, step) ? fields[step] : undefined;
  const item = withField(old, steps, depth + 1, leaf);
  if (item === undefined) {
    return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
  }
  // Unlike an assignment, this makes `__proto__` a key like any other, and keeps the place of the key.
  return Object.fromEntries(new Map([...Object.entries(fields), [step, item]]));
}

function withItem(
  list: readonly unknown[],
  index: number,
  here: string,
  change: (item: unknown) => unknown,
  leaf: unknown,
): unknown[] {
  if (index < 0 || !Number.isInteger(index) || index > list.length) {
    throw new Lost(
      `${here} has ${list.length} items, got the index ${index}`,
      `Use an index from 0 to ${list.length}; the last of them adds an item.`,
    );
  }
  if (index === list.length && leaf === undefined) return [...list];
  const item = change(list[index]);
  return item === undefined
    ? list.toSpliced(index, 1)
    : [...list.slice(0, index), item, ...list.slice(index + 1)];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : isFields(value) ? 'a mapping' : `a ${typeof value}`;
}
