// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface ControllerRevision {
  readonly apiVersion?: 'apps/v1';
  readonly data?: apimachinery.RawExtension;
  readonly kind?: 'ControllerRevision';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly revision: number;
}

export interface DaemonSet {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'DaemonSet';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: DaemonSetSpec;
}

export interface DaemonSetSpec {
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  readonly selector: apimachinery.LabelSelector;
  readonly template: coreV1.PodTemplateSpec;
  readonly updateStrategy?: DaemonSetUpdateStrategy;
}

export interface DaemonSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateDaemonSet;
  readonly type?: 'OnDelete' | 'RollingUpdate';
}

export interface Deployment {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'Deployment';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: DeploymentSpec;
}

export interface DeploymentSpec {
  readonly minReadySeconds?: number;
  readonly paused?: boolean;
  readonly progressDeadlineSeconds?: number;
  readonly replicas?: number;
  readonly revisionHistoryLimit?: number;
  readonly selector: apimachinery.LabelSelector;
  readonly strategy?: DeploymentStrategy;
  readonly template: coreV1.PodTemplateSpec;
}

export interface DeploymentStrategy {
  readonly rollingUpdate?: RollingUpdateDeployment;
  readonly type?: 'Recreate' | 'RollingUpdate';
}

export interface ReplicaSet {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'ReplicaSet';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: ReplicaSetSpec;
}

export interface ReplicaSetSpec {
  readonly minReadySeconds?: number;
  readonly replicas?: number;
  readonly selector: apimachinery.LabelSelector;
  readonly template?: coreV1.PodTemplateSpec;
}

export interface RollingUpdateDaemonSet {
  readonly maxSurge?: apimachinery.IntOrString;
  readonly maxUnavailable?: apimachinery.IntOrString;
}

export interface RollingUpdateDeployment {
  readonly maxSurge?: apimachinery.IntOrString;
  readonly maxUnavailable?: apimachinery.IntOrString;
}

export interface RollingUpdateStatefulSetStrategy {
  readonly maxUnavailable?: apimachinery.IntOrString;
  readonly partition?: number;
}

export interface StatefulSet {
  readonly apiVersion?: 'apps/v1';
  readonly kind?: 'StatefulSet';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: StatefulSetSpec;
}

export interface StatefulSetOrdinals {
  readonly start?: number;
}

export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  readonly whenDeleted?: 'Delete' | 'Retain';
  readonly whenScaled?: 'Delete' | 'Retain';
}

export interface StatefulSetSpec {
  readonly minReadySeconds?: number;
  readonly ordinals?: StatefulSetOrdinals;
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  readonly replicas?: number;
  readonly revisionHistoryLimit?: number;
  readonly selector: apimachinery.LabelSelector;
  readonly serviceName?: string;
  readonly template: coreV1.PodTemplateSpec;
  readonly updateStrategy?: StatefulSetUpdateStrategy;
  readonly volumeClaimTemplates?: coreV1.PersistentVolumeClaim[];
}

export interface StatefulSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
  readonly type?: 'OnDelete' | 'RollingUpdate';
}
