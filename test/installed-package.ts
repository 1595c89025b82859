import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const root = path.resolve(__dirname, '..');

/**
 * Makes a project folder that has the package as users get it: compiled, in `node_modules`, with all
 * packages of this repository beside it. Who asks for it removes it.
 */
export function projectWithPackage(name: string): string {
  const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`)));
  const installed = path.join(home, 'node_modules/cdk8s-groundwork');
  execFileSync('npx', ['tsc', '--outDir', path.join(installed, 'dist')], { cwd: root });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  for (const name of fs.readdirSync(path.join(root, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(home, 'node_modules', name));
  }
  return home;
}
