import type { Construct } from 'constructs';
import { GroundworkError, show } from '../errors';
import { at, isFields } from './manifest';

/**
 * The path that a new construct will have, for the messages of its constructor.
 *
 * @throws GroundworkError where its scope is no construct
 */
export function constructPath(scope: Construct, id: string): string {
  if (!isFields(at(scope, 'node'))) {
    throw new GroundworkError({
      path: typeof id === 'string' ? id : show(id),
      problem: `the first argument must be a construct, got ${show(scope)}`,
      fix: 'Give the app, or the file that it belongs to.',
    });
  }
  return [scope.node.path, id].filter((part) => part !== '').join('/');
}
