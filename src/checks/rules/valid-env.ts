import { show } from '../../errors';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { closest } from '../../manifest/closest';
import type { Fields } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { divisorProblems } from '../resource-divisor';

/** An environment variable has one source, and one that exists. */
export const validEnv: Check = {
  id: 'valid-env',
  summary: 'An environment variable has one source, and a field of the pod that can be one.',
  why: 'The API server refuses a variable with a value and a valueFrom, with a valueFrom of none or several sources, and with a fieldPath that it does not offer.',
  fix: 'Leave one source.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      env:
        - name: NODE
          value: node1
          valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      env:
        - name: NODE
          valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
`,
  },
  *run(input) {
    for (const { object, container, field } of objectIndex(input).containersWith('env')) {
      for (const { item, index } of itemsAt(container, 'env')) {
        if (item['valueFrom'] === undefined || item['valueFrom'] === null) continue;
        for (const found of sourceProblems(item, `${field}.env[${index}]`)) {
          yield { object, ...found };
        }
      }
    }
    for (const { object, container, field } of objectIndex(input).containersWith('envFrom')) {
      for (const { item, index } of itemsAt(container, 'envFrom')) {
        const keys = Object.keys(item).filter((key) => item[key] !== null && key !== 'prefix');
        const own = keys.filter((key) => key === 'configMapRef' || key === 'secretRef');
        // An unknown source is reported as such.
        if (own.length === 1 || own.length < keys.length) continue;
        yield {
          object,
          field: `${field}.envFrom[${index}]`,
          problem: `must have one source, got ${own.length === 0 ? 'none' : own.join(' and ')}`,
          fix: 'Write configMapRef or secretRef, each in an item of its own.',
          from: ['configMapRef', 'secretRef'].map((key) => `${field}.envFrom[${index}].${key}`),
        };
      }
    }
  },
};

const sources = ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'];

const paths = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

function* sourceProblems(variable: Fields, field: string): Generator<Omit<Report, 'object'>> {
  if (textAt(variable, 'value') !== undefined) {
    yield {
      field: `${field}.valueFrom`,
      problem: 'value and valueFrom may not both be set',
      fix: 'Leave one of the two.',
    };
  }
  const from = fieldsAt(variable, 'valueFrom');
  const keys = Object.keys(from).filter((key) => from[key] !== null && from[key] !== undefined);
  // A valueFrom that is no mapping, and an unknown source, are reported as such.
  if (variable['valueFrom'] !== from || keys.some((key) => !sources.includes(key))) return;
  if (keys.length !== 1) {
    yield {
      field: `${field}.valueFrom`,
      problem: `must have one source, got ${keys.length === 0 ? 'none' : keys.join(' and ')}`,
      fix: `Write one of ${sources.join(', ')}.`,
    };
  }
  yield* divisorProblems(from, `${field}.valueFrom`);
  const path = textAt(from, 'fieldRef', 'fieldPath');
  if (path === undefined || paths.includes(path)) return;
  if (/^metadata\.(labels|annotations)\['[^']+'\]$/.test(path)) return;
  const meant = closest(path, paths);
  yield {
    field: `${field}.valueFrom.fieldRef.fieldPath`,
    problem: `no such field can be taken from a pod, got ${show(path)}`,
    fix:
      meant === undefined
        ? `Write one of ${paths.join(', ')}, or metadata.labels['key'] or metadata.annotations['key'].`
        : `Write ${meant}.`,
  };
}
