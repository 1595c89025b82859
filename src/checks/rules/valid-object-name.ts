import { isBuiltInGroup } from '../../facts/kubernetes/served';
import { minorOf } from '../../facts/kubernetes/minor';
import { fieldsOf } from '../../manifest/fields';
import { show } from '../../errors';
import { at, groupOf } from '../../manifest/manifest';
import { dnsLabelProblem, nameRule } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { customKinds } from '../custom-kinds';
import { objectIndex } from '../object-index';

/** Each object has a name that its kind takes. */
export const validObjectName: Check = {
  id: 'valid-object-name',
  summary: 'The name and the namespace of an object follow the rule of its kind.',
  why: 'The API server refuses a name with capitals, underscores or too many characters; which ones depends on the kind.',
  fix: "Use small letters, digits and '-', no more of them than the kind allows.",
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: Web_Config
data:
  LOG_LEVEL: info
`,
    right: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
data:
  LOG_LEVEL: info
`,
  },
  *run(input) {
    for (const { apiVersion, group, kind, objects } of objectIndex(input).kinds) {
      // What is no object of the cluster, such as a KubeKey config or a List, may have no name.
      if (kind.endsWith('List')) continue;
      if (!isBuiltInGroup(group) && !customKinds(input).has(`${apiVersion} ${kind}`)) continue;
      // From 1.36 on a Service may have any DNS label as its name.
      const isRelaxed =
        kind === 'Service' && group === '' && minorOf(input.kubernetesVersion) >= 36;
      const problemOf = isRelaxed ? dnsLabelProblem : nameRule(apiVersion, kind);
      for (const object of objects) {
        const { name, namespace } = fieldsOf(object.manifest['metadata']);
        // Nearly all names are right, which is soon seen.
        const isPlaced =
          namespace === undefined || namespace === '' || dnsLabelProblem(namespace) === undefined;
        if (isPlaced && problemOf(name) === undefined) continue;
        for (const found of nameProblems(object, problemOf)) yield { object, ...found };
      }
    }
  },
};

function* nameProblems(
  object: CheckedObject,
  problemOf: (name: unknown) => string | undefined,
): Generator<Omit<Report, 'object'>> {
  const { manifest } = object;
  const group = groupOf(manifest.apiVersion);
  const name = at(manifest, 'metadata', 'name') ?? undefined;
  const prefix = at(manifest, 'metadata', 'generateName') ?? undefined;
  if ((name === undefined || name === '') && typeof prefix === 'string' && prefix !== '') {
    // The server adds letters and digits, and cuts what is too long before them.
    const kept = prefix.slice(0, 40).replace(/(.)[-.]+$/, '$1');
    const problem = problemOf(kept);
    if (problem === undefined) return;
    yield { field: 'metadata.generateName', problem: `${problem}, got ${show(prefix)}` };
  } else if (name === undefined) {
    if ((prefix !== undefined && prefix !== '') || isUnnamed(group)) return;
    const fix = 'Write metadata.name.';
    // What is no object of the cluster may have none.
    const from = ['apiVersion', 'kind', 'metadata'];
    yield { field: 'metadata.name', problem: 'the object has no name', fix, from };
  } else if (typeof name === 'string') {
    const problem = problemOf(name);
    if (problem !== undefined) {
      const better = suggestions(name).find((one) => problemOf(one) === undefined);
      const fix = better === undefined ? undefined : `Write a name such as ${better}.`;
      yield {
        field: 'metadata.name',
        problem: `${problem}, got ${show(name)}`,
        // Each kind has its own rule.
        from: ['apiVersion', 'kind'],
        ...(fix === undefined ? {} : { fix }),
      };
    }
  }
  const namespace = at(manifest, 'metadata', 'namespace') ?? undefined;
  if (typeof namespace !== 'string' || namespace === '') return;
  const problem = dnsLabelProblem(namespace);
  if (problem !== undefined) {
    yield { field: 'metadata.namespace', problem: `${problem}, got ${show(namespace)}` };
  }
}

/** Reviews and token requests are questions to the server: they are not stored, so they have no name. */
function isUnnamed(group: string): boolean {
  return group === 'authorization.k8s.io' || group === 'authentication.k8s.io';
}

/** Names that are much like one that is wrong: with dots and without. */
function suggestions(name: string): string[] {
  if (name.length > 300) return [];
  const better = name
    .toLowerCase()
    .replace(/[\s_/]+/g, '-')
    .replace(/[^a-z0-9.-]/g, '')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return [better, better.replace(/\.+/g, '-')];
}
