import { throwProblems, type Problem } from '../errors';
import type { SynthesizedFile } from './synthesis';

/** @throws GroundworkError naming every file whose path another file has already */
export function requireUniquePaths(files: readonly SynthesizedFile[]): void {
  const first = new Map<string, SynthesizedFile>();
  const problems: Problem[] = [];
  for (const file of files) {
    // Some systems don't tell `Ng.yaml` from `ng.yaml`: a repository must work on all of them.
    const key = file.path.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    else {
      problems.push({
        path: file.construct,
        problem: `the file ${file.path} is already written by ${other.construct || '(app)'}`,
        fix: 'Give one of the two another id or another folder.',
      });
    }
  }
  throwProblems(problems);
}
