// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface CrossVersionObjectReference {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

export interface HorizontalPodAutoscaler {
  readonly apiVersion?: 'autoscaling/v1';
  readonly kind?: 'HorizontalPodAutoscaler';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
}

export interface HorizontalPodAutoscalerSpec {
  readonly maxReplicas: number;
  readonly minReplicas?: number;
  readonly scaleTargetRef: CrossVersionObjectReference;
  readonly targetCPUUtilizationPercentage?: number;
}

export interface Scale {
  readonly apiVersion?: 'autoscaling/v1';
  readonly kind?: 'Scale';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: ScaleSpec;
}

export interface ScaleSpec {
  readonly replicas?: number;
}
