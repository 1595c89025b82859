// The last step of the build: puts the five hundred small modules into two files, because Node takes
// longer to find and open a file than to run it. dist/package.js holds what the lesson runs, so that
// a first synth starts almost as fast as cdk8s alone, and dist/rest.js everything else. Each module
// runs when it is first used and only once: an error thrown by one entry point is the error class of
// another. Declarations that no public one names are left out.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { build, transformSync } from 'esbuild';

const require = createRequire(import.meta.url);
const dist = path.resolve('dist');
/** The CommonJS entry points, and what the one ES module of the package (for vitest) imports. */
const entries = ['index', 'testing/index', 'testing/jest', 'testing/runner-matchers', 'cli/main'];
/** Entry points that do something when they are loaded, and export nothing. */
const actions = new Set(['testing/jest', 'cli/main']);

const modules = fs
  .readdirSync(dist, { recursive: true })
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.replaceAll(path.sep, '/').slice(0, -'.js'.length))
  .sort();

/** Makes a module run what it imports when it first uses it, in place of when it is run itself. */
function importLate(module) {
  const file = path.join(dist, `${module}.js`);
  const late = [];
  let code = fs
    .readFileSync(file, 'utf8')
    .replace(/^(?:const|var) (\w+_\d+) = (.*\brequire\("[^"]+"\).*);$/gm, (_, name, load) => {
      late.push(name);
      return `let ${name}_; const ${name} = () => ${name}_ ??= ${load};`;
    });
  for (const name of late) {
    code = code.replace(new RegExp(`(?<!\\w)${name}\\.`, 'g'), `${name}().`);
  }
  // A class is made by \`new\`, which takes the first brackets that it finds for its own.
  code = code.replace(/\bnew (\w+_\d+\(\)(?:\.\w+)+)/g, 'new ($1)');
  const missed = late.find((name) =>
    new RegExp(`(?<!\\w)${name}\\b(?!\\()`).test(code.replaceAll(`const ${name} =`, '')),
  );
  if (missed !== undefined) throw new Error(`${module} uses ${missed} as a whole`);
  fs.writeFileSync(file, code);
}

/** The modules that the lesson runs, from the constructs to the files. */
function modulesOfTheLesson() {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'groundwork-build-'));
  const source = fs.readFileSync('examples/lesson/main.ts', 'utf8');
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const report = 'process.stdout.write(JSON.stringify(Object.keys(require.cache)));';
  const files = execFileSync(process.execPath, ['-e', code + report], {
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  fs.rmSync(outdir, { recursive: true });
  const run = new Set(JSON.parse(files));
  return modules.filter((module) => run.has(path.join(dist, `${module}.js`)));
}

/** Writes a file that holds modules; those of the other file are asked of that one. */
async function bundle(name, held, other) {
  const elsewhere = new Set(modules.filter((module) => !held.includes(module)));
  await build({
    stdin: {
      contents: held
        .map((module) => `exports['${module}'] = () => require('./${module}');`)
        .join(''),
      resolveDir: dist,
      sourcefile: `${name}-modules.js`,
    },
    outfile: path.join(dist, `${name}.js`),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true,
    packages: 'external',
    // Node shows the whole line that throws an error.
    lineLimit: 200,
    plugins: [
      {
        name: 'elsewhere',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./, namespace: 'file' }, ({ path: asked, resolveDir }) => {
            const file = path
              .relative(dist, path.join(resolveDir, asked))
              .replaceAll(path.sep, '/');
            if (file.endsWith('.json')) return { path: `./${file}`, external: true };
            const module = elsewhere.has(file) ? file : `${file}/index`;
            return elsewhere.has(module) ? { path: module, namespace: 'elsewhere' } : undefined;
          });
          onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path: module }) => ({
            contents: `module.exports = require('./${other}.js')['${module}']();`,
          }));
          onResolve({ filter: /./, namespace: 'elsewhere' }, ({ path: asked }) => ({
            path: asked,
            external: true,
          }));
        },
      },
    ],
  });
}

const names = Object.fromEntries(
  entries.map((entry) => [
    entry,
    actions.has(entry) ? [] : Object.keys(require(path.join(dist, `${entry}.js`))),
  ]),
);
modules.forEach(importLate);
const first = modulesOfTheLesson();
const rest = modules.filter((module) => !first.includes(module));
await bundle('package', first, 'rest');
await bundle('rest', rest, 'package');

/** The modules whose types an entry point's own types name, those of the entry points included. */
function typedModules() {
  const found = new Set();
  const waiting = [...entries];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    const types = fs.readFileSync(path.join(dist, `${module}.d.ts`), 'utf8');
    for (const [, named] of types.matchAll(/\b(?:from |import\()['"](\.\.?\/[^'"]+)['"]/g)) {
      waiting.push(path.posix.join(path.posix.dirname(module), named));
    }
  }
  return found;
}

const typed = typedModules();
for (const module of modules) {
  if (!typed.has(module)) fs.rmSync(path.join(dist, `${module}.d.ts`));
  fs.rmSync(path.join(dist, `${module}.js`));
  fs.rmSync(path.join(dist, `${module}.js.map`));
}
for (const entry of entries) {
  const up = '../'.repeat(entry.split('/').length - 1) || './';
  const shebang = entry === 'cli/main' ? '#!/usr/bin/env node\n' : '';
  const file = first.includes(entry) ? 'package' : 'rest';
  // The second line is never run: it tells an importing ES module which names there are.
  const stub = `${shebang}"use strict";
module.exports = require("${up}${file}.js")["${entry}"]();
0 && (module.exports = { ${names[entry].join(', ')} });
`;
  fs.writeFileSync(path.join(dist, `${entry}.js`), stub);
}
fs.chmodSync(path.join(dist, 'cli/main.js'), 0o755);
