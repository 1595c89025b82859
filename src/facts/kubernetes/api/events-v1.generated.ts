// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface Event {
  readonly action?: string;
  readonly apiVersion?: 'events.k8s.io/v1';
  readonly deprecatedCount?: number;
  readonly deprecatedFirstTimestamp?: apimachinery.Time;
  readonly deprecatedLastTimestamp?: apimachinery.Time;
  readonly deprecatedSource?: coreV1.EventSource;
  readonly eventTime: apimachinery.MicroTime;
  readonly kind?: 'Event';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly note?: string;
  readonly reason?: string;
  readonly regarding?: coreV1.ObjectReference;
  readonly related?: coreV1.ObjectReference;
  readonly reportingController?: string;
  readonly reportingInstance?: string;
  readonly series?: EventSeries;
  readonly type?: 'Normal' | 'Warning';
}

export interface EventSeries {
  readonly count: number;
  readonly lastObservedTime: apimachinery.MicroTime;
}
