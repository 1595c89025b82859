import { GroundworkError, throwProblems } from '../errors';
import { at, describe, refOf, type Manifest } from '../manifest/manifest';
import { mismatches } from './mismatches';

/** An object that a test asked for, or the pod of one. */
export class FoundObject {
  /** The object as it is written; of a pod, the object that makes it. */
  readonly manifest: Manifest;
  private readonly path: readonly string[];

  /** @param path where in the object it is: empty for the object itself */
  constructor(manifest: Manifest, path: readonly string[] = []) {
    this.manifest = manifest;
    this.path = path;
  }

  /** What it holds, as plain data. A secret's values are in it: show it to nobody. */
  get value(): Readonly<Record<string, unknown>> {
    return (at(this.manifest, ...this.path) ?? {}) as Readonly<Record<string, unknown>>;
  }

  /**
   * Fails unless it contains what is expected: at least the keys that are named, however deep, each with
   * its value. `undefined` expects that a key isn't there.
   *
   * Of a list of mappings (containers, ports, env), each expected item must be contained in one of the
   * list, in any order; a list of plain values (a command) must be the very same. Asymmetric matchers of
   * jest and vitest work at any place.
   *
   * @throws GroundworkError with every field that is otherwise
   *
   * @example
   * Manifests.of(app).get('Deployment', 'nginx').toContain({ spec: { replicas: 2 } });
   */
  toContain(expected: Readonly<Record<string, unknown>>): void {
    const name = describe(refOf(this.manifest));
    if (typeof expected !== 'object' || Array.isArray(expected)) {
      throw new GroundworkError({
        path: `${name} toContain`,
        problem: `what is expected must be an object, got ${Array.isArray(expected) ? 'a list' : `a ${typeof expected}`}`,
        fix: 'Such as { spec: { replicas: 2 } }.',
      });
    }
    const found = mismatches(this.value, expected, this.manifest, this.path);
    throwProblems(found.map((problem) => ({ ...problem, path: `${name} ${problem.path}` })));
  }
}
