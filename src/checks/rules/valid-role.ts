import { closest } from '../../manifest/closest';
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
          const found = [...ruleProblems(item, kind), ...verbProblems(item)];
          for (const { from = [], ...one } of found) {
            const place = `rules[${index}]`;
            const field = `${place}.${one.field}`;
            if (isReported(input, object, field)) continue;
            yield { object, ...one, field, ...premises(from, place) };
          }
        }
      }
    }
  },
};

function premises(from: readonly string[], place: string): Pick<Report, 'from'> {
  return from.length === 0 ? {} : { from: from.map((key) => `${place}.${key}`) };
}

type Found = Omit<Report, 'object' | 'from'> & { readonly from?: readonly string[] };

const verbs =
  'get list watch create update patch delete deletecollection use bind escalate impersonate approve sign attest proxy head post put options *'.split(
    ' ',
  );

/** Words that people take for verbs of the API. */
const otherWords: Readonly<Record<string, string | undefined>> = {
  all: '*',
  edit: 'update',
  modify: 'update',
  read: 'get, list and watch',
  reads: 'get, list and watch',
  remove: 'delete',
  view: 'get, list and watch',
  write: 'create, update and patch',
};

/** An extension of the API may have verbs of its own, so this is no more than a hint. */
function* verbProblems({ verbs: own }: Fields): Generator<Found> {
  if (!Array.isArray(own)) return;
  for (const [index, verb] of (own as unknown[]).entries()) {
    if (typeof verb !== 'string' || verbs.includes(verb)) continue;
    const meant = otherWords[verb.toLowerCase()] ?? closest(verb, verbs);
    if (meant === undefined) continue;
    yield {
      field: `verbs[${index}]`,
      problem: `the API server knows no verb "${verb}", so the rule allows nothing by it`,
      fix: `Write ${meant} if you mean that.`,
      severity: 'warning',
    };
  }
}

function* ruleProblems(rule: Fields, kind: string): Generator<Found> {
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
  } else if (!isFilled(groups) && !isFilled(resources)) {
    const from = ['resources', 'apiGroups', 'nonResourceURLs'];
    const fix = 'Add apiGroups and resources, such as [""] and [pods].';
    yield { field: 'resources', problem: 'the rule says nothing of what it allows', fix, from };
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
