import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { throwProblems } from '../errors';
import type { FieldComment } from '../manifest/comment';
import type { FieldStep } from '../manifest/field-path';
import { recordOf, oneOf } from '../manifest/form';
import { targetObject } from './target-object';

/** Where a comment stands. */
export interface CommentOptions {
  /**
   * In lines of its own above the field, or behind its value in the same line.
   *
   * @default 'above'
   */
  readonly place?: 'above' | 'behind';
}

const optionsForm = recordOf({ place: oneOf(['above', 'behind']) });

/** Registered by name, so that several copies of this package see each other's comments. */
const comments: symbol = Symbol.for('cdk8s-groundwork.comments');

type Commented = Record<symbol, FieldComment[] | undefined>;

/**
 * Writes a comment into the YAML of an object: ours, cdk8s-plus's or any other ApiObject. Nothing but
 * the text changes.
 *
 * A field that isn't in the object when it is written, and a text that no comment can hold, fail
 * `ManifestApp.synth()`, all of them at once.
 *
 * @param target the object, or a construct that makes one (a `kplus.Deployment`)
 * @param field the field, such as `spec.ports[0].nodePort` or its steps; empty for the whole document
 * @param text what it says, without the `#`; line breaks make several lines above a field
 * @throws GroundworkError at once where the target makes no object, or an argument is none
 *
 * @example
 * comment(nginx, 'spec.template.spec.containers[0].image', '{"$imagepolicy": "flux-system:podinfo"}', {
 *   place: 'behind',
 * });
 */
export function comment(
  target: IConstruct,
  field: string | readonly FieldStep[],
  text: string,
  options: CommentOptions = {},
): void {
  const object = targetObject(target, field, 'comment()') as unknown as Commented;
  throwProblems(optionsForm(options, 'comment() options'), comment);
  const list = object[comments] ?? [];
  if (list.length === 0) Object.defineProperty(object, comments, { value: list });
  list.push({ field, text, place: options.place ?? 'above' });
}

const none: readonly FieldComment[] = [];

/** The comments of an object, in the order that they were made. */
export function commentsOf(object: ApiObject): readonly FieldComment[] {
  return (object as unknown as Commented)[comments] ?? none;
}
