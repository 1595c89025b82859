import { parseAllDocuments } from 'yaml';
import type { Check, CheckInput } from '../../src/checks/check';
import { runChecks } from '../../src/checks/run-checks';
import { isManifest } from '../../src/manifest/manifest';

/** The objects of a YAML text as the input of checks, for Kubernetes 1.30 unless it is said otherwise. */
export function inputOf(yaml: string, options: Partial<CheckInput> = {}): CheckInput {
  const objects = parseAllDocuments(yaml, { version: '1.1', merge: true }).flatMap((document) => {
    const manifest: unknown = document.toJS();
    return isManifest(manifest) ? [{ manifest, origin: () => ({ construct: 'test' }) }] : [];
  });
  return { objects, kubernetesVersion: '1.30', ...options };
}

/** What checks find in a YAML text, a line each: `error Service/web spec.type: must be ...`. */
export function finds(
  checks: Check | readonly Check[],
  yaml: string,
  options: Partial<CheckInput> = {},
): string[] {
  const list = 'run' in checks ? [checks] : checks;
  return runChecks(list, inputOf(yaml, options)).map(
    ({ severity, object, field, problem }) =>
      `${severity} ${object.kind}/${object.name} ${field}: ${problem}`,
  );
}
