import { groupOf, refOf, type Manifest } from '../manifest/manifest';
import { outputPath } from './output-path';
import type { SynthesizedFile, SynthesizedObject } from './synthesis';

/**
 * How objects are spread over files.
 *
 * - `file-per-chart`: one file for each ManifestFile, named after it.
 * - `file-per-object`: one file for each object in its ManifestFile's folder, named like
 *   `shop_deployment.apps_nginx.yaml` (namespace, kind with its API group, name), and for each folder
 *   a `kustomization.yaml` that lists them in the order they apply cleanly.
 *
 * The files of a KubeKey cluster stay as they are in both, and in no `kustomization.yaml`: they are
 * for `kk`, not for `kubectl`.
 */
export type Layout = 'file-per-chart' | 'file-per-object';

/** The ways in which objects are spread over files. */
export const layouts: readonly Layout[] = ['file-per-chart', 'file-per-object'];

/** The files of an app, one for each object, with a `kustomization.yaml` for each folder. */
export function filePerObject(files: readonly SynthesizedFile[]): SynthesizedFile[] {
  const result: SynthesizedFile[] = [];
  const folders = new Map<string, { path: string; object: SynthesizedObject }[]>();
  for (const file of files) {
    if (file.setsUpCluster) {
      result.push(file);
      continue;
    }
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
    const listed = folders.get(folder) ?? [];
    folders.set(folder, listed);
    for (const object of file.objects) {
      const name = objectFileName(object.manifest);
      listed.push({ path: name, object });
      result.push({
        ...file,
        path: outputPath(name, folder || undefined),
        construct: object.construct.node.path,
        objects: [object],
      });
    }
  }
  for (const [folder, listed] of folders) {
    const [first] = listed;
    if (first === undefined) continue;
    const names = inApplyOrder(listed).map(({ path }) => path);
    result.push(
      kustomization(outputPath('kustomization.yaml', folder || undefined), names, first.object),
    );
  }
  return result;
}

/**
 * The file name of an object: its namespace if it has one, its kind, its name, joined by `_`, which
 * neither a namespace nor a kind can hold, so that no two objects share a name. A character that some
 * file system refuses or folds is written as `%` and its code.
 */
export function objectFileName(manifest: Manifest): string {
  const { apiVersion, kind, namespace, name } = refOf(manifest);
  const group = groupOf(apiVersion);
  const resource = (group === '' ? kind : `${kind}.${group}`).toLowerCase();
  const parts = [...(namespace === undefined ? [] : [namespace]), resource, name];
  return `${parts.map(safe).join('_')}.yaml`;
}

function safe(part: string): string {
  return part.replace(/[^a-z0-9._-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** Namespaces and CRDs of all files of a folder before the rest of them. */
function inApplyOrder<T extends { object: SynthesizedObject }>(listed: readonly T[]): T[] {
  const rank = ({ object }: T): number => {
    const { kind } = object.manifest;
    return kind === 'Namespace' ? 0 : kind === 'CustomResourceDefinition' ? 1 : 2;
  };
  return [...listed].sort((a, b) => rank(a) - rank(b));
}

function kustomization(
  path: string,
  resources: readonly string[],
  { construct }: SynthesizedObject,
): SynthesizedFile {
  const manifest: Manifest = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    // Without it, kustomize sorts by kind and loses the order.
    sortOptions: { order: 'fifo' },
    resources,
  };
  const root = construct.node.root;
  return {
    path,
    construct: root.node.path,
    objects: [{ manifest, construct: root, comments: [] }],
    reveal: undefined,
    cluster: undefined,
    setsUpCluster: false,
  };
}
