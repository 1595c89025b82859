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
  const comments = files.flatMap(({ objects }) => objects.map((object) => object.comments));
  const entries = manifests.map((manifest, index): [Manifest, readonly FieldComment[]] => [
    manifest,
    comments[index] ?? [],
  ]);
  return yamlChunks(manifests, {
    comments: new Map(entries.filter(([, own]) => own.length > 0)),
  });
}

/** The objects of a file as they are written, secrets redacted. */
export function manifestsOf(file: SynthesizedFile): Manifest[] {
  return file.objects.map(({ manifest }) => manifest);
}
