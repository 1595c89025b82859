// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface PriorityClass {
  readonly apiVersion?: 'scheduling.k8s.io/v1';
  readonly description?: string;
  readonly globalDefault?: boolean;
  readonly kind?: 'PriorityClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  readonly value?: number;
}
