// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface VolumeAttributesClass {
  readonly apiVersion?: 'storage.k8s.io/v1beta1';
  readonly driverName: string;
  readonly kind?: 'VolumeAttributesClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly parameters?: { readonly [key: string]: string };
}
