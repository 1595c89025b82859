import { show, type Problem } from '../errors';
import { formatField, parseField, type FieldStep } from './field-path';
import { isUnprintable } from './scalar';

/** A comment on one field of a document, or on the document as a whole. */
export interface FieldComment {
  /**
   * The field as findings name it, such as `spec.ports[0].nodePort`, or its steps. The empty text is
   * the document itself.
   */
  readonly field: string | readonly FieldStep[];
  /** In lines of its own above the field, or behind its value in the same line. */
  readonly place: 'above' | 'behind';
  /** What it says, without the `#`. Line breaks make several lines; none are allowed behind a value. */
  readonly text: string;
}

/** The comments of a document by field, ready for the writer. */
export interface CommentTree {
  /** Lines above the field, each with its `#`. */
  readonly above: string[];
  /** What stands behind the value, with its `#`. */
  behind: string | undefined;
  /** The comments of the fields below. */
  readonly below: Map<FieldStep, CommentTree>;
}

/**
 * The comments of one document as a tree, and what is wrong with them: a field that isn't in the
 * document, a text that no comment can hold, a second comment behind one value.
 *
 * @param where how messages name the document
 * @param deepest how many steps a field may have
 */
export function commentTree(
  document: unknown,
  comments: readonly FieldComment[],
  where: string,
  deepest: number,
): { readonly tree: CommentTree; readonly problems: readonly Problem[] } {
  const tree = emptyTree();
  const problems: Problem[] = [];
  for (const comment of comments) {
    const { field, place, text } = comment;
    const steps = typeof field === 'string' ? parseField(field) : field;
    const path = typeof field === 'string' ? field : formatField(...field);
    const report = (problem: string, fix: string): void => {
      problems.push({ path: path === '' ? where : `${where} ${path}`, problem, fix });
    };
    const [problem, fix] = textProblem(text, place) ?? [];
    if (problem !== undefined) report(problem, fix ?? '');
    if (steps === undefined) {
      report(
        `a comment names no field, got ${show(field)}`,
        'Write it like spec.ports[0].port or metadata.labels["a/b"].',
      );
    } else if (!isThere(document, steps)) {
      report(
        `there is no such field to comment on, got the comment ${show(text)}`,
        'Name a field that is written to the file.',
      );
    } else if (steps.length > deepest) {
      report(
        `the field lies too deep for a comment, got ${steps.length} steps`,
        `Comment on a field of at most ${deepest} steps.`,
      );
    } else if (place === 'behind' && steps.length === 0) {
      report('a document has no line to comment behind', 'Place the comment above it.');
    } else if (problem === undefined) {
      const node = nodeAt(tree, steps);
      if (place === 'above') node.above.push(...text.split('\n').map(commentLine));
      else if (node.behind === undefined) node.behind = commentLine(text);
      else {
        report(
          `two comments stand behind the value, got ${show(text)} as the second`,
          'Join them, or place one above the field.',
        );
      }
    }
  }
  return { tree, problems };
}

function emptyTree(): CommentTree {
  return { above: [], behind: undefined, below: new Map() };
}

function nodeAt(tree: CommentTree, steps: readonly FieldStep[]): CommentTree {
  let node = tree;
  for (const step of steps) {
    let next = node.below.get(step);
    if (next === undefined) node.below.set(step, (next = emptyTree()));
    node = next;
  }
  return node;
}

function isThere(document: unknown, steps: readonly FieldStep[]): boolean {
  let here = document;
  for (const step of steps) {
    if (typeof here !== 'object' || here === null) return false;
    // A key is no position and a position no key, or the writer would not find the comment.
    if (Array.isArray(here) !== (typeof step === 'number')) return false;
    if (!Object.hasOwn(here, step)) return false;
    here = (here as Record<FieldStep, unknown>)[step];
  }
  return here !== undefined;
}

function textProblem(
  text: unknown,
  place: 'above' | 'behind',
): readonly [problem: string, fix: string] | undefined {
  if (typeof text !== 'string' || text.trim() === '') {
    return [`a comment must say something, got ${show(text)}`, 'Give it a text.'];
  }
  if (isUnprintable(text)) {
    return [
      `a comment must not hold control characters, got ${show(text)}`,
      'Use plain text; lines end with "\\n".',
    ];
  }
  if (place === 'behind' && text.includes('\n')) {
    return [
      `a comment behind a value must be one line, got ${show(text)}`,
      'Take the line breaks out, or place it above the field.',
    ];
  }
  return undefined;
}

function commentLine(text: string): string {
  return text === '' ? '#' : `# ${text}`;
}
