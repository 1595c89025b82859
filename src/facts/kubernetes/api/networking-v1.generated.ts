// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';
import type * as coreV1 from './core-v1.generated';

export interface HTTPIngressPath {
  readonly backend: IngressBackend;
  readonly path?: string;
  readonly pathType: 'Exact' | 'ImplementationSpecific' | 'Prefix';
}

export interface HTTPIngressRuleValue {
  readonly paths: HTTPIngressPath[];
}

export interface IPAddress {
  readonly apiVersion?: 'networking.k8s.io/v1';
  readonly kind?: 'IPAddress';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: IPAddressSpec;
}

export interface IPAddressSpec {
  readonly parentRef: ParentReference;
}

export interface IPBlock {
  readonly cidr: string;
  readonly except?: string[];
}

export interface Ingress {
  readonly apiVersion?: 'networking.k8s.io/v1';
  readonly kind?: 'Ingress';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: IngressSpec;
}

export interface IngressBackend {
  readonly resource?: coreV1.TypedLocalObjectReference;
  readonly service?: IngressServiceBackend;
}

export interface IngressClass {
  readonly apiVersion?: 'networking.k8s.io/v1';
  readonly kind?: 'IngressClass';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: IngressClassSpec;
}

export interface IngressClassParametersReference {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly scope?: 'Cluster' | 'Namespace';
}

export interface IngressClassSpec {
  readonly controller?: string;
  readonly parameters?: IngressClassParametersReference;
}

export interface IngressRule {
  readonly host?: string;
  readonly http?: HTTPIngressRuleValue;
}

export interface IngressServiceBackend {
  readonly name: string;
  readonly port?: ServiceBackendPort;
}

export interface IngressSpec {
  readonly defaultBackend?: IngressBackend;
  readonly ingressClassName?: string;
  readonly rules?: IngressRule[];
  readonly tls?: IngressTLS[];
}

export interface IngressTLS {
  readonly hosts?: string[];
  readonly secretName?: string;
}

export interface NetworkPolicy {
  readonly apiVersion?: 'networking.k8s.io/v1';
  readonly kind?: 'NetworkPolicy';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: NetworkPolicySpec;
}

export interface NetworkPolicyEgressRule {
  readonly ports?: NetworkPolicyPort[];
  readonly to?: NetworkPolicyPeer[];
}

export interface NetworkPolicyIngressRule {
  readonly from?: NetworkPolicyPeer[];
  readonly ports?: NetworkPolicyPort[];
}

export interface NetworkPolicyPeer {
  readonly ipBlock?: IPBlock;
  readonly namespaceSelector?: apimachinery.LabelSelector;
  readonly podSelector?: apimachinery.LabelSelector;
}

export interface NetworkPolicyPort {
  readonly endPort?: number;
  readonly port?: apimachinery.IntOrString;
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP';
}

export interface NetworkPolicySpec {
  readonly egress?: NetworkPolicyEgressRule[];
  readonly ingress?: NetworkPolicyIngressRule[];
  readonly podSelector?: apimachinery.LabelSelector;
  readonly policyTypes?: ('Egress' | 'Ingress')[];
}

export interface ParentReference {
  readonly group?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly resource: string;
}

export interface ServiceBackendPort {
  readonly name?: string;
  readonly number?: number;
}

export interface ServiceCIDR {
  readonly apiVersion?: 'networking.k8s.io/v1';
  readonly kind?: 'ServiceCIDR';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec?: ServiceCIDRSpec;
}

export interface ServiceCIDRSpec {
  readonly cidrs?: string[];
}
