import { Composer, type CST, type Document, Parser, Schema } from 'yaml';
import type { ReadProblem, SourceText } from './source-text';
import { maxDepth, syntaxProblems, tab, tooDeep } from './syntax-problem';
import { tabLines } from './tab-lines';

/** The documents of a text that are well formed, and what is wrong with the others. */
export interface ParsedText {
  /** The documents, in the order of the text. Their scalars are all text: nothing is resolved yet. */
  readonly documents: readonly Document.Parsed[];
  /** Problems of the YAML itself, in the order of the text. */
  readonly problems: readonly ReadProblem[];
}

/** Parses YAML (and so JSON) into documents of nodes. Takes linear time, and never throws. */
export function parseDocuments(source: SourceText): ParsedText {
  const documents: Document.Parsed[] = [];
  const problems: ReadProblem[] = [];
  // One schema for all documents: by default the composer makes one a document. Scalars stay text,
  // so `uniqueKeys`, which takes quadratic time, is left to the one who resolves them.
  const composer = new Composer({
    schema: new Schema({ schema: 'failsafe' }) as never,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const token of new Parser().parse(source.text)) {
    // The composer recurses: what is too deep for its stack must not reach it.
    const deep = token.type === 'document' ? tooDeepAt(token) : undefined;
    if (deep !== undefined) problems.push(source.problem(deep, tooDeep));
    const done = deep === undefined ? composer.next(token) : composer.end();
    documents.push(...done);
  }
  documents.push(...composer.end());
  for (const { errors } of [...documents, composer.streamInfo()]) {
    for (const problem of syntaxProblems(errors, source)) problems.push(problem);
  }
  for (const offset of tabLines(documents, source.text)) problems.push(source.problem(offset, tab));
  return { documents: documents.filter(({ errors }) => errors.length === 0), problems };
}

/** Where a document goes deeper than is allowed, or undefined. */
function tooDeepAt(document: CST.Document): number | undefined {
  const waiting: [CST.Token, number][] = document.value === undefined ? [] : [[document.value, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [token, depth] = next;
    if (!('items' in token)) continue;
    if (depth > maxDepth) return token.offset;
    for (const { key, value } of token.items) {
      if (key) waiting.push([key, depth + 1]);
      if (value) waiting.push([value, depth + 1]);
    }
  }
  return undefined;
}
