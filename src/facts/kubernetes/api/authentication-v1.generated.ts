// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface BoundObjectReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
}

export interface SelfSubjectReview {
  readonly apiVersion?: 'authentication.k8s.io/v1';
  readonly kind?: 'SelfSubjectReview';
  readonly metadata?: apimachinery.ObjectMeta;
}

export interface TokenRequest {
  readonly apiVersion?: 'authentication.k8s.io/v1';
  readonly kind?: 'TokenRequest';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: TokenRequestSpec;
}

export interface TokenRequestSpec {
  readonly audiences?: string[];
  readonly boundObjectRef?: BoundObjectReference;
  readonly expirationSeconds?: number;
}

export interface TokenReview {
  readonly apiVersion?: 'authentication.k8s.io/v1';
  readonly kind?: 'TokenReview';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: TokenReviewSpec;
}

export interface TokenReviewSpec {
  readonly audiences?: string[];
  readonly token: string;
}
