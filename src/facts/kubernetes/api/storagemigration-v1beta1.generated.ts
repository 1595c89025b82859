// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface StorageVersionMigration {
  readonly apiVersion?: 'storagemigration.k8s.io/v1beta1';
  readonly kind?: 'StorageVersionMigration';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: StorageVersionMigrationSpec;
}

export interface StorageVersionMigrationSpec {
  readonly resource: apimachinery.GroupResource;
}
