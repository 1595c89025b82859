// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface CELDeviceSelector {
  readonly expression: string;
}

export interface CapacityRequestPolicy {
  readonly default?: apimachinery.Quantity;
  readonly validRange?: CapacityRequestPolicyRange;
  readonly validValues?: apimachinery.Quantity[];
}

export interface CapacityRequestPolicyRange {
  readonly max?: apimachinery.Quantity;
  readonly min: apimachinery.Quantity;
  readonly step?: apimachinery.Quantity;
}

export interface CapacityRequirements {
  readonly requests?: { readonly [key: string]: apimachinery.Quantity };
}

export interface Counter {
  readonly value: apimachinery.Quantity;
}

export interface CounterSet {
  readonly counters: { readonly [key: string]: Counter };
  readonly name: string;
}

export interface Device {
  readonly allNodes?: boolean;
  readonly allowMultipleAllocations?: boolean;
  readonly attributes?: { readonly [key: string]: DeviceAttribute };
  readonly bindingConditions?: string[];
  readonly bindingFailureConditions?: string[];
  readonly bindsToNode?: boolean;
  readonly capacity?: { readonly [key: string]: DeviceCapacity };
  readonly consumesCounters?: DeviceCounterConsumption[];
  readonly name: string;
  readonly nodeAllocatableResourceMappings?: { readonly [key: string]: NodeAllocatableResourceMapping };
  readonly nodeName?: string;
  readonly nodeSelector?: coreV1.NodeSelector;
  readonly taints?: DeviceTaint[];
}

export interface DeviceAttribute {
  readonly bool?: boolean;
  readonly bools?: boolean[];
  readonly int?: number;
  readonly ints?: number[];
  readonly string?: string;
  readonly strings?: string[];
  readonly version?: string;
  readonly versions?: string[];
}

export interface DeviceCapacity {
  readonly requestPolicy?: CapacityRequestPolicy;
  readonly value: apimachinery.Quantity;
}

export interface DeviceClaim {
  readonly config?: DeviceClaimConfiguration[];
  readonly constraints?: DeviceConstraint[];
  readonly requests?: DeviceRequest[];
}

export interface DeviceClaimConfiguration {
  readonly opaque?: OpaqueDeviceConfiguration;
  readonly requests?: string[];
}

export interface DeviceClass {
  readonly apiVersion?: 'resource.k8s.io/v1';
  readonly kind?: 'DeviceClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: DeviceClassSpec;
}

export interface DeviceClassConfiguration {
  readonly opaque?: OpaqueDeviceConfiguration;
}

export interface DeviceClassSpec {
  readonly config?: DeviceClassConfiguration[];
  readonly extendedResourceName?: string;
  readonly selectors?: DeviceSelector[];
}

export interface DeviceConstraint {
  readonly distinctAttribute?: string;
  readonly matchAttribute?: string;
  readonly requests?: string[];
}

export interface DeviceCounterConsumption {
  readonly counterSet: string;
  readonly counters: { readonly [key: string]: Counter };
}

export interface DeviceRequest {
  readonly exactly?: ExactDeviceRequest;
  readonly firstAvailable?: DeviceSubRequest[];
  readonly name: string;
}

export interface DeviceSelector {
  readonly cel?: CELDeviceSelector;
}

export interface DeviceSubRequest {
  readonly allocationMode?: 'All' | 'ExactCount';
  readonly capacity?: CapacityRequirements;
  readonly count?: number;
  readonly deviceClassName: string;
  readonly name: string;
  readonly selectors?: DeviceSelector[];
  readonly tolerations?: DeviceToleration[];
}

export interface DeviceTaint {
  readonly effect: 'NoExecute' | 'NoSchedule' | 'None';
  readonly key: string;
  readonly timeAdded?: apimachinery.Time;
  readonly value?: string;
}

export interface DeviceToleration {
  readonly effect?: 'NoExecute' | 'NoSchedule' | 'None';
  readonly key?: string;
  readonly operator?: 'Equal' | 'Exists';
  readonly tolerationSeconds?: number;
  readonly value?: string;
}

export interface ExactDeviceRequest {
  readonly adminAccess?: boolean;
  readonly allocationMode?: 'All' | 'ExactCount';
  readonly capacity?: CapacityRequirements;
  readonly count?: number;
  readonly deviceClassName: string;
  readonly selectors?: DeviceSelector[];
  readonly tolerations?: DeviceToleration[];
}

export interface NodeAllocatableResourceMapping {
  readonly allocationMultiplier?: apimachinery.Quantity;
  readonly capacityKey?: string;
}

export interface OpaqueDeviceConfiguration {
  readonly driver: string;
  readonly parameters: apimachinery.RawExtension;
}

export interface ResourceClaim {
  readonly apiVersion?: 'resource.k8s.io/v1';
  readonly kind?: 'ResourceClaim';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ResourceClaimSpec;
}

export interface ResourceClaimSpec {
  readonly devices?: DeviceClaim;
}

export interface ResourceClaimTemplate {
  readonly apiVersion?: 'resource.k8s.io/v1';
  readonly kind?: 'ResourceClaimTemplate';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ResourceClaimTemplateSpec;
}

export interface ResourceClaimTemplateSpec {
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ResourceClaimSpec;
}

export interface ResourcePool {
  readonly generation: number;
  readonly name: string;
  readonly resourceSliceCount: number;
}

export interface ResourceSlice {
  readonly apiVersion?: 'resource.k8s.io/v1';
  readonly kind?: 'ResourceSlice';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ResourceSliceSpec;
}

export interface ResourceSliceSpec {
  readonly allNodes?: boolean;
  readonly devices?: Device[];
  readonly driver: string;
  readonly nodeName?: string;
  readonly nodeSelector?: coreV1.NodeSelector;
  readonly perDeviceNodeSelection?: boolean;
  readonly pool: ResourcePool;
  readonly sharedCounters?: CounterSet[];
}
