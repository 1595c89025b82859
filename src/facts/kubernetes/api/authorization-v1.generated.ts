// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface FieldSelectorAttributes {
  readonly rawSelector?: string;
  readonly requirements?: apimachinery.FieldSelectorRequirement[];
}

export interface LabelSelectorAttributes {
  readonly rawSelector?: string;
  readonly requirements?: apimachinery.LabelSelectorRequirement[];
}

export interface LocalSubjectAccessReview {
  readonly apiVersion?: 'authorization.k8s.io/v1';
  readonly kind?: 'LocalSubjectAccessReview';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: SubjectAccessReviewSpec;
}

export interface NonResourceAttributes {
  readonly path?: string;
  readonly verb?: string;
}

export interface ResourceAttributes {
  readonly fieldSelector?: FieldSelectorAttributes;
  readonly group?: string;
  readonly labelSelector?: LabelSelectorAttributes;
  readonly name?: string;
  readonly namespace?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly verb?: string;
  readonly version?: string;
}

export interface SelfSubjectAccessReview {
  readonly apiVersion?: 'authorization.k8s.io/v1';
  readonly kind?: 'SelfSubjectAccessReview';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: SelfSubjectAccessReviewSpec;
}

export interface SelfSubjectAccessReviewSpec {
  readonly nonResourceAttributes?: NonResourceAttributes;
  readonly resourceAttributes?: ResourceAttributes;
}

export interface SelfSubjectRulesReview {
  readonly apiVersion?: 'authorization.k8s.io/v1';
  readonly kind?: 'SelfSubjectRulesReview';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: SelfSubjectRulesReviewSpec;
}

export interface SelfSubjectRulesReviewSpec {
  readonly namespace?: string;
}

export interface SubjectAccessReview {
  readonly apiVersion?: 'authorization.k8s.io/v1';
  readonly kind?: 'SubjectAccessReview';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: SubjectAccessReviewSpec;
}

export interface SubjectAccessReviewSpec {
  readonly extra?: { readonly [key: string]: string[] };
  readonly groups?: string[];
  readonly nonResourceAttributes?: NonResourceAttributes;
  readonly resourceAttributes?: ResourceAttributes;
  readonly uid?: string;
  readonly user?: string;
}
