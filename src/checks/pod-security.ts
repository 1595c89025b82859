import { fieldsAt } from '../manifest/fields';
import type { Fields } from '../manifest/manifest';
import type { PodTemplate } from '../manifest/relations';

/** One place in a pod that a control of the Pod Security Standards forbids. */
export interface Violation {
  /** Field of the object. */
  readonly field: string;
  /** What is wrong, with the value that was got. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly fix: string;
}

/** One control of the Pod Security Standards. */
export interface PodSecurityControl {
  /** Name of the control, as the standards write it. */
  readonly name: string;
  /** Looks at a pod as the minor release (the x of 1.x) does. */
  look(pod: PodTemplate, minor: number): Iterable<Violation>;
}

/** A `securityContext`, of the pod or of one of its containers. */
export interface SecurityContext {
  /** What is written there; empty where nothing is. */
  readonly context: Fields;
  /** Its field, such as `spec.containers[0].securityContext`. */
  readonly field: string;
  /** Whose it is. */
  readonly of: 'pod' | 'container';
}

/** The security contexts of a pod: its own first, then those of all its containers. */
export function securityContexts(pod: PodTemplate): readonly SecurityContext[] {
  return [
    {
      context: fieldsAt(pod.spec, 'securityContext'),
      field: `${pod.specField}.securityContext`,
      of: 'pod',
    },
    ...pod.containers.map(({ container, field }): SecurityContext => ({
      context: fieldsAt(container, 'securityContext'),
      field: `${field}.securityContext`,
      of: 'container',
    })),
  ];
}

/** Tells whether a pod is in a user namespace of its own, where root is no root of the node. */
export function hasOwnUsers(pod: PodTemplate): boolean {
  return pod.spec['hostUsers'] === false;
}

/** What the controls say to a pod. */
export function* violationsOf(
  controls: readonly PodSecurityControl[],
  pod: PodTemplate,
  minor: number,
): Generator<Violation> {
  for (const control of controls) {
    for (const { field, problem, fix } of control.look(pod, minor)) {
      yield { field, problem: `${control.name}: ${problem}`, fix };
    }
  }
}
