import { minorOf } from '../../facts/kubernetes/minor';
import { show } from '../../errors';
import { itemsOf, textOf, type ListItem } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import { dnsLabelProblem, portNameProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';

/** What is wrong with a name, as the end of a sentence; undefined where nothing is. */
type NameRule = (name: string) => string | undefined;

/** The names within a pod follow the API server's rules. */
export const validPodNames: Check = {
  id: 'valid-pod-names',
  summary:
    'Names of containers, volumes, ports and environment variables have the form that Kubernetes takes.',
  why: 'The API server refuses a container named with capitals or underscores, and a port name of more than 15 characters.',
  fix: "Use small letters, digits and '-': 63 characters at most, 15 in the name of a port.",
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: Web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  run(input) {
    const minor = minorOf(input.kubernetesVersion);
    const envRule: NameRule = (name) => envNameProblem(name, minor);
    const found: Report[] = [];
    for (const { object, pod } of objectIndex(input).pods) {
      for (const { container, ports, field } of pod.containers) {
        const problem = nameProblem(container, dnsLabelProblem);
        if (problem !== undefined) found.push({ object, field: `${field}.name`, problem });
        addProblems(found, object, ports, `${field}.ports`, portNameProblem);
        addProblems(found, object, itemsOf(container['env']), `${field}.env`, envRule);
      }
      const volumes = itemsOf(pod.spec['volumes']);
      addProblems(found, object, volumes, `${pod.specField}.volumes`, dnsLabelProblem);
    }
    return found;
  },
};

function addProblems(
  found: Report[],
  object: CheckedObject,
  items: readonly ListItem[],
  list: string,
  rule: NameRule,
): void {
  for (const { item, index } of items) {
    const problem = nameProblem(item, rule);
    if (problem === undefined) continue;
    const fix = list.endsWith('.env') ? 'Write a name such as LOG_LEVEL.' : undefined;
    found.push({ object, field: `${list}[${index}].name`, problem, ...(fix && { fix }) });
  }
}

/** A name that is missing, empty or no text is reported as such, where it is needed. */
function nameProblem(item: Fields, rule: NameRule): string | undefined {
  const name = textOf(item['name']);
  const problem = name === undefined ? undefined : rule(name);
  return name === undefined || problem === undefined ? undefined : `${problem}, got ${show(name)}`;
}

/** From 1.32 on the server takes all printable ASCII characters but `=`. */
function envNameProblem(name: string, minor: number): string | undefined {
  if (name === '') return 'must not be empty';
  if (minor >= 32) {
    return /^[ -<>-~]+$/.test(name)
      ? undefined
      : "must hold only printable ASCII characters other than '='";
  }
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)
    ? undefined
    : "must hold only letters, digits, '_', '-' and '.', and not begin with a digit";
}
