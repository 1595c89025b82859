// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface CSIDriver {
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly kind?: 'CSIDriver';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: CSIDriverSpec;
}

export interface CSIDriverSpec {
  readonly attachRequired?: boolean;
  readonly fsGroupPolicy?: 'File' | 'None' | 'ReadWriteOnceWithFSType';
  readonly nodeAllocatableUpdatePeriodSeconds?: number;
  readonly podInfoOnMount?: boolean;
  readonly preventPodSchedulingIfMissing?: boolean;
  readonly requiresRepublish?: boolean;
  readonly seLinuxMount?: boolean;
  readonly serviceAccountTokenInSecrets?: boolean;
  readonly storageCapacity?: boolean;
  readonly tokenRequests?: TokenRequest[];
  readonly volumeLifecycleModes?: ('Ephemeral' | 'Persistent')[];
}

export interface CSINode {
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly kind?: 'CSINode';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: CSINodeSpec;
}

export interface CSINodeDriver {
  readonly allocatable?: VolumeNodeResources;
  readonly name: string;
  readonly nodeID: string;
  readonly topologyKeys?: string[];
}

export interface CSINodeSpec {
  readonly drivers: CSINodeDriver[];
}

export interface CSIStorageCapacity {
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly capacity?: apimachinery.Quantity;
  readonly kind?: 'CSIStorageCapacity';
  readonly maximumVolumeSize?: apimachinery.Quantity;
  readonly metadata?: apimachinery.ObjectMeta;
  readonly nodeTopology?: apimachinery.LabelSelector;
  readonly storageClassName: string;
}

export interface StorageClass {
  readonly allowVolumeExpansion?: boolean;
  readonly allowedTopologies?: coreV1.TopologySelectorTerm[];
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly kind?: 'StorageClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly mountOptions?: string[];
  readonly parameters?: { readonly [key: string]: string };
  readonly provisioner: string;
  readonly reclaimPolicy?: 'Delete' | 'Recycle' | 'Retain';
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
}

export interface TokenRequest {
  readonly audience: string;
  readonly expirationSeconds?: number;
}

export interface VolumeAttachment {
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly kind?: 'VolumeAttachment';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: VolumeAttachmentSpec;
}

export interface VolumeAttachmentSource {
  readonly inlineVolumeSpec?: coreV1.PersistentVolumeSpec;
  readonly persistentVolumeName?: string;
}

export interface VolumeAttachmentSpec {
  readonly attacher: string;
  readonly nodeName: string;
  readonly source: VolumeAttachmentSource;
}

export interface VolumeAttributesClass {
  readonly apiVersion?: 'storage.k8s.io/v1';
  readonly driverName: string;
  readonly kind?: 'VolumeAttributesClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly parameters?: { readonly [key: string]: string };
}

export interface VolumeNodeResources {
  readonly count?: number;
}
