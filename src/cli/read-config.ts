import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { CheckOptions } from '../checks/check-options';
import { isDefinition } from '../checks/custom-kinds';
import { readCheckConfig, type CheckConfig } from '../checks/read-check-config';
import { show, type Problem } from '../errors';
import { notReadable, readFile } from '../manifest/read-files';
import type { ReadObject } from '../manifest/read-object';
import { fileProblem } from '../manifest/source-text';

/** The options of a configuration file with the files that it names, and everything that is wrong. */
export interface Config {
  /** The options; empty where something is wrong. */
  readonly options: CheckOptions;
  /** What is wrong, each with its place. */
  readonly problems: readonly Problem[];
}

/** Reads the configuration file of a command, and the files that it names; no path is no configuration. */
export function readConfig(path: string | undefined): Config {
  if (path === undefined) return { options: {}, problems: [] };
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    return { options: {}, problems: [fileProblem(path, notReadable(error, path, 'file'))] };
  }
  const { options, definitionFiles, problems } = readCheckConfig(source, path);
  if (definitionFiles.length === 0) return { options, problems };
  const read = definitionFiles.map((file) => readDefinitions(file, dirname(path)));
  const wrong = read.flatMap((one) => one.problems);
  if (wrong.length > 0) return { options: {}, problems: wrong };
  const customResourceDefinitions = read.flatMap((one) => one.definitions);
  return { options: { ...options, customResourceDefinitions }, problems };
}

/** The definitions of a file; what else it holds, as an operator's install file does, is passed over. */
function readDefinitions(
  { path, place }: CheckConfig['definitionFiles'][number],
  folder: string,
): { readonly definitions: readonly ReadObject[]; readonly problems: readonly Problem[] } {
  const file = isAbsolute(path) ? path : join(folder, path);
  if (!existsSync(file)) {
    const problem = `there is no file of this name, got ${show(path)}`;
    const fix = 'Check the path; it is seen from the folder of the configuration.';
    return { definitions: [], problems: [{ path: place, problem, fix }] };
  }
  const { objects, problems } = readFile(file);
  const definitions = objects.filter(({ manifest }) => isDefinition(manifest));
  if (problems.length > 0 || definitions.length > 0) return { definitions, problems };
  const problem = `${show(path)} holds no CustomResourceDefinition`;
  const fix = 'Name a file with the definition of the custom resources.';
  return { definitions, problems: [{ path: place, problem, fix }] };
}
