import { itemsAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** A rule of a role names the API groups of its resources. */
export const validRole: Check = {
  id: 'valid-role',
  summary: 'A rule of a role that names resources names their API groups.',
  why: 'The API server refuses a rule with resources and without apiGroups; the core group, of Pods and Services, is written "".',
  fix: 'Add apiGroups, such as [""] for Pods and Services or ["apps"] for Deployments.',
  severity: 'error',
  example: {
    wrong: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - resources: [pods]
    verbs: [get, list]
`,
    right: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
`,
  },
  *run(input) {
    for (const kind of ['Role', 'ClusterRole']) {
      for (const object of objectIndex(input).ofKind(`rbac.authorization.k8s.io/${kind}`)) {
        for (const { item, index } of itemsAt(object.manifest, 'rules')) {
          const { nonResourceURLs: urls, apiGroups: groups, resources } = item;
          if (isFilled(urls) || !isFilled(resources) || isFilled(groups)) continue;
          yield {
            object,
            field: `rules[${index}].apiGroups`,
            problem: 'the rule names resources without their API groups',
          };
        }
      }
    }
  },
};

/** A list with something in it; what is no list is reported by its type. */
function isFilled(list: unknown): boolean {
  return Array.isArray(list) ? list.length > 0 : list !== undefined && list !== null;
}
