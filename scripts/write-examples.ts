// Writes each example's YAML beside its program: `npm run examples`. The tests compare them.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

const examples = path.resolve('examples');
for (const name of fs.readdirSync(examples)) {
  const main = path.join(examples, name, 'main.ts');
  if (!fs.existsSync(main)) continue;
  const tsx = ['--import', 'tsx', main];
  const env = {
    ...process.env,
    CDK8S_OUTDIR: path.join(examples, name),
    TSX_TSCONFIG_PATH: path.join(examples, 'tsconfig.json'),
  };
  const { status } = spawnSync(process.execPath, tsx, { env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`examples/${name} failed`);
}
