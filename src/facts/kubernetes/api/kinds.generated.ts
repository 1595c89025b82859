// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as admissionregistrationV1 from './admissionregistration-v1.generated';
import type * as admissionregistrationV1alpha1 from './admissionregistration-v1alpha1.generated';
import type * as admissionregistrationV1beta1 from './admissionregistration-v1beta1.generated';
import type * as apiextensionsV1 from './apiextensions-v1.generated';
import type * as apimachinery from './apimachinery.generated';
import type * as apiregistrationV1 from './apiregistration-v1.generated';
import type * as apiserverinternalV1alpha1 from './apiserverinternal-v1alpha1.generated';
import type * as appsV1 from './apps-v1.generated';
import type * as authenticationV1 from './authentication-v1.generated';
import type * as authorizationV1 from './authorization-v1.generated';
import type * as autoscalingV1 from './autoscaling-v1.generated';
import type * as autoscalingV2 from './autoscaling-v2.generated';
import type * as batchV1 from './batch-v1.generated';
import type * as certificatesV1 from './certificates-v1.generated';
import type * as certificatesV1alpha1 from './certificates-v1alpha1.generated';
import type * as certificatesV1beta1 from './certificates-v1beta1.generated';
import type * as coordinationV1 from './coordination-v1.generated';
import type * as coordinationV1alpha2 from './coordination-v1alpha2.generated';
import type * as coordinationV1beta1 from './coordination-v1beta1.generated';
import type * as coreV1 from './core-v1.generated';
import type * as discoveryV1 from './discovery-v1.generated';
import type * as eventsV1 from './events-v1.generated';
import type * as flowcontrolV1 from './flowcontrol-v1.generated';
import type * as networkingV1 from './networking-v1.generated';
import type * as networkingV1beta1 from './networking-v1beta1.generated';
import type * as nodeV1 from './node-v1.generated';
import type * as policyV1 from './policy-v1.generated';
import type * as rbacV1 from './rbac-v1.generated';
import type * as resourceV1 from './resource-v1.generated';
import type * as resourceV1alpha3 from './resource-v1alpha3.generated';
import type * as resourceV1beta1 from './resource-v1beta1.generated';
import type * as resourceV1beta2 from './resource-v1beta2.generated';
import type * as schedulingV1 from './scheduling-v1.generated';
import type * as schedulingV1alpha2 from './scheduling-v1alpha2.generated';
import type * as storageV1 from './storage-v1.generated';
import type * as storageV1beta1 from './storage-v1beta1.generated';
import type * as storagemigrationV1beta1 from './storagemigration-v1beta1.generated';

export type {
  admissionregistrationV1,
  admissionregistrationV1alpha1,
  admissionregistrationV1beta1,
  apiextensionsV1,
  apimachinery,
  apiregistrationV1,
  apiserverinternalV1alpha1,
  appsV1,
  authenticationV1,
  authorizationV1,
  autoscalingV1,
  autoscalingV2,
  batchV1,
  certificatesV1,
  certificatesV1alpha1,
  certificatesV1beta1,
  coordinationV1,
  coordinationV1alpha2,
  coordinationV1beta1,
  coreV1,
  discoveryV1,
  eventsV1,
  flowcontrolV1,
  networkingV1,
  networkingV1beta1,
  nodeV1,
  policyV1,
  rbacV1,
  resourceV1,
  resourceV1alpha3,
  resourceV1beta1,
  resourceV1beta2,
  schedulingV1,
  schedulingV1alpha2,
  storageV1,
  storageV1beta1,
  storagemigrationV1beta1,
};

/** Each built-in kind that the newest Kubernetes serves, by API version and kind. */
export interface Kinds {
  readonly 'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': admissionregistrationV1.MutatingAdmissionPolicy;
  readonly 'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': admissionregistrationV1.MutatingAdmissionPolicyBinding;
  readonly 'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': admissionregistrationV1.MutatingWebhookConfiguration;
  readonly 'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': admissionregistrationV1.ValidatingAdmissionPolicy;
  readonly 'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': admissionregistrationV1.ValidatingAdmissionPolicyBinding;
  readonly 'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': admissionregistrationV1.ValidatingWebhookConfiguration;
  readonly 'admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy': admissionregistrationV1alpha1.MutatingAdmissionPolicy;
  readonly 'admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicyBinding': admissionregistrationV1alpha1.MutatingAdmissionPolicyBinding;
  readonly 'admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy': admissionregistrationV1beta1.MutatingAdmissionPolicy;
  readonly 'admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding': admissionregistrationV1beta1.MutatingAdmissionPolicyBinding;
  readonly 'apiextensions.k8s.io/v1 CustomResourceDefinition': apiextensionsV1.CustomResourceDefinition;
  readonly 'apiregistration.k8s.io/v1 APIService': apiregistrationV1.APIService;
  readonly 'apps/v1 ControllerRevision': appsV1.ControllerRevision;
  readonly 'apps/v1 DaemonSet': appsV1.DaemonSet;
  readonly 'apps/v1 Deployment': appsV1.Deployment;
  readonly 'apps/v1 ReplicaSet': appsV1.ReplicaSet;
  readonly 'apps/v1 StatefulSet': appsV1.StatefulSet;
  readonly 'authentication.k8s.io/v1 SelfSubjectReview': authenticationV1.SelfSubjectReview;
  readonly 'authentication.k8s.io/v1 TokenRequest': authenticationV1.TokenRequest;
  readonly 'authentication.k8s.io/v1 TokenReview': authenticationV1.TokenReview;
  readonly 'authorization.k8s.io/v1 LocalSubjectAccessReview': authorizationV1.LocalSubjectAccessReview;
  readonly 'authorization.k8s.io/v1 SelfSubjectAccessReview': authorizationV1.SelfSubjectAccessReview;
  readonly 'authorization.k8s.io/v1 SelfSubjectRulesReview': authorizationV1.SelfSubjectRulesReview;
  readonly 'authorization.k8s.io/v1 SubjectAccessReview': authorizationV1.SubjectAccessReview;
  readonly 'autoscaling/v1 HorizontalPodAutoscaler': autoscalingV1.HorizontalPodAutoscaler;
  readonly 'autoscaling/v1 Scale': autoscalingV1.Scale;
  readonly 'autoscaling/v2 HorizontalPodAutoscaler': autoscalingV2.HorizontalPodAutoscaler;
  readonly 'batch/v1 CronJob': batchV1.CronJob;
  readonly 'batch/v1 Job': batchV1.Job;
  readonly 'certificates.k8s.io/v1 CertificateSigningRequest': certificatesV1.CertificateSigningRequest;
  readonly 'certificates.k8s.io/v1alpha1 ClusterTrustBundle': certificatesV1alpha1.ClusterTrustBundle;
  readonly 'certificates.k8s.io/v1beta1 ClusterTrustBundle': certificatesV1beta1.ClusterTrustBundle;
  readonly 'certificates.k8s.io/v1beta1 PodCertificateRequest': certificatesV1beta1.PodCertificateRequest;
  readonly 'coordination.k8s.io/v1 Lease': coordinationV1.Lease;
  readonly 'coordination.k8s.io/v1alpha2 LeaseCandidate': coordinationV1alpha2.LeaseCandidate;
  readonly 'coordination.k8s.io/v1beta1 LeaseCandidate': coordinationV1beta1.LeaseCandidate;
  readonly 'discovery.k8s.io/v1 EndpointSlice': discoveryV1.EndpointSlice;
  readonly 'events.k8s.io/v1 Event': eventsV1.Event;
  readonly 'flowcontrol.apiserver.k8s.io/v1 FlowSchema': flowcontrolV1.FlowSchema;
  readonly 'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': flowcontrolV1.PriorityLevelConfiguration;
  readonly 'internal.apiserver.k8s.io/v1alpha1 StorageVersion': apiserverinternalV1alpha1.StorageVersion;
  readonly 'networking.k8s.io/v1 IPAddress': networkingV1.IPAddress;
  readonly 'networking.k8s.io/v1 Ingress': networkingV1.Ingress;
  readonly 'networking.k8s.io/v1 IngressClass': networkingV1.IngressClass;
  readonly 'networking.k8s.io/v1 NetworkPolicy': networkingV1.NetworkPolicy;
  readonly 'networking.k8s.io/v1 ServiceCIDR': networkingV1.ServiceCIDR;
  readonly 'networking.k8s.io/v1beta1 IPAddress': networkingV1beta1.IPAddress;
  readonly 'networking.k8s.io/v1beta1 ServiceCIDR': networkingV1beta1.ServiceCIDR;
  readonly 'node.k8s.io/v1 RuntimeClass': nodeV1.RuntimeClass;
  readonly 'policy/v1 Eviction': policyV1.Eviction;
  readonly 'policy/v1 PodDisruptionBudget': policyV1.PodDisruptionBudget;
  readonly 'rbac.authorization.k8s.io/v1 ClusterRole': rbacV1.ClusterRole;
  readonly 'rbac.authorization.k8s.io/v1 ClusterRoleBinding': rbacV1.ClusterRoleBinding;
  readonly 'rbac.authorization.k8s.io/v1 Role': rbacV1.Role;
  readonly 'rbac.authorization.k8s.io/v1 RoleBinding': rbacV1.RoleBinding;
  readonly 'resource.k8s.io/v1 DeviceClass': resourceV1.DeviceClass;
  readonly 'resource.k8s.io/v1 ResourceClaim': resourceV1.ResourceClaim;
  readonly 'resource.k8s.io/v1 ResourceClaimTemplate': resourceV1.ResourceClaimTemplate;
  readonly 'resource.k8s.io/v1 ResourceSlice': resourceV1.ResourceSlice;
  readonly 'resource.k8s.io/v1alpha3 DeviceTaintRule': resourceV1alpha3.DeviceTaintRule;
  readonly 'resource.k8s.io/v1alpha3 ResourcePoolStatusRequest': resourceV1alpha3.ResourcePoolStatusRequest;
  readonly 'resource.k8s.io/v1beta1 DeviceClass': resourceV1beta1.DeviceClass;
  readonly 'resource.k8s.io/v1beta1 ResourceClaim': resourceV1beta1.ResourceClaim;
  readonly 'resource.k8s.io/v1beta1 ResourceClaimTemplate': resourceV1beta1.ResourceClaimTemplate;
  readonly 'resource.k8s.io/v1beta1 ResourceSlice': resourceV1beta1.ResourceSlice;
  readonly 'resource.k8s.io/v1beta2 DeviceClass': resourceV1beta2.DeviceClass;
  readonly 'resource.k8s.io/v1beta2 DeviceTaintRule': resourceV1beta2.DeviceTaintRule;
  readonly 'resource.k8s.io/v1beta2 ResourceClaim': resourceV1beta2.ResourceClaim;
  readonly 'resource.k8s.io/v1beta2 ResourceClaimTemplate': resourceV1beta2.ResourceClaimTemplate;
  readonly 'resource.k8s.io/v1beta2 ResourceSlice': resourceV1beta2.ResourceSlice;
  readonly 'scheduling.k8s.io/v1 PriorityClass': schedulingV1.PriorityClass;
  readonly 'scheduling.k8s.io/v1alpha2 PodGroup': schedulingV1alpha2.PodGroup;
  readonly 'scheduling.k8s.io/v1alpha2 Workload': schedulingV1alpha2.Workload;
  readonly 'storage.k8s.io/v1 CSIDriver': storageV1.CSIDriver;
  readonly 'storage.k8s.io/v1 CSINode': storageV1.CSINode;
  readonly 'storage.k8s.io/v1 CSIStorageCapacity': storageV1.CSIStorageCapacity;
  readonly 'storage.k8s.io/v1 StorageClass': storageV1.StorageClass;
  readonly 'storage.k8s.io/v1 VolumeAttachment': storageV1.VolumeAttachment;
  readonly 'storage.k8s.io/v1 VolumeAttributesClass': storageV1.VolumeAttributesClass;
  readonly 'storage.k8s.io/v1beta1 VolumeAttributesClass': storageV1beta1.VolumeAttributesClass;
  readonly 'storagemigration.k8s.io/v1beta1 StorageVersionMigration': storagemigrationV1beta1.StorageVersionMigration;
  readonly 'v1 Binding': coreV1.Binding;
  readonly 'v1 ComponentStatus': coreV1.ComponentStatus;
  readonly 'v1 ConfigMap': coreV1.ConfigMap;
  readonly 'v1 Endpoints': coreV1.Endpoints;
  readonly 'v1 Event': coreV1.Event;
  readonly 'v1 LimitRange': coreV1.LimitRange;
  readonly 'v1 Namespace': coreV1.Namespace;
  readonly 'v1 Node': coreV1.Node;
  readonly 'v1 PersistentVolume': coreV1.PersistentVolume;
  readonly 'v1 PersistentVolumeClaim': coreV1.PersistentVolumeClaim;
  readonly 'v1 Pod': coreV1.Pod;
  readonly 'v1 PodTemplate': coreV1.PodTemplate;
  readonly 'v1 ReplicationController': coreV1.ReplicationController;
  readonly 'v1 ResourceQuota': coreV1.ResourceQuota;
  readonly 'v1 Secret': coreV1.Secret;
  readonly 'v1 Service': coreV1.Service;
  readonly 'v1 ServiceAccount': coreV1.ServiceAccount;
}
