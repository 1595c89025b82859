import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '../errors';
import { parseField } from '../manifest/field-path';
import { SourceText } from '../manifest/source-text';
import { syntaxProblems } from '../manifest/syntax-problem';
import type { CheckOptions, Waiver } from './check-options';
import type { Origin } from './origin';
import { configProblems } from './options-problems';

/** A configuration file that was read: its options, and everything that is wrong with it. */
export interface CheckConfig {
  /** The options; empty where something is wrong. Files that it names are not read. */
  readonly options: CheckOptions;
  /** The files with CustomResourceDefinitions that it names, each with its place in the configuration. */
  readonly definitionFiles: readonly { readonly path: string; readonly place: string }[];
  /** What is wrong, each with its place in the file. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the options of a configuration file, in YAML or JSON. Never throws for what the file holds:
 * everything that is wrong with it is a problem.
 *
 * @param source the text of the file
 * @param file how messages name the file
 */
export function readCheckConfig(source: string, file: string): CheckConfig {
  const lines = new LineCounter();
  // Without YAML's own resolution of dates and the like: 1.30 must not become 1.3.
  const document = parseDocument(source, { lineCounter: lines, schema: 'failsafe' });
  const placeOf = (field: string): Place => positionIn(document, lines, file, field);
  if (document.errors.length > 0) {
    return failed(
      syntaxProblems(document.errors, new SourceText(source, file)).map(
        ({ path, problem, fix }) => ({ path, problem, fix }),
      ),
    );
  }
  const value: unknown = document.toJS() ?? {};
  if (value === '') return { options: {}, definitionFiles: [], problems: [] };
  const problems = configProblems(value);
  if (problems.length > 0) {
    return failed(
      problems.map((problem) => {
        return { ...problem, path: said(placeOf(problem.path), problem.path) };
      }),
    );
  }
  const { customResourceDefinitions: paths = [], ...options } = value as FileOptions;
  const waivers = options.waivers?.map((waiver, index): Waiver => {
    const origin: Origin = placeOf(`waivers[${index}]`);
    return { ...waiver, origin };
  });
  return {
    options: { ...options, ...(waivers === undefined ? {} : { waivers }) },
    definitionFiles: paths.map((path, index) => {
      const field = `customResourceDefinitions[${index}]`;
      return { path, place: said(placeOf(field), field) };
    }),
    problems: [],
  };
}

/** The options as the file has them: definitions stand in files of their own. */
type FileOptions = Omit<CheckOptions, 'customResourceDefinitions'> & {
  readonly customResourceDefinitions?: readonly string[];
};

function said({ file, line, column }: Place, field: string): string {
  return `${file}:${line}:${column}${field === '' ? '' : ` ${field}`}`;
}

function failed(problems: readonly Problem[]): CheckConfig {
  return { options: {}, definitionFiles: [], problems };
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a field stands: its key, or the nearest place above it that is there. */
function positionIn(document: Document, lines: LineCounter, file: string, field: string): Place {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const step of parseField(field) ?? []) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (pair === undefined) break;
      offset = rangeStart(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) break;
      offset = rangeStart(node);
    }
  }
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

function rangeStart(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
