import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { show, throwProblems, type Problem } from '../errors';
import type { FieldStep } from '../manifest/field-path';

/**
 * The object that `comment()` or `override()` is for: programs in JavaScript can give anything.
 *
 * @param call the function that was called, for messages
 * @throws GroundworkError where the target makes no object, or the field is no field
 */
export function targetObject(
  target: unknown,
  field: string | readonly FieldStep[],
  call: string,
): ApiObject {
  let object = target;
  while (Construct.isConstruct(object) && !ApiObject.isApiObject(object)) {
    object = object.node.defaultChild;
  }
  const problems: Problem[] = [];
  const path = Construct.isConstruct(target) ? target.node.path : call;
  if (!ApiObject.isApiObject(object)) {
    const got = Construct.isConstruct(target) ? 'a construct that makes none' : kindOf(target);
    problems.push({
      path,
      problem: `${call} needs the construct of one object, got ${got}`,
      fix: 'Give it an ApiObject, or a construct that makes one, such as an AppDeployment.',
    });
  }
  if (typeof field !== 'string' && !Array.isArray(field)) {
    problems.push({
      path,
      problem: `${call} needs a field, got ${show(field)}`,
      fix: 'Write it like spec.replicas, spec.ports[0].port or metadata.labels["a/b"].',
    });
  }
  throwProblems(problems);
  return object as ApiObject;
}

/** An object of another class may be large, and hold anything. */
function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'another object' : show(value);
}
