// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface Lease {
  readonly apiVersion?: 'coordination.k8s.io/v1';
  readonly kind?: 'Lease';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: LeaseSpec;
}

export interface LeaseSpec {
  readonly acquireTime?: apimachinery.MicroTime;
  readonly holderIdentity?: string;
  readonly leaseDurationSeconds?: number;
  readonly leaseTransitions?: number;
  readonly preferredHolder?: string;
  readonly renewTime?: apimachinery.MicroTime;
  readonly strategy?: 'OldestEmulationVersion' | (string & {});
}
