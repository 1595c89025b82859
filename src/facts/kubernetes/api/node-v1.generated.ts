// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface Overhead {
  readonly podFixed?: { readonly [key: string]: apimachinery.Quantity };
}

export interface RuntimeClass {
  readonly apiVersion?: 'node.k8s.io/v1';
  readonly handler: string;
  readonly kind?: 'RuntimeClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly overhead?: Overhead;
  readonly scheduling?: Scheduling;
}

export interface Scheduling {
  readonly nodeSelector?: { readonly [key: string]: string };
  readonly tolerations?: coreV1.Toleration[];
}
