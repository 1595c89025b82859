import type { FieldComment } from '../manifest/comment';
import type { Manifest } from '../manifest/manifest';
import { yamlChunks } from '../manifest/write';
import type { SynthesizedFile, SynthesizedObject } from './synthesis';

/**
 * The text of files as one YAML stream, in pieces, with the comments on their objects.
 *
 * @param manifests what is written for the files' objects, in their order: with secrets, or without
 */
export function fileText(
  files: readonly { readonly objects: readonly Pick<SynthesizedObject, 'comments'>[] }[],
  manifests: readonly Manifest[],
): Generator<string> {
  const comments = new Map<Manifest, readonly FieldComment[]>();
  let index = 0;
  for (const { objects } of files) {
    for (const object of objects) {
      const manifest = manifests[index];
      if (object.comments.length > 0 && manifest !== undefined) {
        comments.set(manifest, object.comments);
      }
      index += 1;
    }
  }
  return yamlChunks(manifests, { comments });
}

/** The objects of a file as they are written, secrets redacted. */
export function manifestsOf(file: SynthesizedFile): Manifest[] {
  return file.objects.map(({ manifest }) => manifest);
}
