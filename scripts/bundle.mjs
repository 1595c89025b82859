// The last step of the build: puts the five hundred small modules into one file, dist/package.js, of
// which each entry point runs what it needs. Node takes longer to find and open a file than to run
// it: with one file the lesson starts almost as fast as cdk8s alone. Modules stay single (an error
// thrown by one entry point is the error class of another), and the declarations stay as they are.
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const dist = path.resolve('dist');
/** The CommonJS entry points, and what the one ES module of the package (for vitest) imports. */
const entries = ['index', 'testing/index', 'testing/jest', 'testing/runner-matchers', 'cli/main'];
/** Entry points that do something when they are loaded, and export nothing. */
const actions = new Set(['testing/jest', 'cli/main']);

const names = Object.fromEntries(
  entries.map((entry) => [
    entry,
    actions.has(entry) ? [] : Object.keys(require(path.join(dist, `${entry}.js`))),
  ]),
);

await build({
  stdin: {
    contents: entries
      .map((entry) => `exports[${JSON.stringify(entry)}] = () => require('./${entry}.js');`)
      .join('\n'),
    resolveDir: dist,
    sourcefile: 'entries.js',
  },
  outfile: path.join(dist, 'package.js'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  minifyWhitespace: true,
  packages: 'external',
  plugins: [
    {
      name: 'tables-stay-files',
      setup({ onResolve }) {
        onResolve({ filter: /^\..*\.json$/ }, ({ path: name, resolveDir }) => ({
          path: `./${path.relative(dist, path.join(resolveDir, name)).replaceAll(path.sep, '/')}`,
          external: true,
        }));
      },
    },
  ],
});

for (const file of fs.readdirSync(dist, { recursive: true })) {
  if (/\.js(\.map)?$/.test(file) && !/^package\.js(\.map)?$/.test(file)) {
    fs.rmSync(path.join(dist, file));
  }
}
for (const entry of entries) {
  const up = '../'.repeat(entry.split('/').length - 1) || './';
  const shebang = entry === 'cli/main' ? '#!/usr/bin/env node\n' : '';
  // The second line is never run: it tells an importing ES module which names there are.
  const stub = `${shebang}"use strict";
module.exports = require("${up}package.js")["${entry}"]();
0 && (module.exports = { ${names[entry].join(', ')} });
`;
  fs.writeFileSync(path.join(dist, `${entry}.js`), stub);
}
fs.chmodSync(path.join(dist, 'cli/main.js'), 0o755);
