// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface LeaseCandidate {
  readonly apiVersion?: 'coordination.k8s.io/v1beta1';
  readonly kind?: 'LeaseCandidate';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: LeaseCandidateSpec;
}

export interface LeaseCandidateSpec {
  readonly binaryVersion: string;
  readonly emulationVersion?: string;
  readonly leaseName: string;
  readonly pingTime?: apimachinery.MicroTime;
  readonly renewTime?: apimachinery.MicroTime;
  readonly strategy: 'OldestEmulationVersion' | (string & {});
}
