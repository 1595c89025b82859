import { isClusterScoped } from '../../facts/kubernetes/cluster-scoped';
import type { Check, CheckedObject } from '../check';
import { namespaceOf } from '../object-index';

/** Objects are in a namespace of their own. */
export const ownNamespace: Check = {
  id: 'own-namespace',
  summary: 'Objects are not in the namespace default.',
  why: 'Quotas, rights, NetworkPolicies and the level of Pod Security belong to a namespace: in default, everything that nobody placed shares them.',
  fix: 'Make a Namespace for the application, and write it under metadata.namespace of its objects.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: default
data:
  LOG_LEVEL: info
`,
    right: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  LOG_LEVEL: info
`,
  },
  *run(input) {
    const found = new Map<string, CheckedObject[]>();
    for (const object of input.objects) {
      const { apiVersion, kind } = object.manifest;
      // The scope of a custom resource is not known here.
      if (isClusterScoped(apiVersion, kind) !== false) continue;
      const namespace = namespaceOf(object);
      if (namespace !== '' && namespace !== 'default') continue;
      const others = found.get(namespace);
      if (others === undefined) found.set(namespace, [object]);
      else others.push(object);
    }
    // Once for all of them, at the first one: it is one decision.
    for (const [namespace, [first, ...others]] of found) {
      if (first === undefined) continue;
      const more = others.length === 0 ? '' : `; ${others.length} more like it`;
      const problem =
        namespace === ''
          ? 'it names no namespace, so it goes to default unless kubectl is told otherwise'
          : 'it is in the namespace default';
      yield { object: first, field: 'metadata.namespace', problem: `${problem}${more}` };
    }
  },
};
