import { minorOf } from '../../facts/kubernetes/minor';
import { itemsAt } from '../../manifest/fields';
import { dnsLabelProblem, portNameProblem } from '../../manifest/names';
import type { PodTemplate } from '../../manifest/relations';
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
    const found: Report[] = [];
    for (const { object, pod } of objectIndex(input).pods) {
      addPodProblems(found, object, pod, minor);
    }
    return found;
  },
};

function addPodProblems(
  found: Report[],
  object: CheckedObject,
  pod: PodTemplate,
  minor: number,
): void {
  const add = (name: unknown, field: string, rule: NameRule, fix?: string): void => {
    // A name that is missing, empty or no text is reported as such, where it is needed.
    const problem = typeof name === 'string' && name !== '' ? rule(name) : undefined;
    if (problem === undefined) return;
    const got = `${problem}, got "${String(name)}"`;
    found.push({ object, field, problem: got, ...(fix === undefined ? {} : { fix }) });
  };
  const envRule: NameRule = (name) => envNameProblem(name, minor);
  for (const { container, field } of pod.containers) {
    add(container['name'], `${field}.name`, dnsLabelProblem);
    for (const { item, index } of itemsAt(container, 'ports')) {
      add(item['name'], `${field}.ports[${index}].name`, portNameProblem);
    }
    for (const { item, index } of itemsAt(container, 'env')) {
      const at = `${field}.env[${index}].name`;
      add(item['name'], at, envRule, 'Write a name such as LOG_LEVEL.');
    }
  }
  for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
    add(item['name'], `${pod.specField}.volumes[${index}].name`, dnsLabelProblem);
  }
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
