// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface CronJob {
  readonly apiVersion?: 'batch/v1';
  readonly kind?: 'CronJob';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: CronJobSpec;
}

export interface CronJobSpec {
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  readonly failedJobsHistoryLimit?: number;
  readonly jobTemplate: JobTemplateSpec;
  readonly schedule: string;
  readonly startingDeadlineSeconds?: number;
  readonly successfulJobsHistoryLimit?: number;
  readonly suspend?: boolean;
  readonly timeZone?: string;
}

export interface Job {
  readonly apiVersion?: 'batch/v1';
  readonly kind?: 'Job';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: JobSpec;
}

export interface JobSpec {
  readonly activeDeadlineSeconds?: number;
  readonly backoffLimit?: number;
  readonly backoffLimitPerIndex?: number;
  readonly completionMode?: 'Indexed' | 'NonIndexed';
  readonly completions?: number;
  readonly managedBy?: string;
  readonly manualSelector?: boolean;
  readonly maxFailedIndexes?: number;
  readonly parallelism?: number;
  readonly podFailurePolicy?: PodFailurePolicy;
  readonly podReplacementPolicy?: 'Failed' | 'TerminatingOrFailed';
  readonly selector?: apimachinery.LabelSelector;
  readonly successPolicy?: SuccessPolicy;
  readonly suspend?: boolean;
  readonly template: coreV1.PodTemplateSpec;
  readonly ttlSecondsAfterFinished?: number;
}

export interface JobTemplateSpec {
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: JobSpec;
}

export interface PodFailurePolicy {
  readonly rules: PodFailurePolicyRule[];
}

export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: string;
  readonly operator: 'In' | 'NotIn';
  readonly values: number[];
}

export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: 'False' | 'True' | 'Unknown';
  readonly type: 'ContainersReady' | 'DisruptionTarget' | 'Initialized' | 'PodScheduled' | 'Ready' | 'PodReadyToStartContainers' | 'PodResizeInProgress' | 'PodResizePending' | 'AllContainersRestarting' | (string & {});
}

export interface PodFailurePolicyRule {
  readonly action: 'Count' | 'FailJob' | 'Ignore' | 'FailIndex';
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  readonly onPodConditions?: PodFailurePolicyOnPodConditionsPattern[];
}

export interface SuccessPolicy {
  readonly rules: SuccessPolicyRule[];
}

export interface SuccessPolicyRule {
  readonly succeededCount?: number;
  readonly succeededIndexes?: string;
}
