import { JsonPatch, type ApiObject } from 'cdk8s';
import { throwProblems, type Problem } from '../errors';
import { isFields, type Fields } from '../manifest/manifest';

/** A step of a JSON patch (RFC 6902), as cdk8s keeps it. */
export interface Operation {
  /** What it does. */
  readonly op: 'add' | 'remove' | 'replace' | 'copy' | 'move' | 'test';
  /** Where, as a pointer (RFC 6901). */
  readonly path: string;
  /** With `copy` and `move`: where from. */
  readonly from?: string;
  /** With `add`, `replace` and `test`: the value. */
  readonly value?: unknown;
}

/** The step that a patch of cdk8s is. */
export function operationOf(patch: JsonPatch): Operation {
  return (patch as unknown as { _toJson(): Operation })._toJson();
}

/**
 * The JSON with patches in it, applied in place.
 *
 * @throws GroundworkError with every patch that can't be applied
 */
export function withPatches(
  object: ApiObject,
  json: unknown,
  patches: readonly JsonPatch[],
): unknown {
  const problems: Problem[] = [];
  let result = json;
  for (const patch of patches) {
    const [next, problem] = applied(object, result, patch);
    if (problem === undefined) result = next;
    else problems.push(problem);
  }
  throwProblems(problems);
  return result;
}

/** The JSON with one patch in it, or what is wrong with the patch. */
export function applied(
  object: ApiObject,
  json: unknown,
  patch: JsonPatch,
): readonly [result: unknown, problem?: Problem] {
  const operation = operationOf(patch);
  const path = `${object.node.path} ${operation.path}`;
  if (!isCopied(operation.value)) return [json, { path, ...notCopied }];
  try {
    const isSet = operation.op !== 'test' && operation.op !== 'remove';
    if (!isSet || (hasPlace(json, operation.path) && hasSource(json, operation))) {
      return [JsonPatch.apply(json, patch) as unknown];
    }
  } catch {
    // What the library throws says neither the object nor, mostly, the path.
  }
  return [json, { path, ...(operation.op === 'test' ? testFails : leadsNowhere(operation)) }];
}

/** Tells whether a value can be set there: cdk8s says nothing when it sets a field of a text. */
function hasPlace(json: unknown, pointer: string): boolean {
  const steps = stepsOf(pointer);
  const last = steps.pop();
  if (last === undefined) return true;
  const around = steps.reduce(itemOf, json);
  if (!Array.isArray(around)) return isFields(around);
  return last === '-' || (/^\d+$/.test(last) && Number(last) <= around.length);
}

/** Tells whether what is copied or moved is there. */
function hasSource(json: unknown, { from }: Operation): boolean {
  return from === undefined || stepsOf(from).reduce(itemOf, json) !== undefined;
}

/** Tells whether JSON can say a value: cdk8s copies it that way, and drops or changes the rest. */
function isCopied(value: unknown): boolean {
  let copied = true;
  try {
    JSON.stringify(value, function (this: Fields, key: string, item: unknown) {
      // The value itself: `item` is what a `toJSON()` made of it.
      const own = this[key];
      const isData =
        typeof own === 'number'
          ? Number.isFinite(own)
          : typeof own !== 'function' && typeof own !== 'symbol';
      if (!isData || own instanceof Date || own instanceof Map || own instanceof Set) {
        copied = false;
      }
      return item;
    });
  } catch {
    return false;
  }
  return copied;
}

const notCopied = {
  problem: 'a JSON patch must set plain data, got something that JSON can not say',
  fix: 'Use text, finite numbers, booleans, null, lists and plain objects.',
};

const testFails = {
  problem: 'the test of the JSON patches fails: the object holds something else there',
  fix: 'Change the test, or take it out.',
};

function leadsNowhere({ op }: Operation): Pick<Problem, 'problem' | 'fix'> {
  return {
    problem: `a JSON patch can't be applied: its path leads nowhere in the object, got ${op}`,
    fix: 'Add the mapping or list above it first, or use override(), which makes it.',
  };
}

/** The keys that a pointer (RFC 6901) leads through. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a value holds itself under a key, or at a position. */
export function itemOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Fields)[key];
}
