// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ClusterTrustBundle {
  readonly apiVersion?: 'certificates.k8s.io/v1alpha1';
  readonly kind?: 'ClusterTrustBundle';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ClusterTrustBundleSpec;
}

export interface ClusterTrustBundleSpec {
  readonly signerName?: string;
  readonly trustBundle: string;
}
