import { checkReadObjects } from '../app/check-read-objects';
import type { CheckResult } from '../checks/check-manifests';
import { GroundworkError, type Problem } from '../errors';
import { parseField } from '../manifest/field-path';
import { isKubeKeyCluster, kubeKeyClusterOf } from '../manifest/kubekey-cluster';
import { mergeKubeKeyDocuments } from '../manifest/kubekey-documents';
import { readKubeKeyFields } from '../manifest/kubekey-reading';
import { at, type Manifest } from '../manifest/manifest';
import type { ReadObject } from '../manifest/read-object';
import { fileProps } from './file-props';
import { kubeSphereOf } from './file-kube-sphere';
import type { KubeKeyClusterProps } from './kube-key-cluster-props';

/** A file for kk 3 that a person wrote, as kk 3 reads it. */
export interface KubeKeyFile {
  /** The same as arguments of `KubeKeyCluster`; to be used only where there are no refusals. */
  readonly props: KubeKeyClusterProps;
  /** What kk would ignore, change or fail at, by the checks; without what is among the refusals. */
  readonly findings: CheckResult['findings'];
  /** What kk stops at before it does anything, and what the construct can't take over. */
  readonly refusals: readonly Problem[];
}

/** The check whose findings kk refuses a file for. */
const decoding = 'kubekey-valid-types';

/** The checks that look at how a document is written; the others look at what all of them make together. */
const perDocument = [decoding, 'kubekey-known-fields', 'kubekey-one-cluster-per-file'];

/**
 * Reads the objects of one file as kk 3 does: keys in any letters, all documents of the kind `Cluster`
 * merged, ranges expanded, a second document of KubeSphere taken for its settings.
 *
 * @param file path of the file, for messages
 * @throws GroundworkError where there is no Cluster among the objects
 */
export function readKubeKeyFile(file: string, objects: readonly ReadObject[]): KubeKeyFile {
  const documents = objects.filter(({ manifest }) => manifest.kind === 'Cluster');
  const merged = mergeKubeKeyDocuments(documents.map(({ manifest }) => manifest));
  const [first] = documents;
  if (merged === undefined || first === undefined) {
    throw new GroundworkError({
      path: file,
      problem: 'the file holds no object of the kind Cluster, which is what kk 3 reads',
      fix: 'Name a file that "kk create config" of kk 3 wrote, or one like it.',
    });
  }
  const placeOf = placesIn(documents, first);
  const kubeSphere = kubeSphereOf(objects);
  const { props, problems } = fileProps(kubeKeyClusterOf(merged));
  const all = findingsOf(objects, documents, merged, placeOf);
  const refused = all
    .filter(({ check }) => check === decoding)
    .map(({ field, origin, problem, fix }) => ({
      path: 'file' in origin ? `${origin.file}:${origin.line}:${origin.column}` : file,
      problem: `${field} ${problem}`,
      fix,
    }));
  const notTaken = problems.map((problem) => ({ ...problem, path: pathOf(placeOf(problem.path)) }));
  return {
    props: { ...props, ...kubeSphere.props },
    findings: all.filter(({ check }) => check !== decoding),
    refusals: [...refused, ...notTaken, ...kubeSphere.refusals],
  };
}

type Place = ReturnType<ReadObject['position']>;

/** Where a field of the merged Cluster was written: in the last document that has it. */
function placesIn(
  documents: readonly ReadObject[],
  fallback: ReadObject,
): (field: string) => Place {
  const readings = documents.map((object) => ({
    object,
    ...readKubeKeyFields(object.manifest),
  }));
  return (field) => {
    const steps = parseField(field) ?? [];
    const last = readings.findLast(({ fields }) => at(fields, ...steps) !== undefined);
    return last === undefined
      ? fallback.position()
      : last.object.position(last.writtenField(field));
  };
}

function pathOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function findingsOf(
  objects: readonly ReadObject[],
  documents: readonly ReadObject[],
  merged: Manifest,
  placeOf: (field: string) => Place,
): CheckResult['findings'] {
  const others = objects.filter((object) => !documents.includes(object));
  const read = (clusters: readonly CheckableObject[]): CheckResult['findings'] =>
    checkReadObjects([...clusters.map(asKubeKey), ...others]).findings.filter(isOfKubeKey);
  const written = read(documents);
  if (documents.length === 1) return written;
  const whole = { manifest: merged, position: (field = '') => placeOf(field) };
  return [
    ...written.filter(({ check }) => perDocument.includes(check)),
    ...read([whole]).filter(({ check }) => !perDocument.includes(check)),
  ];
}

type CheckableObject = Pick<ReadObject, 'manifest' | 'position'>;

/** kk never looks at the API version of a Cluster; the checks do. */
function asKubeKey(object: CheckableObject): CheckableObject {
  if (isKubeKeyCluster(object.manifest)) return object;
  const manifest = { ...object.manifest, apiVersion: 'kubekey.kubesphere.io/v1alpha2' };
  return { manifest, position: (field) => object.position(field) };
}

function isOfKubeKey({ check }: { readonly check: string }): boolean {
  return check.startsWith('kubekey-');
}
