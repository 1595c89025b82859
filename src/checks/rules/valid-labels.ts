import { show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsOf } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { reportFaults } from '../schema-faults';

/** Labels, selectors and annotations follow the API server's rules. */
export const validLabels: Check = {
  id: 'valid-labels',
  summary: 'Labels, selectors and the keys of annotations have the form that Kubernetes takes.',
  why: 'The API server refuses a label with a space or a slash in its value, or with more than 63 characters.',
  fix: "Use letters, digits, '-', '_' and '.', 63 characters at most; longer text fits into an annotation.",
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: { team: web shop }
data:
  LOG_LEVEL: info
`,
    right: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: { team: web-shop }
data:
  LOG_LEVEL: info
`,
  },
  *run(input) {
    yield* reportFaults('wrong-label')(input);
    const found: Report[] = [];
    for (const object of input.objects) {
      addMetadataProblems(found, object, fieldsOf(object.manifest['metadata']), 'metadata');
    }
    for (const { object, spec } of objectIndex(input).services) {
      addLabelProblems(found, object, spec['selector'], 'spec.selector');
    }
    for (const { object, pod } of objectIndex(input).pods) {
      addLabelProblems(found, object, pod.spec['nodeSelector'], `${pod.specField}.nodeSelector`);
      // A Pod's own metadata is the object's.
      if (pod.path.length === 0) continue;
      addMetadataProblems(found, object, pod.metadata, pod.metadataField);
    }
    yield* found;
  },
};

function addMetadataProblems(
  found: Report[],
  object: CheckedObject,
  metadata: Fields,
  field: string,
): void {
  addLabelProblems(found, object, metadata['labels'], `${field}.labels`);
  for (const key in fieldsOf(metadata['annotations'])) {
    const problem = annotationKeyProblem(key);
    if (problem === undefined) continue;
    found.push({
      object,
      field: appendField(`${field}.annotations`, key),
      problem: `the key of an annotation ${problem}, got ${show(key)}`,
      fix: "Use a name, or a domain, '/' and a name, such as example.com/owner.",
    });
  }
}

function addLabelProblems(
  found: Report[],
  object: CheckedObject,
  labels: unknown,
  field: string,
): void {
  if (labels === undefined) return;
  const pairs = fieldsOf(labels);
  for (const key in pairs) {
    const value = pairs[key];
    const keyProblem = labelKeyProblem(key);
    const problem = typeof value === 'string' ? labelValueProblem(value) : undefined;
    if (keyProblem !== undefined) {
      found.push({
        object,
        field: appendField(field, key),
        problem: `the key of a label ${keyProblem}, got ${show(key)}`,
        fix: "Use a name, or a domain, '/' and a name, such as app.kubernetes.io/name.",
      });
    }
    if (problem !== undefined) {
      const got = `the value ${problem}, got ${show(String(value))}`;
      found.push({ object, field: appendField(field, key), problem: got });
    }
  }
}
