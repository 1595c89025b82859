// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ClusterTrustBundle {
  readonly apiVersion?: 'certificates.k8s.io/v1beta1';
  readonly kind?: 'ClusterTrustBundle';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ClusterTrustBundleSpec;
}

export interface ClusterTrustBundleSpec {
  readonly signerName?: string;
  readonly trustBundle: string;
}

export interface PodCertificateRequest {
  readonly apiVersion?: 'certificates.k8s.io/v1beta1';
  readonly kind?: 'PodCertificateRequest';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: PodCertificateRequestSpec;
}

export interface PodCertificateRequestSpec {
  readonly maxExpirationSeconds?: number;
  readonly nodeName: string;
  readonly nodeUID: string;
  readonly pkixPublicKey?: string;
  readonly podName: string;
  readonly podUID: string;
  readonly proofOfPossession?: string;
  readonly serviceAccountName: string;
  readonly serviceAccountUID: string;
  readonly signerName: string;
  readonly stubPKCS10Request: string;
  readonly unverifiedUserAnnotations?: { readonly [key: string]: string };
}
