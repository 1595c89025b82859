import { posix } from 'node:path';
import type { Complaint } from './source-text';

/** What is said of a Helm chart: its values are no objects, and its templates are none yet. */
export const helmChart: Complaint = {
  problem: 'the folder is a Helm chart, whose templates are no objects until Helm fills them in',
  fix: 'Leave the chart out, and read what helm template writes for it.',
};

/** The folders of Helm charts among the paths of files; a chart within another belongs to that one. */
export function chartFolders(paths: readonly string[]): readonly string[] {
  const folders = paths
    .filter((path) => posix.basename(path) === 'Chart.yaml')
    .map((path) => posix.dirname(path));
  return folders.filter(
    (folder) => !folders.some((other) => other !== folder && isWithin(folder, other)),
  );
}

/** Tells whether a path is below a folder. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
