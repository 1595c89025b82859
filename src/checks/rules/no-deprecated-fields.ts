import {
  deprecatedAnnotations,
  deprecatedFields,
  deprecatedLabels,
  deprecatedPodFields,
  deprecatedVolumes,
  type Deprecation,
} from '../../facts/kubernetes/deprecated-fields';
import { minorOf } from '../../facts/kubernetes/minor';
import { appendField } from '../../manifest/field-path';
import { fieldsAt, itemsAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import { podTemplatesOf, type PodTemplate } from '../../manifest/relations';
import type { Check, CheckedObject } from '../check';
import { kindOf } from '../object-index';

/** No object uses what Kubernetes has deprecated. */
export const noDeprecatedFields: Check = {
  id: 'no-deprecated-fields',
  summary:
    'No object uses a field, an annotation or a label that the Kubernetes version has deprecated.',
  why: 'What is deprecated stops to work in a later version, often without a message: the API server keeps the field and nothing reads it any more.',
  fix: 'Use what took its place.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: web
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    const minor = minorOf(input.kubernetesVersion);
    for (const object of input.objects) {
      for (const { field, name, since, instead } of usesOf(object)) {
        if (since > minor) continue;
        yield {
          object,
          field,
          problem: `${name} is deprecated since Kubernetes 1.${since}`,
          fix: instead,
        };
      }
    }
  },
};

interface Use extends Deprecation {
  readonly field: string;
  readonly name: string;
}

function* usesOf(object: CheckedObject): Generator<Use> {
  const { manifest } = object;
  for (const { path, ...deprecation } of deprecatedFields.get(kindOf(object)) ?? []) {
    const value = at(manifest, ...path);
    if (value === undefined || value === null || value === '') continue;
    yield { ...deprecation, field: path.join('.'), name: path.join('.') };
  }
  yield* annotationUses(fieldsAt(manifest, 'metadata', 'annotations'), 'metadata', kindOf(object));
  for (const pod of podTemplatesOf(manifest)) yield* podUses(pod);
}

function* podUses(pod: PodTemplate): Generator<Use> {
  for (const [name, deprecation] of deprecatedPodFields) {
    // The API server writes both of them back, so both are no mistake of the author.
    if (pod.spec[name] === undefined || pod.spec[`${name}Name`] !== undefined) continue;
    yield { ...deprecation, field: `${pod.specField}.${name}`, name };
  }
  for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
    for (const name of Object.keys(item)) {
      const deprecation = deprecatedVolumes.get(name);
      const field = `${pod.specField}.volumes[${index}].${name}`;
      if (deprecation !== undefined) yield { ...deprecation, field, name: `the volume ${name}` };
    }
  }
  for (const name of Object.keys(fieldsAt(pod.spec, 'nodeSelector'))) {
    const deprecation = deprecatedLabels.get(name);
    if (deprecation === undefined) continue;
    const field = appendField(`${pod.specField}.nodeSelector`, name);
    yield { ...deprecation, field, name: `the label ${name}` };
  }
  // A Pod's own annotations were seen with the object's.
  if (pod.path.length === 0) return;
  const metadata = [...pod.path, 'metadata'].join('.');
  yield* annotationUses(fieldsAt(pod.metadata, 'annotations'), metadata, '/Pod');
}

function* annotationUses(
  annotations: Readonly<Record<string, unknown>>,
  metadata: string,
  kind: string,
): Generator<Use> {
  for (const name of Object.keys(annotations)) {
    const deprecation = deprecatedAnnotations.find(
      (one) => one.kinds.includes(kind) && (name === one.name || isPrefix(one.name, name)),
    );
    if (deprecation === undefined) continue;
    const field = appendField(`${metadata}.annotations`, name);
    yield { ...deprecation, field, name: `the annotation ${name}` };
  }
}

/** A name that ends in a slash stands for all that begin with it. */
function isPrefix(prefix: string, name: string): boolean {
  return prefix.endsWith('/') && name.startsWith(prefix);
}
