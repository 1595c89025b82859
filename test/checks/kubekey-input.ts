import { parse } from 'yaml';
import { runChecks } from '../../src/checks/run-checks';
import { checks as allChecks } from '../../src/checks/rules/index';
import type { Check, CheckedObject, CheckInput, Finding } from '../../src/checks/check';
import { isFields, isManifest, type Manifest } from '../../src/manifest/manifest';

/** A Cluster that nothing is wrong with: one control plane and two workers. */
const sound = `
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: sample
spec:
  hosts:
    - {name: node1, address: 192.168.0.2, internalAddress: 192.168.0.2, privateKeyPath: ~/.ssh/id_rsa}
    - {name: node2, address: 192.168.0.3, internalAddress: 192.168.0.3, privateKeyPath: ~/.ssh/id_rsa}
    - {name: node3, address: 192.168.0.4, internalAddress: 192.168.0.4, privateKeyPath: ~/.ssh/id_rsa}
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2, node3]
  controlPlaneEndpoint: {domain: lb.kubesphere.local, address: "", port: 6443}
  kubernetes: {version: v1.26.4, autoRenewCerts: true, containerManager: containerd}
  etcd: {type: kubekey}
  network: {plugin: calico, kubePodsCIDR: 10.233.64.0/18, kubeServiceCIDR: 10.233.0.0/18}
`;

/**
 * The sound Cluster with a change, as YAML 1.1, which is what KubeKey reads: mappings merge, lists and
 * values replace, and null removes.
 */
export function cluster(change = ''): Manifest {
  const merged = merge(load(sound), load(change) ?? {});
  if (!isManifest(merged)) throw new Error('the change leaves no manifest');
  return merged;
}

/** Manifests as objects of one file, all of which begin in its first line. */
export function inputOf(...manifests: readonly Manifest[]): CheckInput {
  return { objects: manifests.map(objectOf), kubernetesVersion: '1.26' };
}

/** What the checks find in manifests of one file. */
export function find(checks: readonly Check[], ...manifests: readonly Manifest[]): Finding[] {
  return runChecks(checks, inputOf(...manifests));
}

/** What one check finds, a line each: severity, field, problem and fix. */
export function linesOf(check: Check, ...manifests: readonly Manifest[]): string[] {
  return find([check], ...manifests).map(
    ({ severity, field, problem, fix }) => `${severity} ${field}: ${problem}. ${fix}`,
  );
}

/** What all checks find, as `id field`, without the warnings. */
export function errorsIn(...manifests: readonly Manifest[]): string[] {
  return find(allChecks, ...manifests)
    .filter(({ severity }) => severity === 'error')
    .map(({ check, field }) => `${check} ${field}`.trim());
}

function load(text: string): unknown {
  return parse(text, { version: '1.1' });
}

function objectOf(manifest: Manifest): CheckedObject {
  return { manifest, origin: () => ({ file: 'config.yaml', line: 1, column: 1 }) };
}

function merge(base: unknown, change: unknown): unknown {
  if (!isFields(base) || !isFields(change)) return change;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    if (value === null) merged.delete(key);
    else merged.set(key, merge(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
