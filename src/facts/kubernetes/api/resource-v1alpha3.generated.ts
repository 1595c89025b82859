// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface DeviceTaint {
  readonly effect: 'NoExecute' | 'NoSchedule' | 'None';
  readonly key: string;
  readonly timeAdded?: apimachinery.Time;
  readonly value?: string;
}

export interface DeviceTaintRule {
  readonly apiVersion?: 'resource.k8s.io/v1alpha3';
  readonly kind?: 'DeviceTaintRule';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: DeviceTaintRuleSpec;
}

export interface DeviceTaintRuleSpec {
  readonly deviceSelector?: DeviceTaintSelector;
  readonly taint: DeviceTaint;
}

export interface DeviceTaintSelector {
  readonly device?: string;
  readonly driver?: string;
  readonly pool?: string;
}

export interface ResourcePoolStatusRequest {
  readonly apiVersion?: 'resource.k8s.io/v1alpha3';
  readonly kind?: 'ResourcePoolStatusRequest';
  readonly metadata: apimachinery.ObjectMeta;
  readonly spec: ResourcePoolStatusRequestSpec;
}

export interface ResourcePoolStatusRequestSpec {
  readonly driver: string;
  readonly limit?: number;
  readonly poolName?: string;
}
