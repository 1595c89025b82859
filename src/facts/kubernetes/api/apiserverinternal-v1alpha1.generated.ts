// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface StorageVersion {
  readonly apiVersion?: 'internal.apiserver.k8s.io/v1alpha1';
  readonly kind?: 'StorageVersion';
  readonly metadata: apimachinery.ObjectMeta;
  readonly spec?: StorageVersionSpec;
}

export type StorageVersionSpec = { readonly [field: string]: never };
