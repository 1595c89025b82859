import type { Check, CheckInput } from '../../src/checks/check';
import { runChecks } from '../../src/checks/run-checks';
import { inputOf } from './finds';
import { cluster } from './kubekey-input';

/**
 * What a check finds in objects that run on a KubeKey Cluster: node1 is its control plane, node2 and
 * node3 are workers. A line each: `error web spec.replicas: ...`.
 *
 * @param change a change to that Cluster, as YAML
 */
export function findsOnCluster(
  check: Check,
  change: string,
  yaml: string,
  options: Partial<CheckInput> = {},
): string[] {
  return runChecks([check], onCluster(change, yaml, options)).map(
    ({ severity, object, field, problem }) => `${severity} ${object.name} ${field}: ${problem}`,
  );
}

/** What a check advises about what it finds there. */
export function fixesOnCluster(
  check: Check,
  change: string,
  yaml: string,
  options: Partial<CheckInput> = {},
): string[] {
  return runChecks([check], onCluster(change, yaml, options)).map(({ fix }) => fix);
}

function onCluster(change: string, yaml: string, options: Partial<CheckInput>): CheckInput {
  const { objects, ...input } = inputOf(yaml, { kubernetesVersion: '1.26', ...options });
  const manifest = cluster(change);
  return {
    ...input,
    objects: [{ manifest, origin: () => ({ construct: 'cluster' }) }, ...objects],
  };
}

/** The change that gives the three hosts labels, one mapping of YAML for each. */
export function hostLabels(...labels: readonly string[]): string {
  const hosts = [1, 2, 3].map(
    (number) =>
      `{ name: node${number}, address: 192.168.0.${number + 1}, labels: ${labels[number - 1] ?? '{}'} }`,
  );
  return `spec: { hosts: [${hosts.join(', ')}] }`;
}
