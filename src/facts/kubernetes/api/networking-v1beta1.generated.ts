// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface IPAddress {
  readonly apiVersion?: 'networking.k8s.io/v1beta1';
  readonly kind?: 'IPAddress';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: IPAddressSpec;
}

export interface IPAddressSpec {
  readonly parentRef: ParentReference;
}

export interface ParentReference {
  readonly group?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly resource: string;
}

export interface ServiceCIDR {
  readonly apiVersion?: 'networking.k8s.io/v1beta1';
  readonly kind?: 'ServiceCIDR';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: ServiceCIDRSpec;
}

export interface ServiceCIDRSpec {
  readonly cidrs?: string[];
}
