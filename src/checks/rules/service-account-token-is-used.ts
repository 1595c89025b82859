import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check, CheckedObject, CheckInput } from '../check';
import { namespaceOf, objectIndex, type IndexedPod } from '../object-index';
import { ownPods } from '../own-pods';

/** Pods that don't talk to the API server get no token for it. */
export const serviceAccountTokenIsUsed: Check = {
  id: 'service-account-token-is-used',
  summary: 'A pod gets a token of its ServiceAccount only where that account has rights.',
  why: 'Each pod gets a token for the API server unless told otherwise. Most programs never use it, and who breaks into one finds a key to the cluster.',
  fix: 'Write automountServiceAccountToken: false in the spec of the pod.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: false
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    const bound = boundAccounts(input);
    for (const pod of ownPods(input)) {
      const name = accountOf(pod);
      if (isOff(input, pod, name) || mayUse(input, pod, name, bound)) continue;
      yield {
        object: pod.object,
        field: `${pod.pod.specField}.automountServiceAccountToken`,
        problem: `the pod gets a token of the ServiceAccount ${name}, which no binding here gives any right`,
      };
    }
  },
};

function accountOf({ pod: { spec } }: IndexedPod): string {
  return textAt(spec, 'serviceAccountName') ?? textAt(spec, 'serviceAccount') ?? 'default';
}

function isOff(input: CheckInput, { pod, namespace }: IndexedPod, name: string): boolean {
  const own = pod.spec['automountServiceAccountToken'];
  // What the pod says counts before what its account says.
  if (typeof own === 'boolean') return !own;
  return (
    at(findAccount(input, namespace, name)?.manifest, 'automountServiceAccountToken') === false
  );
}

/** Tells whether the account may have rights: by a binding here, in a cloud, or somewhere outside. */
function mayUse(
  input: CheckInput,
  { namespace }: IndexedPod,
  name: string,
  bound: ReadonlySet<string>,
): boolean {
  if (bound.has(`${namespace}/${name}`) || bound.has(`${namespace}/*`) || bound.has('*/*')) {
    return true;
  }
  if (name === 'default') return false;
  const account = findAccount(input, namespace, name);
  // Who wrote the account elsewhere will have bound it there.
  if (account === undefined) return true;
  const annotations = Object.keys(fieldsAt(account.manifest, 'metadata', 'annotations'));
  return annotations.some((key) =>
    /^(eks\.amazonaws\.com|iam\.gke\.io|azure\.workload\.identity)\//.test(key),
  );
}

function findAccount(
  input: CheckInput,
  namespace: string,
  name: string,
): CheckedObject | undefined {
  return objectIndex(input).find('/ServiceAccount', namespace, name);
}

/** The accounts that some binding names, as `namespace/name`; `*` stands for all of them. */
function boundAccounts(input: CheckInput): ReadonlySet<string> {
  const index = objectIndex(input);
  const bound = new Set<string>();
  for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
    for (const object of index.ofKind(`rbac.authorization.k8s.io/${kind}`)) {
      for (const { item } of itemsAt(object.manifest, 'subjects')) {
        const name = textAt(item, 'name') ?? '';
        if (item['kind'] === 'ServiceAccount') {
          bound.add(`${textAt(item, 'namespace') ?? namespaceOf(object)}/${name}`);
        } else if (item['kind'] === 'Group') {
          const group = /^system:serviceaccounts(?::(.+))?$/.exec(name);
          if (group !== null) bound.add(`${group[1] ?? '*'}/*`);
          if (name === 'system:authenticated') bound.add('*/*');
        }
      }
    }
  }
  return bound;
}
