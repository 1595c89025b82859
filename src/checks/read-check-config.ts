import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { show, type Problem } from '../errors';
import { closest } from '../manifest/closest';
import { parseField } from '../manifest/field-path';
import { textAt } from '../manifest/fields';
import { isFields } from '../manifest/manifest';
import { SourceText } from '../manifest/source-text';
import { syntaxProblems } from '../manifest/syntax-problem';
import type { Origin } from './check';
import type { CheckOptions, Waiver } from './check-options';
import { unusedWaiver } from './option-findings';
import { optionsProblems } from './options-problems';

/** A configuration file that was read: its options, and everything that is wrong with it. */
export interface CheckConfig {
  /** The options; empty where something is wrong. Files that it names are not read. */
  readonly options: CheckOptions;
  /** The files with CustomResourceDefinitions that it names, each with its place in the configuration. */
  readonly definitionFiles: readonly { readonly path: string; readonly place: string }[];
  /** What is wrong, each with its place in the file. */
  readonly problems: readonly Problem[];
}

/** What stands in a place of the file: texts of a closed set, any text, or a form of its own. */
type Shape =
  | { readonly is: 'text'; readonly of?: readonly string[] }
  | { readonly is: 'amount' }
  | { readonly is: 'list'; readonly items: Shape }
  | { readonly is: 'map'; readonly values: Shape }
  | {
      readonly is: 'fields';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
    };

const text: Shape = { is: 'text' };
const object: Shape = {
  is: 'fields',
  fields: { kind: text, namespace: text, name: text },
  required: ['kind', 'name'],
};
const configShape: Shape = {
  is: 'fields',
  fields: {
    kubernetesVersion: text,
    profile: { is: 'text', of: ['recommended', 'production'] },
    references: { is: 'text', of: ['open', 'closed'] },
    external: { is: 'list', items: object },
    customResourceDefinitions: { is: 'list', items: text },
    hosts: { is: 'map', values: { is: 'map', values: { is: 'amount' } } },
    severity: { is: 'map', values: { is: 'text', of: ['error', 'warning', 'off'] } },
    waivers: {
      is: 'list',
      items: {
        is: 'fields',
        fields: { check: text, object, reason: text, expires: text },
        required: ['check', 'reason'],
      },
    },
  },
  required: [],
};

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
  const shaped: Problem[] = [];
  addShapeProblems(shaped, value, configShape, '');
  const { customResourceDefinitions: paths = [], ...options } = value as FileOptions;
  const problems = [...shaped, ...optionsProblems(shaped.length > 0 ? wellFormed(value) : options)];
  if (problems.length > 0) {
    return failed(
      problems.map((problem) => {
        return { ...problem, path: said(placeOf(problem.path), problem.path) };
      }),
    );
  }
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

/** What can be judged of a configuration whose form is wrong in places, so that all is said at once. */
function wellFormed(value: unknown): CheckOptions {
  const { kubernetesVersion, severity, waivers } = isFields(value) ? value : {};
  const list: readonly unknown[] = Array.isArray(waivers) ? waivers : [];
  return {
    ...(typeof kubernetesVersion === 'string' ? { kubernetesVersion } : {}),
    // A value of another form has been complained about.
    ...(isFields(severity)
      ? { severity: Object.fromEntries(Object.keys(severity).map((id) => [id, 'off'])) }
      : {}),
    waivers: list.map((waiver): Waiver => {
      const check = textAt(waiver, 'check') ?? unusedWaiver.id;
      const expires = textAt(waiver, 'expires');
      return { check, reason: 'judged by its form', ...(expires === undefined ? {} : { expires }) };
    }),
  };
}

function failed(problems: readonly Problem[]): CheckConfig {
  return { options: {}, definitionFiles: [], problems };
}

function addShapeProblems(problems: Problem[], value: unknown, shape: Shape, path: string): void {
  const add = (problem: string, fix: string): void => {
    problems.push({ path, problem, fix });
  };
  switch (shape.is) {
    case 'list':
      if (!Array.isArray(value)) {
        add('must be a list', "Write each item on a line that begins with '- '.");
        return;
      }
      value.forEach((item, index) => {
        addShapeProblems(problems, item, shape.items, `${path}[${index}]`);
      });
      return;
    case 'map':
    case 'fields':
      if (!isFields(value)) add('must be a mapping', 'Write its fields below it, as "key: value".');
      else addFieldProblems(problems, value, shape, path);
      return;
    case 'amount':
    case 'text':
      if (typeof value !== 'string' || value === '') {
        add('must be text', 'Write one text here.');
      } else if (shape.is === 'text' && shape.of !== undefined && !shape.of.includes(value)) {
        const meant = closest(value, shape.of);
        const choice = shape.of.join(', ');
        add(
          `must be one of ${choice}, got ${show(value)}`,
          meant === undefined ? `Write one of ${choice}.` : `Write ${meant} if you mean that.`,
        );
      }
  }
}

function addFieldProblems(
  problems: Problem[],
  value: Readonly<Record<string, unknown>>,
  shape: Extract<Shape, { is: 'map' | 'fields' }>,
  path: string,
): void {
  const within = (key: string): string => (path === '' ? key : `${path}.${key}`);
  for (const [key, own] of Object.entries(value)) {
    const here = within(/^[\w-]+$/.test(key) ? key : JSON.stringify(key));
    const field =
      shape.is === 'fields' && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (shape.is === 'map') {
      addShapeProblems(problems, own, shape.values, here);
    } else if (field !== undefined) {
      addShapeProblems(problems, own, field, here);
    } else {
      const known = Object.keys(shape.fields);
      const meant = closest(key, known);
      problems.push({
        path: here,
        problem: `unknown field ${show(key)}`,
        fix:
          meant === undefined
            ? `Use one of the fields here: ${known.join(', ')}.`
            : `Write ${meant} if you mean that.`,
      });
    }
  }
  if (shape.is === 'map') return;
  for (const key of shape.required) {
    if (Object.hasOwn(value, key)) continue;
    problems.push({ path, problem: `"${key}" is missing`, fix: `Add ${key}.` });
  }
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
