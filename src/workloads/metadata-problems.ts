import { show, type Problem } from '../errors';
import { isClusterScoped } from '../facts/kubernetes/cluster-scoped';
import {
  annotationKeyProblem,
  dnsLabelProblem,
  labelKeyProblem,
  labelValueProblem,
  objectNameProblem,
} from '../manifest/names';
import { isLiteralFields, isResolvedLater } from '../manifest/literal';
import { valueProblem } from './place';

/** What the metadata of an object says, as far as there are rules for it. */
export interface SaidMetadata {
  /** Name of the object. */
  readonly name?: unknown;
  /** Namespace of the object. */
  readonly namespace?: unknown;
  /** Labels of the object. */
  readonly labels?: unknown;
  /** Annotations of the object. */
  readonly annotations?: unknown;
}

/** What the API server would refuse in the metadata of an object. Values known only at synth pass. */
export function metadataProblems(
  path: string,
  apiVersion: string,
  kind: string,
  { name, namespace, labels, annotations }: SaidMetadata,
): Problem[] {
  return [
    ...nameProblems(path, apiVersion, kind, name),
    ...namespaceProblems(path, apiVersion, kind, namespace),
    ...labelProblems(path, 'labels', labels),
    ...annotationProblems(path, 'annotations', annotations),
  ];
}

function nameProblems(path: string, apiVersion: string, kind: string, name: unknown): Problem[] {
  const rule = isResolvedLater(name) ? undefined : objectNameProblem(apiVersion, kind, name);
  if (rule === undefined) return [];
  const fix = `Choose another name for this ${kind}, such as ${show(suggestion(name))}; without a \`name\` it is the construct's id.`;
  return valueProblem(path, 'name', rule, name, fix);
}

function namespaceProblems(
  path: string,
  apiVersion: string,
  kind: string,
  namespace: unknown,
): Problem[] {
  if (namespace === undefined || isResolvedLater(namespace)) return [];
  if (isClusterScoped(apiVersion, kind) === true) {
    const rule = `must be left out for a ${kind}, which belongs to the whole cluster`;
    return valueProblem(path, 'namespace', rule, namespace, 'Remove it.');
  }
  const fix = 'Give the name of a namespace, such as "default".';
  return valueProblem(path, 'namespace', dnsLabelProblem(namespace), namespace, fix);
}

/** What the API server would refuse in labels: `field` says what the author calls them. */
export function labelProblems(path: string, field: string, labels: unknown): Problem[] {
  return entriesOf(labels).flatMap(([key, value]) => [
    ...valueProblem(
      path,
      `a key of ${field}`,
      labelKeyProblem(key),
      key,
      'Write keys such as "app" or "app.kubernetes.io/name".',
    ),
    ...(isResolvedLater(value)
      ? []
      : valueProblem(
          path,
          `${field}[${key}]`,
          labelValueProblem(value),
          value,
          typeof value === 'string'
            ? 'Choose another value, or use an annotation: those take any text.'
            : 'Put the value in quotes.',
        )),
  ]);
}

/** What the API server would refuse in annotations: `field` says what the author calls them. */
export function annotationProblems(path: string, field: string, annotations: unknown): Problem[] {
  return entriesOf(annotations).flatMap(([key, value]) => [
    ...valueProblem(
      path,
      `a key of ${field}`,
      annotationKeyProblem(key),
      key,
      'Write keys such as "example.com/note".',
    ),
    ...(typeof value === 'string' || isResolvedLater(value)
      ? []
      : valueProblem(path, `${field}[${key}]`, 'must be text', value, 'Put the value in quotes.')),
  ]);
}

function entriesOf(labels: unknown): [string, unknown][] {
  if (!isLiteralFields(labels)) return [];
  // cdk8s writes no undefined and no null, so there is nothing to judge.
  return Object.entries(labels).filter(([, value]) => value !== undefined && value !== null);
}

/** A name near to the given one that every kind takes. */
function suggestion(name: unknown): string {
  const text = String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 52)
    .replace(/-+$/, '');
  return text === '' || typeof name !== 'string' ? 'my-app' : text;
}
