import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { throwProblems, type Problem } from '../errors';
import type { Kinds } from '../facts/kubernetes/api/kinds.generated';
import { fieldsAt } from '../manifest/fields';
import { lateProblems } from '../manifest/literal';
import type { Fields } from '../manifest/manifest';
import { formProblem, givenProps } from '../manifest/props';
import { metadataProblems } from './metadata-problems';
import { placeOf, valueProblem } from './place';

/**
 * A built-in object, typed by its `apiVersion` and `kind`: all kinds that Kubernetes 1.36 serves, with
 * the names of the API, without `status`. `metadata.name` is the construct's id if it is left out. One of
 * them alone is `kube.Kinds['v1 ConfigMap']`.
 */
export type KubeObjectProps = {
  [K in keyof Kinds]: Kinds[K] & Required<Pick<Kinds[K], 'apiVersion' | 'kind'>>;
}[keyof Kinds];

/**
 * Any built-in object that has no construct of its own here, such as a ConfigMap.
 *
 * Writes the fields as they are given. For custom resources, and kinds that only older versions of
 * Kubernetes serve, use cdk8s' own `ApiObject`.
 *
 * @example
 * new KubeObject(file, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { LOG: 'info' } });
 */
export class KubeObject extends ApiObject {
  /** @throws GroundworkError with everything in the metadata that Kubernetes would refuse */
  constructor(scope: Construct, id: string, props: KubeObjectProps) {
    const path = placeOf(scope, id);
    const { apiVersion, kind, metadata: said = {} } = givenProps(path, props);
    throwProblems(misshapen(path, { apiVersion, kind, metadata: said }), new.target);
    const metadata = { ...said, name: said.name ?? id };
    throwProblems(
      [
        ...lateProblems(path, { metadata: said }, ['metadata']),
        ...lateProblems(path, said, ['labels', 'annotations']),
        ...metadataProblems(path, apiVersion, kind, metadata),
        ...valueProblem(
          path,
          'metadata.generateName',
          said.generateName === undefined
            ? undefined
            : 'must be left out: a manifest names its object',
          said.generateName,
          'Give metadata.name, or leave it to the id of the construct.',
        ),
      ],
      new.target,
    );
    super(scope, id, { ...props, metadata: metadata });
  }
}

/** What has another form can't be looked into: programs in JavaScript can write anything. */
function misshapen(path: string, said: Fields): readonly Problem[] {
  const { labels = {}, annotations = {} } = fieldsAt(said, 'metadata');
  const all: Fields = { ...said, labels, annotations };
  return Object.entries(forms).flatMap(([field, example]) => {
    const problem = formProblem(field, all[field], example);
    return problem === undefined ? [] : [{ path, ...problem }];
  });
}

const forms = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', labels: { app: 'nginx' } },
  labels: { app: 'nginx' },
  annotations: { 'example.com/note': 'text' },
};
