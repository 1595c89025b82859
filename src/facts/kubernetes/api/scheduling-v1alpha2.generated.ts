// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export type BasicSchedulingPolicy = { readonly [field: string]: never };

export interface GangSchedulingPolicy {
  readonly minCount: number;
}

export interface PodGroup {
  readonly apiVersion?: 'scheduling.k8s.io/v1alpha2';
  readonly kind?: 'PodGroup';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: PodGroupSpec;
}

export interface PodGroupResourceClaim {
  readonly name: string;
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

export interface PodGroupSchedulingConstraints {
  readonly topology?: TopologyConstraint[];
}

export interface PodGroupSchedulingPolicy {
  readonly basic?: BasicSchedulingPolicy;
  readonly gang?: GangSchedulingPolicy;
}

export interface PodGroupSpec {
  readonly disruptionMode?: 'Pod' | 'PodGroup';
  readonly podGroupTemplateRef?: PodGroupTemplateReference;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy: PodGroupSchedulingPolicy;
}

export interface PodGroupTemplate {
  readonly disruptionMode?: 'Pod' | 'PodGroup';
  readonly name: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy: PodGroupSchedulingPolicy;
}

export interface PodGroupTemplateReference {
  readonly workload?: WorkloadPodGroupTemplateReference;
}

export interface TopologyConstraint {
  readonly key: string;
}

export interface TypedLocalObjectReference {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
}

export interface Workload {
  readonly apiVersion?: 'scheduling.k8s.io/v1alpha2';
  readonly kind?: 'Workload';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: WorkloadSpec;
}

export interface WorkloadPodGroupTemplateReference {
  readonly podGroupTemplateName: string;
  readonly workloadName: string;
}

export interface WorkloadSpec {
  readonly controllerRef?: TypedLocalObjectReference;
  readonly podGroupTemplates: PodGroupTemplate[];
}
