// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface AggregationRule {
  readonly clusterRoleSelectors?: apimachinery.LabelSelector[];
}

export interface ClusterRole {
  readonly aggregationRule?: AggregationRule;
  readonly apiVersion?: 'rbac.authorization.k8s.io/v1';
  readonly kind?: 'ClusterRole';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly rules?: PolicyRule[];
}

export interface ClusterRoleBinding {
  readonly apiVersion?: 'rbac.authorization.k8s.io/v1';
  readonly kind?: 'ClusterRoleBinding';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly roleRef: RoleRef;
  readonly subjects?: Subject[];
}

export interface PolicyRule {
  readonly apiGroups?: string[];
  readonly nonResourceURLs?: string[];
  readonly resourceNames?: string[];
  readonly resources?: string[];
  readonly verbs: string[];
}

export interface Role {
  readonly apiVersion?: 'rbac.authorization.k8s.io/v1';
  readonly kind?: 'Role';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly rules?: PolicyRule[];
}

export interface RoleBinding {
  readonly apiVersion?: 'rbac.authorization.k8s.io/v1';
  readonly kind?: 'RoleBinding';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly roleRef: RoleRef;
  readonly subjects?: Subject[];
}

export interface RoleRef {
  readonly apiGroup?: 'rbac.authorization.k8s.io';
  readonly kind: 'ClusterRole' | 'Role';
  readonly name: string;
}

export interface Subject {
  readonly apiGroup?: '' | 'rbac.authorization.k8s.io';
  readonly kind: 'Group' | 'ServiceAccount' | 'User';
  readonly name: string;
  readonly namespace?: string;
}
