import { itemsAt } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** The rules of a role are whole. */
export const validRole: Check = {
  id: 'valid-role',
  summary: 'A rule of a role names resources with their API groups, or paths.',
  why: 'The API server refuses a rule with resources but no apiGroups or the other way round, and one with paths in a Role; the core group, of Pods and Services, is written "".',
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
          for (const found of ruleProblems(item, kind)) {
            const field = `rules[${index}].${found.field}`;
            if (!isReported(input, object, field)) yield { object, ...found, field };
          }
        }
      }
    }
  },
};

function* ruleProblems(rule: Fields, kind: string): Generator<Omit<Report, 'object'>> {
  const { nonResourceURLs: urls, apiGroups: groups, resources, resourceNames } = rule;
  if (isFilled(urls)) {
    if (kind === 'Role') {
      yield {
        field: 'nonResourceURLs',
        problem: 'a Role cannot allow paths of the API server',
        fix: 'Take nonResourceURLs out, or make the object a ClusterRole.',
      };
    } else if (isFilled(groups) || isFilled(resources) || isFilled(resourceNames)) {
      yield {
        field: 'nonResourceURLs',
        problem: 'a rule is for resources or for paths, and this one has both',
        fix: 'Divide it into two rules.',
      };
    }
  } else if (isFilled(resources) && !isFilled(groups)) {
    yield { field: 'apiGroups', problem: 'the rule names resources without their API groups' };
  } else if (isFilled(groups) && !isFilled(resources)) {
    yield {
      field: 'resources',
      problem: 'the rule names API groups without resources',
      fix: 'Add resources, such as [pods].',
    };
  }
}

/** A list with something in it; what is no list is reported by its type. */
function isFilled(list: unknown): boolean {
  return Array.isArray(list) ? list.length > 0 : list !== undefined && list !== null;
}
