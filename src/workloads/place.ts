import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { GroundworkError, show, type Problem } from '../errors';
import { constructPath } from '../manifest/construct-path';

/**
 * The path that a new construct will have, for the messages of its constructor. Fails where the
 * construct would be in no chart, since no file would hold it.
 */
export function placeOf(scope: Construct, id: string): string {
  const path = constructPath(scope, id);
  if (typeof id !== 'string' || id === '') {
    throw new GroundworkError({
      path: scope.node.path,
      problem: `the id of a construct must be a text, got ${show(id)}`,
      fix: "Give it as the second argument, such as 'web', before the props.",
    });
  }
  if (!scope.node.scopes.some((construct) => Chart.isChart(construct))) {
    throw new GroundworkError({
      path,
      problem: `must be in a file, got ${scope.node.path === '' ? 'the app itself' : `"${scope.node.path}"`} as its scope`,
      fix: 'Put it into a ManifestFile, or another chart: pass that as the first argument.',
    });
  }
  return path;
}

/** A problem with a value, where a rule found one: `field` is what the author calls the value. */
export function valueProblem(
  path: string,
  field: string,
  rule: string | undefined,
  value: unknown,
  fix: string,
): Problem[] {
  return rule === undefined ? [] : problemAt(path, field, rule, show(value, field), fix);
}

/**
 * A problem, where a rule found one.
 *
 * @param field what the author calls the value
 * @param rule what is wrong, as the end of a sentence; undefined where nothing is
 * @param got what was got, in words
 */
export function problemAt(
  path: string,
  field: string,
  rule: string | undefined,
  got: string,
  fix: string,
): Problem[] {
  return rule === undefined ? [] : [{ path, problem: `${field} ${rule}, got ${got}`, fix }];
}
