// Derived from the schema definitions of Kubernetes v1.36 and the table of its string values,
// by scripts/derive-kubernetes-types.ts. Do not edit.

import type * as apimachinery from './apimachinery.generated';

export interface CertificateSigningRequest {
  readonly apiVersion?: 'certificates.k8s.io/v1';
  readonly kind?: 'CertificateSigningRequest';
  readonly metadata?: apimachinery.ObjectMeta;
  readonly spec: CertificateSigningRequestSpec;
}

export interface CertificateSigningRequestSpec {
  readonly expirationSeconds?: number;
  readonly extra?: { readonly [key: string]: string[] };
  readonly groups?: string[];
  readonly request: string;
  readonly signerName: string;
  readonly uid?: string;
  readonly usages?: ('any' | 'cert sign' | 'client auth' | 'code signing' | 'content commitment' | 'crl sign' | 'data encipherment' | 'decipher only' | 'digital signature' | 'email protection' | 'encipher only' | 'ipsec end system' | 'ipsec tunnel' | 'ipsec user' | 'key agreement' | 'key encipherment' | 'microsoft sgc' | 'netscape sgc' | 'ocsp signing' | 's/mime' | 'server auth' | 'signing' | 'timestamping')[];
  readonly username?: string;
}
