import { describe, refOf, type ObjectRef } from '../manifest/manifest';
import type { SynthesizedFile } from './synthesis';
import type { FileContent } from './write-files';

/**
 * What cdk8s-cli's validation plug-ins read: which construct an object is of, by the name that
 * `resourceNames` gives it. Objects that no name tells apart are left out rather than taken for another.
 */
export function constructMetadata(files: readonly SynthesizedFile[]): FileContent {
  const objects = files.flatMap((file) => file.objects);
  const nameOf = resourceNames(objects.map(({ manifest }) => refOf(manifest)));
  const paths = new Map<string, string | undefined>();
  for (const { manifest, construct } of objects) {
    const name = nameOf(refOf(manifest));
    paths.set(name, paths.has(name) ? undefined : construct.node.path);
  }
  const resources = Object.fromEntries(
    [...paths].flatMap(([name, path]) => (path === undefined ? [] : [[name, { path }]])),
  );
  const text = JSON.stringify({ version: '1.0.0', resources });
  return { path: 'construct-metadata.json', text: [text], secret: false };
}

/**
 * How objects are called towards cdk8s-cli, which looks up their constructs by name alone: by the name,
 * or with kind and namespace where several objects have it.
 */
export function resourceNames(refs: readonly ObjectRef[]): (ref: ObjectRef) => string {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of refs) (once.has(name) ? shared : once).add(name);
  return (ref) => (shared.has(ref.name) ? describe(ref) : ref.name);
}
