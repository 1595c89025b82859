// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface Eviction {
  readonly apiVersion?: 'policy/v1';
  readonly deleteOptions?: apimachinery.DeleteOptions;
  readonly kind?: 'Eviction';
  readonly metadata?: apimachinery.ObjectMeta;
}

export interface PodDisruptionBudget {
  readonly apiVersion?: 'policy/v1';
  readonly kind?: 'PodDisruptionBudget';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: PodDisruptionBudgetSpec;
}

export interface PodDisruptionBudgetSpec {
  readonly maxUnavailable?: apimachinery.IntOrString;
  readonly minAvailable?: apimachinery.IntOrString;
  readonly selector?: apimachinery.LabelSelector;
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}
