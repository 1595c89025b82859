import { throwProblems } from '../errors';
import { commentTree, type FieldComment } from './comment';
import { recordOf, wrong, type Form } from './form';
import { describe, isManifest, refOf, type Manifest } from './manifest';
import { allNotPlain, kindOf } from './plain-data';
import { deepestBlock, YamlWriter } from './yaml-writer';

/** What goes into the text besides the documents themselves. */
export interface WriteOptions {
  /**
   * Comments of each document, by the very object that is written.
   *
   * @default - no comments
   */
  readonly comments?: ReadonlyMap<Manifest, readonly FieldComment[]>;
}

const documentsForm: Form = (value, path) =>
  Array.isArray(value)
    ? []
    : wrong(path, `must be a list, got ${kindOf(value)}`, 'Write it in brackets: [manifest].');

const optionsForm = recordOf({
  comments: (value, path) =>
    value instanceof Map
      ? []
      : wrong(
          path,
          `must be a Map, got ${kindOf(value)}`,
          'Write new Map([[manifest, comments]]).',
        ),
});

/** How many characters a chunk has at least, but for the last one. */
const chunkLength = 16_384;

/**
 * Writes manifests as one YAML stream: block style, two spaces, `---` between documents, keys in the
 * order that they have.
 *
 * Text stands bare where YAML 1.1, YAML 1.2 and Go's and Python's readers all take it for that text,
 * else in double quotes, or in a block where it has several lines. Lines are never folded, and there
 * are no anchors: an object that stands in two places is written twice. Fields that are undefined are
 * left out; null is written.
 *
 * @param manifests the documents, as plain data
 * @throws GroundworkError with everything that YAML can't say, and every comment on a field that isn't
 * there, of all manifests
 */
export function writeYaml(manifests: readonly Manifest[], options: WriteOptions = {}): string {
  return [...yamlChunks(manifests, options)].join('');
}

/**
 * The text of `writeYaml` in pieces of some ten thousand characters, in order, for files that would
 * not fit into one string.
 *
 * @throws GroundworkError as `writeYaml` does, as soon as it comes to the first wrong manifest
 */
export function* yamlChunks(
  manifests: readonly Manifest[],
  options: WriteOptions = {},
): Generator<string, void, undefined> {
  throwProblems(
    [...documentsForm(manifests, 'manifests'), ...optionsForm(options, 'options')],
    yamlChunks,
  );
  const { comments } = options;
  if (comments !== undefined) checkComments(manifests, comments);
  const writer = new YamlWriter();
  for (const [position, manifest] of manifests.entries()) {
    if (position > 0) writer.text += '---\n';
    const own = comments?.get(manifest);
    const tree = own && commentTree(manifest, own, '', deepestBlock).tree;
    if (!writer.document(manifest, tree)) {
      throwProblems(allNotPlain(manifests, position));
      throw new Error(`document ${position + 1} changed while it was written`);
    }
    if (writer.text.length > chunkLength) yield writer.take();
  }
  const rest = writer.take();
  if (rest !== '') yield rest;
}

/** All comments before anything is written, and what isn't plain data with them. */
function checkComments(
  manifests: readonly Manifest[],
  comments: ReadonlyMap<Manifest, readonly FieldComment[]>,
): void {
  const problems = manifests.flatMap((manifest, position) => {
    const own = comments.get(manifest);
    if (own === undefined) return [];
    const where = isManifest(manifest) ? describe(refOf(manifest)) : `document ${position + 1}`;
    return commentTree(manifest, own, where, deepestBlock).problems;
  });
  if (problems.length > 0) throwProblems([...problems, ...allNotPlain(manifests, 0)]);
}
