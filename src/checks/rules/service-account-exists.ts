import { itemsAt, textAt } from '../../manifest/fields';
import type { Check, CheckInput } from '../check';
import { objectIndex } from '../object-index';
import { isExternal, referencedNamespace, reportMissing, type Reference } from '../references';

/** The ServiceAccounts that pods run as and that bindings name are there. */
export const serviceAccountExists: Check = {
  id: 'service-account-exists',
  summary: 'The ServiceAccounts that pods and role bindings refer to exist.',
  why: 'The API server refuses each pod whose ServiceAccount is not there, so a Deployment stays at 0 pods; a binding to one that is not there gives no rights.',
  fix: 'Add the ServiceAccount to the objects, correct its name, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: nginx:1.27.3
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const reference of references(input)) {
      const { name, namespace } = reference;
      // Each namespace has this one.
      if (name === 'default' || isExternal(input, 'ServiceAccount', namespace, name)) continue;
      if (index.find('/ServiceAccount', namespace, name) !== undefined) continue;
      const missing = reportMissing(input, '/ServiceAccount', reference);
      // A pod takes a ServiceAccount of its own namespace only; a binding may name one of any.
      const elsewhere = index.find('/ServiceAccount', '', name);
      const isElsewhere =
        reference.field.endsWith('.serviceAccountName') && elsewhere !== undefined;
      if (!isElsewhere) {
        yield missing;
        continue;
      }
      const cause = 'metadata.namespace';
      yield { ...missing, severity: 'error', from: [cause, [elsewhere, cause]], cause };
    }
  },
};

function* references(input: CheckInput): Generator<Reference> {
  const index = objectIndex(input);
  for (const { object, pod, namespace } of index.podsWith('serviceAccountName')) {
    const name = textAt(pod.spec, 'serviceAccountName');
    if (name !== undefined) {
      yield { object, namespace, name, field: `${pod.specField}.serviceAccountName` };
    }
  }
  for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
    for (const object of index.ofKind(`rbac.authorization.k8s.io/${kind}`)) {
      for (const { item, index: position } of itemsAt(object.manifest, 'subjects')) {
        const name = textAt(item, 'name');
        if (item['kind'] !== 'ServiceAccount' || name === undefined) continue;
        const namespace = referencedNamespace(object, item['namespace']);
        // What belongs to Kubernetes is in the cluster already.
        if (namespace.startsWith('kube-')) continue;
        yield { object, namespace, name, field: `subjects[${position}].name` };
      }
    }
  }
}
