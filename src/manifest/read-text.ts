import { show } from '../errors';
import { DocumentPlaces } from './document-places';
import type { FieldStep } from './field-path';
import { at, type Fields, isFields, isManifest } from './manifest';
import { indentQuotes } from './outdented-quotes';
import { parseDocuments, type ParsedText } from './parse-documents';
import { ReadObject } from './read-object';
import { DocumentResolver } from './resolve-document';
import { type Complaint, type ReadProblem, SourceText } from './source-text';

/** What was read: the objects in their order, and everything that could not be read. */
export interface ReadResult {
  /** The Kubernetes objects, in the order they were written; the items of a List each on their own. */
  readonly objects: readonly ReadObject[];
  /** What could not be read, all of it. The rest was read all the same. */
  readonly problems: readonly ReadProblem[];
}

/** Characters that no YAML may hold; a carriage return is fine only before a line feed. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff\ufeff]|\r(?!\n)/;

/** Reads the objects of a text: see `readManifests`, which loads this file when it is first called. */
export function readText(text: string, file: string): ReadResult {
  const written = new SourceText(text, file);
  const bad = forbidden.exec(written.text);
  if (bad !== null) {
    return { objects: [], problems: [written.problem(bad.index, forbiddenCharacter(bad[0]))] };
  }
  const { source, documents, problems } = parse(written);
  const resolver = new DocumentResolver(source);
  const objects: ReadObject[] = [];
  const found: ReadProblem[] = [...problems];
  for (const { contents } of documents) {
    if (contents === null) continue;
    const { value, problems } = resolver.resolve(contents);
    for (const problem of problems) found.push(problem);
    if (problems.length > 0 || value === null) continue;
    const places = new DocumentPlaces(contents, source, resolver.targets);
    collect({ value, steps: [] }, places, objects, found);
  }
  return { objects, problems: inOrder(found) };
}

interface Parsed extends ParsedText {
  /** The text that the offsets of the documents are in. */
  readonly source: SourceText;
}

function parse(written: SourceText): Parsed {
  const parsed = parseDocuments(written);
  if (parsed.problems.length > 0) {
    const text = indentQuotes(written.text);
    if (text !== written.text) {
      const source = new SourceText(text, written.file);
      const again = parseDocuments(source);
      if (again.problems.length === 0) return { ...again, source };
    }
  }
  return { ...parsed, source: written };
}

/** A value that should be an object, and where it stands in its document. */
interface Candidate {
  readonly value: unknown;
  readonly steps: readonly FieldStep[];
  /** What a typed List says that its items are, where they don't say it themselves. */
  readonly type?: { readonly apiVersion: string; readonly kind: string };
}

function collect(
  { value, steps, type }: Candidate,
  places: DocumentPlaces,
  objects: ReadObject[],
  problems: ReadProblem[],
): void {
  if (!isFields(value)) {
    problems.push(places.problem(steps, notAnObject(value)));
    return;
  }
  const manifest: Fields = { ...(type ?? typeOfKubeKey(value)), ...value };
  if (!isManifest(manifest)) {
    for (const problem of typeProblems(manifest, steps, places)) problems.push(problem);
    return;
  }
  const { apiVersion, kind, items } = manifest;
  if (!kind.endsWith('List') || !Array.isArray(items)) {
    objects.push(new ReadObject(manifest, places, steps));
    return;
  }
  // The items of a `ServiceList` need not say that they are Services; those of a `List` must.
  const itemKind = kind.slice(0, -'List'.length);
  const itemType = itemKind === '' ? undefined : { apiVersion, kind: itemKind };
  items.forEach((item: unknown, index) => {
    const candidate = { value: item, steps: [...steps, 'items', index], type: itemType };
    collect(candidate, places, objects, problems);
  });
}

/**
 * KubeKey 3 never looks at the apiVersion of a Cluster, so a file without one is as good to it; a list
 * of hosts tells that it is KubeKey's.
 */
function typeOfKubeKey({ apiVersion, kind, spec }: Fields): Fields {
  const isKubeKey =
    apiVersion === undefined && kind === 'Cluster' && Array.isArray(at(spec, 'hosts'));
  return isKubeKey ? { apiVersion: 'kubekey.kubesphere.io/v1alpha2' } : {};
}

function notAnObject(value: unknown): Complaint {
  const what = Array.isArray(value) ? 'a list' : value === null ? 'empty' : `a ${typeof value}`;
  return {
    problem: `a Kubernetes object is a mapping of keys to values, and this is ${what}`,
    fix: 'Begin it with the keys apiVersion and kind.',
  };
}

function typeProblems(
  manifest: Fields,
  steps: readonly FieldStep[],
  places: DocumentPlaces,
): ReadProblem[] {
  const names = new Map(Object.keys(manifest).map((name) => [name.toLowerCase(), name]));
  const written = ['apiVersion', 'kind'].map((field) => ({
    field,
    name: field in manifest ? field : names.get(field.toLowerCase()),
  }));
  if (written.every(({ name }) => name === undefined)) return [places.problem(steps, noType)];
  return written
    .filter(({ field }) => typeof manifest[field] !== 'string')
    .map(({ field, name = field }) =>
      places.problem([...steps, name], missingType(field, name, manifest[field])),
    );
}

const noType: Complaint = {
  problem: 'the mapping has neither apiVersion nor kind, so it is no Kubernetes object',
  fix: 'Begin it with both, such as apiVersion: v1 and kind: Service, or take it out.',
};

function missingType(field: string, written: string, value: unknown): Complaint {
  const example = field === 'kind' ? 'kind: Service' : 'apiVersion: v1';
  if (written !== field) {
    return {
      problem: `the object has no ${field}, and ${show(written)} is none`,
      fix: `Write ${field} in place of ${written}.`,
    };
  }
  return value === undefined
    ? {
        problem: `the object has no ${field}`,
        fix: `Add it at the left margin of the object, such as ${example}.`,
      }
    : {
        problem: `${field} must be text, got ${typeof value === 'object' ? 'no text' : show(value)}`,
        fix: `Write it as text, such as ${example}.`,
      };
}

function forbiddenCharacter(character: string): Complaint {
  if (character === '\r') {
    return {
      problem: 'a line ends with a carriage return alone',
      fix: 'Save the file with the line endings LF or CRLF.',
    };
  }
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    problem: `the text holds the character U+${code}, which YAML does not allow`,
    fix: 'Remove it, or write it as an escape within double quotes; a binary file can not be read.',
  };
}

function inOrder(problems: readonly ReadProblem[]): ReadProblem[] {
  return [...problems].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
