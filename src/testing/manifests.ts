import { GroundworkError, show, throwProblems } from '../errors';
import { labelsAt } from '../manifest/fields';
import { recordOf, text } from '../manifest/form';
import { at, describe, refOf, type Manifest } from '../manifest/manifest';
import { podTemplatesOf } from '../manifest/relations';
import { FoundObject } from './found-object';
import { subjectOf, type SubjectFile, type Testable } from './subject';

/** Which of several objects of one kind and name is meant. */
export interface GetOptions {
  /**
   * Namespace of the object.
   *
   * @default - any namespace, or none
   */
  readonly namespace?: string;
}

const optionsForm = recordOf({ namespace: text });

/**
 * The objects that an app, a chart or a list of manifests makes, to ask and assert things of: for tests
 * of any runner.
 *
 * @example
 * const manifests = Manifests.of(app);
 * manifests.get('Deployment', 'nginx').toContain({ spec: { replicas: 2 } });
 * expect(manifests.count('Service')).toBe(1);
 */
export class Manifests {
  /**
   * The objects that something makes. Nothing is checked: that is `toHaveNoFindings`.
   *
   * @throws GroundworkError where it is neither an app, a chart nor a list of manifests
   */
  static of(tested: Testable): Manifests {
    return new Manifests(subjectOf(tested, 'Manifests.of').files);
  }

  private readonly files: readonly SubjectFile[];

  private constructor(files: readonly SubjectFile[]) {
    this.files = files;
  }

  /** All objects of a kind, in the order of the files. */
  all(kind: string): readonly FoundObject[] {
    return this.objects()
      .filter((manifest) => manifest.kind === kind)
      .map((manifest) => new FoundObject(manifest));
  }

  /** How many objects of a kind there are. */
  count(kind: string): number {
    return this.all(kind).length;
  }

  /**
   * The one object of a kind and a name.
   *
   * @throws GroundworkError where there is none, naming what there is, and where there are several
   */
  get(kind: string, name: string, options: GetOptions = {}): FoundObject {
    throwProblems(optionsForm(options, 'options'));
    const { namespace } = options;
    const all = this.all(kind);
    const found = all.filter(({ manifest }) => {
      const ref = refOf(manifest);
      return ref.name === name && (namespace === undefined || ref.namespace === namespace);
    });
    const [first] = found;
    if (first !== undefined && found.length === 1) return first;
    const path = describe({ apiVersion: '', kind, name, ...options });
    if (first === undefined) throw notFound(path, kind, all, this.objects());
    const places = this.files
      .filter(({ objects }) => objects.some((it) => found.some((f) => f.manifest === it.manifest)))
      .map((file) => file.path);
    throw new GroundworkError({
      path,
      problem: `there are ${found.length} objects of this kind and name, in ${places.join(', ')}`,
      fix: 'Ask the chart of one file: Manifests.of(chart). Or name the namespace: { namespace }.',
    });
  }

  /**
   * The pods that a Service sends requests to: for each workload whose pods it selects, its pod
   * template, with `metadata` and `spec`. Empty where it selects none.
   *
   * @param service name of the Service
   * @throws GroundworkError where there is no such Service, or several
   */
  podsOf(service: string, options: GetOptions = {}): readonly FoundObject[] {
    const { manifest } = this.get('Service', service, options);
    const selector = Object.entries(labelsAt(at(manifest, 'spec'), 'selector'));
    const namespaceOf = (it: Manifest): string => refOf(it).namespace ?? 'default';
    if (selector.length === 0) return [];
    return this.files
      .filter((file) => file.cluster === this.clusterOf(manifest))
      .flatMap(({ objects }) => objects.map((object) => object.manifest))
      .filter((it) => namespaceOf(it) === namespaceOf(manifest))
      .flatMap((it) =>
        podTemplatesOf(it)
          .filter(({ labels }) => selector.every(([key, value]) => labels[key] === value))
          .map(({ path }) => new FoundObject(it, path)),
      );
  }

  private objects(): readonly Manifest[] {
    return this.files.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  }

  private clusterOf(manifest: Manifest): SubjectFile['cluster'] {
    return this.files.find(({ objects }) => objects.some((it) => it.manifest === manifest))
      ?.cluster;
  }
}

function notFound(
  path: string,
  kind: string,
  ofKind: readonly FoundObject[],
  all: readonly Manifest[],
): GroundworkError {
  const names = ofKind.map(({ manifest }) => describe(refOf(manifest)));
  const kinds = [...new Set(all.map((manifest) => manifest.kind))];
  return new GroundworkError({
    path,
    problem:
      ofKind.length > 0
        ? 'there is no object of this kind and name'
        : `there is no object of the kind ${show(kind)}`,
    fix:
      ofKind.length > 0
        ? `There are: ${names.join(', ')}.`
        : `There are: ${kinds.join(', ') || 'no objects at all'}.`,
  });
}
