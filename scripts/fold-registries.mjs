// The last step of the build: puts the hundred small files of a registry (all checks, all effects)
// into the registry's own file. Node takes longer to find and open a file than to run a check; who
// uses the package loads one file where its authors keep a hundred.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';

for (const folder of ['dist/checks/rules', 'dist/review/effects']) {
  const registry = path.join(folder, 'index.js');
  const { outputFiles, metafile } = await build({
    entryPoints: [registry],
    outfile: registry,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    // What stands outside of the folder stays a module of its own, shared with all others.
    packages: 'external',
    plugins: [
      {
        name: 'only-this-folder',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\./ }, ({ path: name }) => ({ path: name, external: true }));
        },
      },
    ],
  });
  for (const input of Object.keys(metafile.inputs)) {
    if (input === registry) continue;
    for (const ending of ['.js', '.js.map', '.d.ts', '.d.ts.map']) {
      fs.rmSync(input.replace(/\.js$/, ending));
    }
  }
  for (const { path: file, contents } of outputFiles) fs.writeFileSync(file, contents);
}
