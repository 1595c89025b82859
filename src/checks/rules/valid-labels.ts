import { appendField } from '../../manifest/field-path';
import { fieldsAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem } from '../../manifest/names';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

type Found = Omit<Report, 'object'>;

/** Labels, selectors and annotations follow the API server's rules. */
export const validLabels: Check = {
  id: 'valid-labels',
  summary: 'Labels, selectors and the keys of annotations have the form that Kubernetes takes.',
  why: 'The API server refuses a label with a space or a slash in its value, or with more than 63 characters.',
  fix: "Use letters, digits, '-', '_' and '.', 63 characters at most; longer text fits into an annotation.",
  severity: 'error',
  *run(input) {
    for (const object of input.objects) {
      const { manifest } = object;
      for (const found of metadataProblems(manifest['metadata'], 'metadata'))
        yield { object, ...found };
      const selector = at(manifest, 'spec', 'selector', 'matchLabels');
      for (const found of labelProblems(selector, 'spec.selector.matchLabels'))
        yield { object, ...found };
      if (manifest.kind === 'Service' && manifest.apiVersion === 'v1') {
        const own = at(manifest, 'spec', 'selector');
        for (const found of labelProblems(own, 'spec.selector')) yield { object, ...found };
      }
    }
    for (const { object, pod } of objectIndex(input).pods) {
      const selector = pod.spec['nodeSelector'];
      if (selector !== undefined) {
        const field = `${pod.specField}.nodeSelector`;
        for (const found of labelProblems(selector, field)) yield { object, ...found };
      }
      // A Pod's own metadata is the object's.
      if (pod.path.length === 0) continue;
      const metadata = [...pod.path, 'metadata'].join('.');
      for (const found of metadataProblems(pod.metadata, metadata)) yield { object, ...found };
    }
  },
};

function* metadataProblems(metadata: unknown, field: string): Generator<Found> {
  yield* labelProblems(at(metadata, 'labels'), `${field}.labels`);
  for (const key of Object.keys(fieldsAt(metadata, 'annotations'))) {
    const problem = annotationKeyProblem(key);
    if (problem === undefined) continue;
    yield {
      field: appendField(`${field}.annotations`, key),
      problem: `the key of an annotation ${problem}, got "${key}"`,
      fix: "Use a name, or a domain, '/' and a name, such as example.com/owner.",
    };
  }
}

function* labelProblems(labels: unknown, field: string): Generator<Found> {
  const pairs = fieldsAt(labels);
  for (const key of Object.keys(pairs)) {
    const value = pairs[key];
    const keyProblem = labelKeyProblem(key);
    const problem = typeof value === 'string' ? labelValueProblem(value) : undefined;
    if (keyProblem === undefined && problem === undefined) continue;
    const here = appendField(field, key);
    if (keyProblem !== undefined) {
      yield {
        field: here,
        problem: `the key of a label ${keyProblem}, got "${key}"`,
        fix: "Use a name, or a domain, '/' and a name, such as app.kubernetes.io/name.",
      };
    }
    if (problem !== undefined)
      yield { field: here, problem: `the value ${problem}, got "${String(value)}"` };
  }
}
