import type { ErrorCode, YAMLError } from 'yaml';
import { mistakeIn, template } from './line-mistake';
import type { Complaint, ReadProblem, SourceText } from './source-text';

/** How deep lists and mappings may stand within each other; the deepest real manifests have about 60. */
export const maxDepth = 300;

/** What is said of a value that is nested too deep. */
export const tooDeep: Complaint = {
  problem: `lists and mappings stand within each other more than ${maxDepth} levels deep`,
  fix: 'No Kubernetes object is that deep: look for brackets that are never closed.',
};

/** What is said of a line that is indented with a tab. */
export const tab: Complaint = {
  problem: 'the line is indented with a tab, and YAML allows only spaces there',
  fix: 'Replace each tab at the beginning of the line by two spaces.',
};

/** What is said of the lines around YAML that was copied out of Markdown. */
const fence: Complaint = {
  problem: 'the line is a code fence of Markdown, not YAML',
  fix: 'Keep only what stands between the two lines that begin with ```.',
};

const indentation: Complaint = {
  problem: 'the indentation does not fit the lines around it',
  fix: 'Give all keys of one mapping, and all items of one list, the same number of spaces.',
};

const colonInValue: Complaint = {
  problem: 'the value holds a second ": "',
  fix: 'Put the whole value in double quotes, or begin a new line for a nested mapping.',
};

const token: Complaint = {
  problem: 'YAML does not expect this here',
  fix: 'Put text with special characters in double quotes, begin each key on a line of its own, and put a line --- between two documents.',
};

const pairNeedsColon: Complaint = {
  problem: 'the line has no ": ", and a mapping needs a key and a value',
  fix: 'Write it as "key: value", with a space after the colon.',
};

const anchors: Complaint = {
  problem: 'an anchor (&name), alias (*name) or tag (!name) is not well formed here',
  fix: 'Put text that begins with & or * or ! in double quotes.',
};

/** By the codes of the `yaml` package, whose own messages may quote the text, and so a secret. */
const byCode: Partial<Record<ErrorCode, Complaint>> = {
  TAB_AS_INDENT: tab,
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: colonInValue,
  MULTILINE_IMPLICIT_KEY: pairNeedsColon,
  KEY_OVER_1024_CHARS: {
    problem: 'a key is longer than 1024 characters',
    fix: 'Shorten the key, or put a quote that is missing.',
  },
  BLOCK_IN_FLOW: {
    problem: 'a value within { } or [ ] holds ": " without quotes',
    fix: 'Put the value in double quotes, or write the mapping over several lines.',
  },
  BAD_DQ_ESCAPE: {
    problem: 'a text in double quotes holds a backslash with a letter that YAML does not know',
    fix: 'Write \\\\ for a backslash, or use single quotes.',
  },
  BAD_SCALAR_START: {
    problem: 'a value without quotes begins with a character that YAML reserves',
    fix: 'Put the value in double quotes.',
  },
  BAD_DIRECTIVE: {
    problem: 'a line that begins with % is no directive that YAML knows',
    fix: 'Remove the line, or put the value in double quotes.',
  },
  RESOURCE_EXHAUSTION: tooDeep,
  ALIAS_PROPS: anchors,
  BAD_ALIAS: anchors,
  BAD_PROP_ORDER: anchors,
  MULTIPLE_ANCHORS: anchors,
  MULTIPLE_TAGS: anchors,
  TAG_RESOLVE_FAILED: anchors,
};

const missing: readonly (readonly [RegExp, Complaint])[] = [
  [
    /closing .quote/,
    {
      problem: 'a quote is opened and never closed',
      fix: 'Close the text with the same quote that it begins with.',
    },
  ],
  [/^Implicit map keys/, pairNeedsColon],
  [/^Sequence item without/, indentation],
  [
    /end with a [\]}]/,
    {
      problem: 'a { or [ is not closed, or what it holds is not indented further than its key',
      fix: 'Close it with } or ], and indent the lines between further than the key.',
    },
  ],
  [
    /^Missing , /,
    {
      problem: 'two values within { } or [ ] have no comma between them',
      fix: 'Put a comma between them, or double quotes around a text with special characters.',
    },
  ],
  [
    /Comments must be/,
    {
      problem: 'a # follows a value without a space before it',
      fix: 'Put a space before the # of a comment, or the # within the quotes of the text.',
    },
  ],
];

/**
 * What the `yaml` package found in one document, in the words of this project: one problem a line,
 * and none after the place where the document stops being understood.
 */
export function syntaxProblems(errors: readonly YAMLError[], source: SourceText): ReadProblem[] {
  const problems: ReadProblem[] = [];
  let lastLine = 0;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const place = placeOf(error, source.text);
    const lineStart = source.text.lastIndexOf('\n', place - 1) + 1;
    const mistake = mistakeIn(lineAt(source.text, lineStart));
    const complaint = mistake?.complaint ?? explain(error, errors, source.text);
    const problem = source.problem(mistake ? lineStart + mistake.at : place, complaint);
    // What does not fit the lines before it does so because of what is wrong there.
    const follows = lastLine > 0 && (complaint === indentation || complaint === token);
    if (problem.line !== lastLine && !follows) problems.push(problem);
    lastLine = problem.line ?? 0;
    if (complaint === fence || complaint === template) break;
    if (/at node end|in YAML stream/.test(error.message)) break;
  }
  return problems;
}

/** The line that begins at an offset; of a very long one only the begin is looked at. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + 1000));
}

function explain(error: YAMLError, errors: readonly YAMLError[], text: string): Complaint {
  const { code, message, pos } = error;
  if (startsWithTab(text, pos[0])) return tab;
  if (isFence(text, pos[0])) return fence;
  const byMessage = missing.find(([pattern]) => pattern.test(message));
  if (byMessage !== undefined) return byMessage[1];
  // A value whose next line is indented further looks to the parser like one long key.
  const spansLines = (other: YAMLError): boolean =>
    other.code === 'MULTILINE_IMPLICIT_KEY' && Math.abs(other.pos[0] - pos[0]) <= 1;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && errors.some(spansLines)) return indentation;
  return byCode[code] ?? token;
}

/** Where to look: for a quote that is never closed that is where it is opened, not the end of the file. */
function placeOf({ message, pos: [offset] }: YAMLError, text: string): number {
  const quote = /closing (.)quote/.exec(message)?.[1];
  if (quote === undefined) return offset;
  const escape = quote === '"' ? '\\' : "'";
  let place = text.lastIndexOf(quote, offset - 1);
  while (place > 0 && text[place - 1] === escape) place = text.lastIndexOf(quote, place - 2);
  return place < 0 ? offset : place;
}

function startsWithTab(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ *\t/.test(text.slice(lineStart, lineStart + 100));
}

function isFence(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ *(?:```|~~~)/.test(text.slice(lineStart, lineStart + 100));
}
