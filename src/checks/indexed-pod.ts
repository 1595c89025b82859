import type { PodContainer, PodTemplate } from '../manifest/relations';
import type { CheckedObject } from './check';

/** A pod that an object of the input makes. */
export interface IndexedPod {
  /** Object that makes the pod. */
  readonly object: CheckedObject;
  /** Group and kind of the object, such as `apps/Deployment`. */
  readonly kind: string;
  /** The pod. */
  readonly pod: PodTemplate;
  /** Namespace as it is written; empty where none is. */
  readonly namespace: string;
}

/** A container of a pod that an object of the input makes. */
export interface IndexedContainer extends PodContainer {
  /** Object that makes the pod. */
  readonly object: CheckedObject;
  /** The pod that the container is of. */
  readonly pod: PodTemplate;
}
