import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { dnsSubdomainProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

const group = 'rbac.authorization.k8s.io';

/** Role bindings name a role of a kind that they can bind, and subjects in full. */
export const validRoleBinding: Check = {
  id: 'valid-role-binding',
  summary: 'A role binding names a role it can bind, and each subject in full.',
  why: 'The API server refuses a ClusterRoleBinding to a Role, and one to a ServiceAccount without its namespace.',
  fix: 'Name a role of the right kind, and in a ClusterRoleBinding the namespace of each ServiceAccount.',
  severity: 'error',
  example: {
    wrong: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: read
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
`,
    right: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: read
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: reader
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const object of index.ofKind(`${group}/${kind}`)) {
        if (!isReported(input, object, 'roleRef.kind')) yield* roleProblems(object, kind);
        yield* subjectProblems(object, kind);
      }
    }
  },
};

function* roleProblems(object: CheckedObject, kind: string): Generator<Report> {
  const role = textAt(object.manifest, 'roleRef', 'kind');
  const allowed = kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  if (role !== undefined && !allowed.includes(role)) {
    const problem = `a ${kind} cannot bind a ${role}`;
    yield { object, field: 'roleRef.kind', problem, fix: `Name a ${allowed.join(' or a ')}.` };
  }
}

function* subjectProblems(object: CheckedObject, kind: string): Generator<Report> {
  for (const { item, index } of itemsAt(object.manifest, 'subjects')) {
    const field = `subjects[${index}]`;
    const own = textAt(item, 'kind');
    if (own !== 'ServiceAccount') continue;
    const apiGroup = textAt(item, 'apiGroup');
    if (apiGroup !== undefined) {
      const problem = `must be left out for a ServiceAccount, got ${show(apiGroup)}`;
      yield { object, field: `${field}.apiGroup`, problem, fix: 'Take apiGroup out.' };
    }
    const name = item['name'];
    const wrong = typeof name === 'string' && name !== '' ? dnsSubdomainProblem(name) : undefined;
    if (wrong !== undefined) {
      const fix = 'Write the name of a ServiceAccount, or kind: User for a user.';
      yield { object, field: `${field}.name`, problem: `${wrong}, got "${String(name)}"`, fix };
    }
    // In a RoleBinding it is the namespace of the binding, where none is written.
    if (kind === 'RoleBinding' || textAt(item, 'namespace') !== undefined) continue;
    yield {
      object,
      field: `${field}.namespace`,
      problem: 'the ServiceAccount has no namespace',
      fix: 'Write the namespace of the ServiceAccount.',
    };
  }
}
