import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ManifestApp } from '../app/manifest-app';
import { writeFiles } from '../app/write-files';
import { reportText } from '../checks/report';
import { GroundworkError, type Problem } from '../errors';
import { KubeKeyCluster } from '../kubekey/kube-key-cluster';
import { readKubeKeyFile } from '../kubekey/kube-key-file';
import { readFile, readFiles, standardInput } from '../manifest/read-files';
import { writeYaml } from '../manifest/write';
import type { ExitCode } from './exit-code';
import { isColored, printNote, printProblems, printResult } from './print';

/** Options of `kubekey convert`. */
export interface ConvertOptions {
  /** Format of the new files: the one for kk 4. */
  readonly to: 'v4';
  /** Folder of the new files. */
  readonly out: string;
  /**
   * Whether files that exist may be replaced.
   *
   * @default false
   */
  readonly force?: boolean;
}

/** Converts one file. Nothing is written unless everything can be. */
export async function convert(
  file: string,
  { to, out, force = false }: ConvertOptions,
): Promise<ExitCode> {
  const { objects, problems } = file === standardInput ? await readFiles([file]) : readFile(file);
  if (problems.length > 0) {
    printProblems(problems);
    return 2;
  }
  const { props, findings, refusals } = readKubeKeyFile(file, objects);
  printResult(reportText(findings, { color: isColored(process.stdout) }));
  if (refusals.length > 0) {
    printProblems(refusals);
    printNote('Nothing was written.');
    return 1;
  }
  const id = file === standardInput ? props.name : basename(file, extname(file));
  let cluster: KubeKeyCluster;
  try {
    cluster = new KubeKeyCluster(new ManifestApp(), id, { ...props, format: to, allowLoss: true });
  } catch (error) {
    if (!(error instanceof GroundworkError)) throw error;
    printProblems(error.problems.map((problem) => ({ ...problem, path: file })));
    printNote('Nothing was written.');
    return 1;
  }
  const files = cluster.toFiles();
  const inTheWay = files.map(({ path }) => join(out, path)).filter((path) => existsSync(path));
  if (inTheWay.length > 0 && !force) {
    printProblems(inTheWay.map(existing));
    printNote('Nothing was written.');
    return 2;
  }
  writeFiles(
    out,
    files.map(({ path, manifests, reveal }) => ({
      path,
      text: writeYaml(reveal?.() ?? manifests),
      secret: reveal !== undefined,
    })),
  );
  for (const { field, fix } of cluster.losses) {
    printResult(`${file}: ${field} has no place in the files of kk 4 and is left out. ${fix}\n`);
  }
  for (const { path, reveal } of files) {
    const secret = reveal === undefined ? '' : ', which holds secrets: keep it out of git';
    printNote(`Wrote ${join(out, path)}${secret}.`);
  }
  return 0;
}

function existing(path: string): Problem {
  return {
    path,
    problem: 'the file exists',
    fix: 'Name another folder by --out, or add --force to replace it.',
  };
}
