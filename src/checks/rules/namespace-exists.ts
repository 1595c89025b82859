import { isClusterScoped } from '../../facts/kubernetes/cluster-scoped';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

const builtIn: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
]);

/** The namespaces that objects are put into are there. */
export const namespaceExists: Check = {
  id: 'namespace-exists',
  summary: 'The namespaces that objects name exist.',
  why: 'kubectl answers "namespaces not found" to each object in a namespace that is not there.',
  fix: 'Add a Namespace object, correct the name, or name the namespace as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  LOG_LEVEL: info
`,
    right: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  LOG_LEVEL: info
`,
  },
  *run(input) {
    const index = objectIndex(input);
    const reported = new Set<string>();
    for (const object of input.objects) {
      const name = namespaceOf(object);
      const { apiVersion, kind } = object.manifest;
      if (name === '' || isClusterScoped(apiVersion, kind) === true) continue;
      if (builtIn.has(name) || reported.has(name)) continue;
      if (index.find('/Namespace', '', name) !== undefined) continue;
      if (isExternal(input, 'Namespace', '', name)) continue;
      // Once for each namespace, at the first object in it.
      reported.add(name);
      const reference = { object, field: 'metadata.namespace', name, namespace: '' };
      yield reportMissing(input, '/Namespace', reference);
    }
  },
};
