import type { PodTemplate } from '../manifest/relations';
import type { CheckedObject } from './check';

/** A pod that an object of the input makes. */
export interface IndexedPod {
  /** Object that makes the pod. */
  readonly object: CheckedObject;
  /** The pod. */
  readonly pod: PodTemplate;
  /** Namespace as it is written; empty where none is. */
  readonly namespace: string;
}
