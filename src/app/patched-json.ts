import { JsonPatch, type ApiObject } from 'cdk8s';
import { throwProblems, type Problem } from '../errors';
import { isFields } from '../manifest/manifest';
import { applied, itemOf, operationOf, stepsOf, type Operation } from './json-patch';

interface Patched {
  readonly patches: JsonPatch[];
}

/**
 * The JSON of an object whose class has a `toJson()` of its own (cdk8s-plus, `cdk8s import`), with all
 * its JSON patches in it.
 *
 * cdk8s applies patches before such a class converts its props, and the conversion drops what it
 * doesn't know: an extended resource as text, `maxSurge: 0`, every field newer than the class. So the
 * patches are applied to the converted JSON too, and what the conversion dropped comes from there. A
 * path or value in the class's own form (`clusterIp`, `{ value: '8' }`) still means what it meant.
 *
 * @throws GroundworkError with every patch that can't be applied
 */
export function patchedJson(object: ApiObject): unknown {
  const { patches } = object as unknown as Patched;
  if (patches.length === 0) return object.toJson() as unknown;
  const plain = withoutPatches(object);
  const made = tryToJson(object);
  const problems: Problem[] = [];
  let asked: unknown = plain;
  for (const patch of patches) {
    const operation = operationOf(patch);
    // A test has passed before the conversion already, or there is nothing made.
    if (operation.op === 'test' && made !== undefined) continue;
    const [result, problem] = applied(object, asked, onWire(operation, asked, made));
    if (problem === undefined) asked = result;
    else problems.push({ ...problem, path: `${object.node.path} ${operation.path}` });
  }
  throwProblems(problems);
  return made === undefined ? asked : kept(asked, made);
}

function withoutPatches(object: ApiObject): unknown {
  const { patches } = object as unknown as Patched;
  const taken = patches.splice(0);
  try {
    return object.toJson() as unknown;
  } finally {
    patches.push(...taken);
  }
}

/** What cdk8s makes of it; undefined where a patch fits only the converted JSON. */
function tryToJson(object: ApiObject): unknown {
  try {
    return object.toJson() as unknown;
  } catch {
    return undefined;
  }
}

function onWire(operation: Operation, asked: unknown, made: unknown): JsonPatch {
  const path = wirePath(operation.path, asked, made);
  const from = operation.from === undefined ? '' : wirePath(operation.from, asked, made);
  switch (operation.op) {
    case 'add':
      return JsonPatch.add(path, operation.value);
    case 'replace':
      return JsonPatch.replace(path, operation.value);
    case 'remove':
      return JsonPatch.remove(path);
    case 'copy':
      return JsonPatch.copy(from, path);
    case 'move':
      return JsonPatch.move(from, path);
    case 'test':
      return JsonPatch.test(path, operation.value);
  }
}

/** The path with the names of the converted JSON in place of the class's own. */
function wirePath(pointer: string, asked: unknown, made: unknown): string {
  let [left, right] = [asked, made];
  const steps = stepsOf(pointer).map((step) => {
    const key = Array.isArray(left)
      ? step
      : (ownKey(left, step) ??
        ownKey(right, step) ??
        alike(right, step) ??
        alike(left, step) ??
        step);
    left = itemOf(left, key);
    right = itemOf(right, key);
    return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  });
  return steps.join('');
}

function ownKey(value: unknown, key: string): string | undefined {
  return isFields(value) && Object.hasOwn(value, key) ? key : undefined;
}

/** The key that a class names in another way: `clusterIp` for `clusterIP`, `ref` for `$ref`. */
function alike(value: unknown, key: string): string | undefined {
  return isFields(value)
    ? Object.keys(value).find((other) => bare(other) === bare(key))
    : undefined;
}

function bare(key: string): string {
  return key.toLowerCase().replace(/[$_-]/g, '');
}

/** What was asked for, in the form of the conversion wherever it kept the meaning. */
function kept(asked: unknown, made: unknown): unknown {
  if (sameMeaning(asked, made)) return made;
  if (Array.isArray(asked) && Array.isArray(made) && asked.length === made.length) {
    return asked.map((item: unknown, index) => kept(item, made[index]));
  }
  if (!isFields(asked) || !isFields(made)) return asked;
  return Object.fromEntries(
    Object.entries(asked).map(([key, item]) => {
      const name = ownKey(made, key) ?? alike(made, key);
      return name === undefined ? [key, item] : [name, kept(item, made[name])];
    }),
  );
}

function sameMeaning(asked: unknown, made: unknown): boolean {
  if (Object.is(asked, made)) return true;
  if (Array.isArray(asked)) {
    if (!Array.isArray(made) || asked.length !== made.length) return false;
    return asked.every((item, index) => sameMeaning(item, made[index]));
  }
  if (!isFields(asked)) return false;
  const keys = Object.keys(asked).filter((key) => asked[key] !== undefined);
  if (!isFields(made)) {
    // A number-or-string class (`Quantity`, `IntOrString`) is converted to its value.
    return keys.length === 1 && 'value' in asked && Object.is(asked['value'], made);
  }
  if (keys.length !== Object.keys(made).filter((key) => made[key] !== undefined).length)
    return false;
  return keys.every((key) => {
    const name = ownKey(made, key) ?? alike(made, key);
    return name !== undefined && sameMeaning(asked[key], made[name]);
  });
}
