// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ApplyConfiguration {
  readonly expression?: string;
}

export interface JSONPatch {
  readonly expression?: string;
}

export interface MatchCondition {
  readonly expression: string;
  readonly name: string;
}

export interface MatchResources {
  readonly excludeResourceRules?: NamedRuleWithOperations[];
  readonly matchPolicy?: 'Equivalent' | 'Exact';
  readonly namespaceSelector?: apimachinery.LabelSelector;
  readonly objectSelector?: apimachinery.LabelSelector;
  readonly resourceRules?: NamedRuleWithOperations[];
}

export interface MutatingAdmissionPolicy {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1beta1';
  readonly kind?: 'MutatingAdmissionPolicy';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: MutatingAdmissionPolicySpec;
}

export interface MutatingAdmissionPolicyBinding {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1beta1';
  readonly kind?: 'MutatingAdmissionPolicyBinding';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: MutatingAdmissionPolicyBindingSpec;
}

export interface MutatingAdmissionPolicyBindingSpec {
  readonly matchResources?: MatchResources;
  readonly paramRef?: ParamRef;
  readonly policyName?: string;
}

export interface MutatingAdmissionPolicySpec {
  readonly failurePolicy?: 'Fail' | 'Ignore';
  readonly matchConditions?: MatchCondition[];
  readonly matchConstraints?: MatchResources;
  readonly mutations?: Mutation[];
  readonly paramKind?: ParamKind;
  readonly reinvocationPolicy?: string;
  readonly variables?: Variable[];
}

export interface Mutation {
  readonly applyConfiguration?: ApplyConfiguration;
  readonly jsonPatch?: JSONPatch;
  readonly patchType: 'ApplyConfiguration' | 'JSONPatch';
}

export interface NamedRuleWithOperations {
  readonly apiGroups?: string[];
  readonly apiVersions?: string[];
  readonly operations?: string[];
  readonly resourceNames?: string[];
  readonly resources?: string[];
  readonly scope?: string;
}

export interface ParamKind {
  readonly apiVersion?: string;
  readonly kind?: string;
}

export interface ParamRef {
  readonly name?: string;
  readonly namespace?: string;
  readonly parameterNotFoundAction?: 'Allow' | 'Deny';
  readonly selector?: apimachinery.LabelSelector;
}

export interface Variable {
  readonly expression: string;
  readonly name: string;
}
