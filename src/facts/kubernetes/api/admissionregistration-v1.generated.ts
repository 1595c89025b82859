// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ApplyConfiguration {
  readonly expression?: string;
}

export interface AuditAnnotation {
  readonly key: string;
  readonly valueExpression: string;
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
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
  readonly kind?: 'MutatingAdmissionPolicy';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: MutatingAdmissionPolicySpec;
}

export interface MutatingAdmissionPolicyBinding {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
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
  readonly reinvocationPolicy?: 'IfNeeded' | 'Never';
  readonly variables?: Variable[];
}

export interface MutatingWebhook {
  readonly admissionReviewVersions: string[];
  readonly clientConfig: WebhookClientConfig;
  readonly failurePolicy?: 'Fail' | 'Ignore';
  readonly matchConditions?: MatchCondition[];
  readonly matchPolicy?: 'Equivalent' | 'Exact';
  readonly name: string;
  readonly namespaceSelector?: apimachinery.LabelSelector;
  readonly objectSelector?: apimachinery.LabelSelector;
  readonly reinvocationPolicy?: 'IfNeeded' | 'Never';
  readonly rules?: RuleWithOperations[];
  readonly sideEffects: 'None' | 'NoneOnDryRun' | 'Some' | 'Unknown';
  readonly timeoutSeconds?: number;
}

export interface MutatingWebhookConfiguration {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
  readonly kind?: 'MutatingWebhookConfiguration';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly webhooks?: MutatingWebhook[];
}

export interface Mutation {
  readonly applyConfiguration?: ApplyConfiguration;
  readonly jsonPatch?: JSONPatch;
  readonly patchType: 'ApplyConfiguration' | 'JSONPatch';
}

export interface NamedRuleWithOperations {
  readonly apiGroups?: string[];
  readonly apiVersions?: string[];
  readonly operations?: ('*' | 'CONNECT' | 'CREATE' | 'DELETE' | 'UPDATE')[];
  readonly resourceNames?: string[];
  readonly resources?: string[];
  readonly scope?: '*' | 'Cluster' | 'Namespaced';
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

export interface RuleWithOperations {
  readonly apiGroups?: string[];
  readonly apiVersions?: string[];
  readonly operations?: ('*' | 'CONNECT' | 'CREATE' | 'DELETE' | 'UPDATE')[];
  readonly resources?: string[];
  readonly scope?: '*' | 'Cluster' | 'Namespaced';
}

export interface ServiceReference {
  readonly name: string;
  readonly namespace: string;
  readonly path?: string;
  readonly port?: number;
}

export interface ValidatingAdmissionPolicy {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
  readonly kind?: 'ValidatingAdmissionPolicy';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: ValidatingAdmissionPolicySpec;
}

export interface ValidatingAdmissionPolicyBinding {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
  readonly kind?: 'ValidatingAdmissionPolicyBinding';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: ValidatingAdmissionPolicyBindingSpec;
}

export interface ValidatingAdmissionPolicyBindingSpec {
  readonly matchResources?: MatchResources;
  readonly paramRef?: ParamRef;
  readonly policyName: string;
  readonly validationActions: ('Audit' | 'Deny' | 'Warn')[];
}

export interface ValidatingAdmissionPolicySpec {
  readonly auditAnnotations?: AuditAnnotation[];
  readonly failurePolicy?: 'Fail' | 'Ignore';
  readonly matchConditions?: MatchCondition[];
  readonly matchConstraints?: MatchResources;
  readonly paramKind?: ParamKind;
  readonly validations?: Validation[];
  readonly variables?: Variable[];
}

export interface ValidatingWebhook {
  readonly admissionReviewVersions: string[];
  readonly clientConfig: WebhookClientConfig;
  readonly failurePolicy?: 'Fail' | 'Ignore';
  readonly matchConditions?: MatchCondition[];
  readonly matchPolicy?: 'Equivalent' | 'Exact';
  readonly name: string;
  readonly namespaceSelector?: apimachinery.LabelSelector;
  readonly objectSelector?: apimachinery.LabelSelector;
  readonly rules?: RuleWithOperations[];
  readonly sideEffects: 'None' | 'NoneOnDryRun' | 'Some' | 'Unknown';
  readonly timeoutSeconds?: number;
}

export interface ValidatingWebhookConfiguration {
  readonly apiVersion?: 'admissionregistration.k8s.io/v1';
  readonly kind?: 'ValidatingWebhookConfiguration';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly webhooks?: ValidatingWebhook[];
}

export interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: 'Forbidden' | 'Invalid' | 'RequestEntityTooLarge' | 'Unauthorized';
}

export interface Variable {
  readonly expression: string;
  readonly name: string;
}

export interface WebhookClientConfig {
  readonly caBundle?: string;
  readonly service?: ServiceReference;
  readonly url?: string;
}
