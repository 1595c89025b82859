// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ContainerResourceMetricSource {
  readonly container: string;
  readonly name: string;
  readonly target: MetricTarget;
}

export interface CrossVersionObjectReference {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

export interface ExternalMetricSource {
  readonly metric: MetricIdentifier;
  readonly target: MetricTarget;
}

export interface HPAScalingPolicy {
  readonly periodSeconds: number;
  readonly type: 'Percent' | 'Pods';
  readonly value: number;
}

export interface HPAScalingRules {
  readonly policies?: HPAScalingPolicy[];
  readonly selectPolicy?: 'Disabled' | 'Max' | 'Min';
  readonly stabilizationWindowSeconds?: number;
  readonly tolerance?: apimachinery.Quantity;
}

export interface HorizontalPodAutoscaler {
  readonly apiVersion?: 'autoscaling/v2';
  readonly kind?: 'HorizontalPodAutoscaler';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
}

export interface HorizontalPodAutoscalerBehavior {
  readonly scaleDown?: HPAScalingRules;
  readonly scaleUp?: HPAScalingRules;
}

export interface HorizontalPodAutoscalerSpec {
  readonly behavior?: HorizontalPodAutoscalerBehavior;
  readonly maxReplicas: number;
  readonly metrics?: MetricSpec[];
  readonly minReplicas?: number;
  readonly scaleTargetRef: CrossVersionObjectReference;
}

export interface MetricIdentifier {
  readonly name: string;
  readonly selector?: apimachinery.LabelSelector;
}

export interface MetricSpec {
  readonly containerResource?: ContainerResourceMetricSource;
  readonly external?: ExternalMetricSource;
  readonly object?: ObjectMetricSource;
  readonly pods?: PodsMetricSource;
  readonly resource?: ResourceMetricSource;
  readonly type: 'ContainerResource' | 'External' | 'Object' | 'Pods' | 'Resource';
}

export interface MetricTarget {
  readonly averageUtilization?: number;
  readonly averageValue?: apimachinery.Quantity;
  readonly type: 'AverageValue' | 'Utilization' | 'Value';
  readonly value?: apimachinery.Quantity;
}

export interface ObjectMetricSource {
  readonly describedObject: CrossVersionObjectReference;
  readonly metric: MetricIdentifier;
  readonly target: MetricTarget;
}

export interface PodsMetricSource {
  readonly metric: MetricIdentifier;
  readonly target: MetricTarget;
}

export interface ResourceMetricSource {
  readonly name: string;
  readonly target: MetricTarget;
}
