import { readFileSync } from 'node:fs';
import { readCheckConfig, type CheckConfig } from '../checks/read-check-config';

/** Reads the configuration file of a command; no path is no configuration. */
export function readConfig(path: string | undefined): CheckConfig {
  if (path === undefined) return { options: {}, problems: [] };
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    const problem = `the configuration can not be read (${(error as NodeJS.ErrnoException).code ?? ''})`;
    return { options: {}, problems: [{ path, problem, fix: 'Check the path of the file.' }] };
  }
  return readCheckConfig(source, path);
}
