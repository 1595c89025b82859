import { minorOf } from '../../facts/kubernetes/minor';
import { itemsAt } from '../../manifest/fields';
import { dnsLabelProblem, portNameProblem } from '../../manifest/names';
import { containersOf, type PodTemplate } from '../../manifest/relations';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

type Found = Omit<Report, 'object'>;

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
  *run(input) {
    const minor = minorOf(input.kubernetesVersion);
    for (const { object, pod } of objectIndex(input).pods) {
      for (const found of podProblems(pod, minor)) yield { object, ...found };
    }
  },
};

function* podProblems(pod: PodTemplate, minor: number): Generator<Found> {
  for (const { container, field } of containersOf(pod)) {
    yield* problemOf(container['name'], `${field}.name`, dnsLabelProblem);
    for (const { item, index } of itemsAt(container, 'ports')) {
      yield* problemOf(item['name'], `${field}.ports[${index}].name`, portNameProblem);
    }
    for (const { item, index } of itemsAt(container, 'env')) {
      const at = `${field}.env[${index}].name`;
      for (const found of problemOf(item['name'], at, (name) => envNameProblem(name, minor))) {
        yield { ...found, fix: 'Write a name such as LOG_LEVEL.' };
      }
    }
  }
  for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
    yield* problemOf(item['name'], `${pod.specField}.volumes[${index}].name`, dnsLabelProblem);
  }
}

function* problemOf(
  name: unknown,
  field: string,
  rule: (name: string) => string | undefined,
): Generator<Found> {
  // A name that is missing, or no text, is reported by its type.
  if (typeof name !== 'string') return;
  const problem = rule(name);
  if (problem !== undefined) yield { field, problem: `${problem}, got "${name}"` };
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
