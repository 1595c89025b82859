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

/** A Pod, with more fields of its spec and of its one container. */
export function podYaml(spec = '', container = ''): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { ${spec === '' ? '' : `${spec}, `}containers: [{ name: web, image: nginx${container === '' ? '' : `, ${container}`} }] }
---
`;
}

/** A workload of apps/v1, with more fields of its spec and of its pods' spec. */
export function workloadYaml(kind: string, spec = '', pod = ''): string {
  return `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web }
spec:
  ${spec}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { ${pod === '' ? '' : `${pod}, `}containers: [{ name: web, image: nginx, ports: [{ name: http, containerPort: 80 }] }] }
---
`;
}

/** A Service, with its spec. */
export function serviceYaml(spec: string, name = 'web'): string {
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec} }
---
`;
}
