// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface ExemptPriorityLevelConfiguration {
  readonly lendablePercent?: number;
  readonly nominalConcurrencyShares?: number;
}

export interface FlowDistinguisherMethod {
  readonly type: 'ByNamespace' | 'ByUser';
}

export interface FlowSchema {
  readonly apiVersion?: 'flowcontrol.apiserver.k8s.io/v1';
  readonly kind?: 'FlowSchema';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: FlowSchemaSpec;
}

export interface FlowSchemaSpec {
  readonly distinguisherMethod?: FlowDistinguisherMethod;
  readonly matchingPrecedence?: number;
  readonly priorityLevelConfiguration: PriorityLevelConfigurationReference;
  readonly rules?: PolicyRulesWithSubjects[];
}

export interface GroupSubject {
  readonly name: string;
}

export interface LimitResponse {
  readonly queuing?: QueuingConfiguration;
  readonly type: 'Queue' | 'Reject';
}

export interface LimitedPriorityLevelConfiguration {
  readonly borrowingLimitPercent?: number;
  readonly lendablePercent?: number;
  readonly limitResponse?: LimitResponse;
  readonly nominalConcurrencyShares?: number;
}

export interface NonResourcePolicyRule {
  readonly nonResourceURLs: string[];
  readonly verbs: string[];
}

export interface PolicyRulesWithSubjects {
  readonly nonResourceRules?: NonResourcePolicyRule[];
  readonly resourceRules?: ResourcePolicyRule[];
  readonly subjects: Subject[];
}

export interface PriorityLevelConfiguration {
  readonly apiVersion?: 'flowcontrol.apiserver.k8s.io/v1';
  readonly kind?: 'PriorityLevelConfiguration';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: PriorityLevelConfigurationSpec;
}

export interface PriorityLevelConfigurationReference {
  readonly name: string;
}

export interface PriorityLevelConfigurationSpec {
  readonly exempt?: ExemptPriorityLevelConfiguration;
  readonly limited?: LimitedPriorityLevelConfiguration;
  readonly type: 'Exempt' | 'Limited';
}

export interface QueuingConfiguration {
  readonly handSize?: number;
  readonly queueLengthLimit?: number;
  readonly queues?: number;
}

export interface ResourcePolicyRule {
  readonly apiGroups: string[];
  readonly clusterScope?: boolean;
  readonly namespaces?: string[];
  readonly resources: string[];
  readonly verbs: string[];
}

export interface ServiceAccountSubject {
  readonly name: string;
  readonly namespace: string;
}

export interface Subject {
  readonly group?: GroupSubject;
  readonly kind: 'Group' | 'ServiceAccount' | 'User';
  readonly serviceAccount?: ServiceAccountSubject;
  readonly user?: UserSubject;
}

export interface UserSubject {
  readonly name: string;
}
