import { textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

const group = 'rbac.authorization.k8s.io';
const builtIn = /^(cluster-admin|admin|edit|view)$|:/;

/** The Role in kube-system that lets an API server of one's own read how requests are authenticated. */
const authenticationReader = 'extension-apiserver-authentication-reader';

/** The role that a role binding gives is there. */
export const roleExists: Check = {
  id: 'role-exists',
  summary: 'The Role or ClusterRole that a binding names exists.',
  why: 'The API server takes a binding to a role that is not there; it gives no rights.',
  fix: 'Add the role to the objects, correct its name, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: read
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: read
subjects:
  - kind: User
    apiGroup: rbac.authorization.k8s.io
    name: alice
`,
    right: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: read
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
subjects:
  - kind: User
    apiGroup: rbac.authorization.k8s.io
    name: alice
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const binding of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const object of index.ofKind(`${group}/${binding}`)) {
        const kind = textAt(object.manifest, 'roleRef', 'kind');
        const name = textAt(object.manifest, 'roleRef', 'name');
        if (name === undefined || (kind !== 'Role' && kind !== 'ClusterRole')) continue;
        if (kind === 'Role' && binding === 'ClusterRoleBinding') continue;
        const namespace = kind === 'Role' ? namespaceOf(object) : '';
        // Kubernetes brings these along, and controllers theirs with a colon in the name.
        if (kind === 'ClusterRole' && builtIn.test(name)) continue;
        if (kind === 'Role' && (name.includes(':') || name === authenticationReader)) continue;
        if (index.find(`${group}/${kind}`, namespace, name) !== undefined) continue;
        if (isExternal(input, kind, namespace, name)) continue;
        yield reportMissing(input, `${group}/${kind}`, {
          object,
          field: 'roleRef.name',
          name,
          namespace,
        });
      }
    }
  },
};
