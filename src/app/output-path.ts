import { show, type Problem } from '../errors';

/** What is wrong with a file's place, without where it was said: the caller knows that. */
export type PathProblem = Omit<Problem, 'path'>;

/**
 * What is wrong with an output file's id and folder; empty where the file can be written.
 *
 * The id is what the caller was given, before `constructs` replaces its separators. The id becomes
 * the file's name, so it is one plain name; the folder is relative to the output folder and stays
 * in it. A backslash counts as a separator on every system, so that the same program writes the same
 * files on all of them.
 */
export function outputPathProblems(id: string, folder?: string): readonly PathProblem[] {
  return [...idProblems(id), ...(folder === undefined ? [] : folderProblems(folder))];
}

/** The path of an output file: the folder, if there is one, then the file's name. */
export function outputPath(fileName: string, folder?: string): string {
  return folder === undefined ? fileName : `${folder}/${fileName}`;
}

function idProblems(id: unknown): readonly PathProblem[] {
  const fix = 'Use one plain name such as "ng": the file is named after it.';
  if (typeof id !== 'string' || id.trim() === '') {
    return [{ problem: `the id must be the name of a file, got ${show(id)}`, fix }];
  }
  if (/[/\\]/.test(id)) {
    const problem = `the id must not hold a path separator, got ${show(id)}`;
    return [{ problem, fix: 'Use one plain name as the id, and "folder" for the folder.' }];
  }
  if (id === '.' || id.includes('..')) {
    return [{ problem: `the id must not be "." or hold "..", got ${show(id)}`, fix }];
  }
  if (unprintable.test(id)) {
    return [{ problem: `the id must not hold control characters, got ${show(id)}`, fix }];
  }
  return [];
}

function folderProblems(folder: unknown): readonly PathProblem[] {
  const fix = 'Use a path within the output folder, such as "staging" or "clusters/east".';
  const wrong = (what: string): readonly PathProblem[] => [
    { problem: `folder ${what}, got ${show(folder)}`, fix },
  ];
  if (typeof folder !== 'string' || folder.trim() === '') {
    return wrong('must be a relative path');
  }
  if (/^[/\\]|^[A-Za-z]:/.test(folder)) return wrong('must be relative, not absolute');
  if (folder.includes('\\')) return wrong('must use "/" between its parts');
  if (unprintable.test(folder)) return wrong('must not hold control characters');
  const parts = folder.split('/');
  if (parts.includes('..')) return wrong('must not leave the output folder by ".."');
  if (parts.includes('') || parts.includes('.')) return wrong('must not hold empty parts or "."');
  return [];
}

const unprintable = /\p{Cc}/u;
