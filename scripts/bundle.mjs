// The last step of the build: puts the five hundred small modules into two files, because Node takes
// longer to find and open a file than to run it. dist/package.js holds what the lesson runs, joined to
// one module, so that a first synth starts almost as fast as cdk8s alone. dist/rest.js holds everything
// else: each of its modules runs when it is first used. No module is in both, so that an error thrown by
// one entry point is the error class of another. Declarations that no public one names are left out.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { decode, encode } from '@jridgewell/sourcemap-codec';
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

/** Makes a file load what it imports when it first uses it, in place of when it is run itself. */
function importLate(file) {
  const late = [];
  let code = fs
    .readFileSync(file, 'utf8')
    .replace(
      /^(?:const|var) (\w+_\d+|import_\w+) = (.*\brequire\("[^"]+"\).*);$/gm,
      (_, name, load) => {
        late.push(name);
        return `let ${name}_; const ${name} = () => ${name}_ ??= ${load};`;
      },
    );
  for (const name of late) {
    code = code.replace(new RegExp(`(?<!\\w)${name}\\.`, 'g'), `${name}().`);
  }
  // A class is made by `new`, which takes the first brackets that it finds for its own.
  code = code.replace(/\bnew ((?:\w+_\d+|import_\w+)\(\)(?:\.\w+)+)/g, 'new ($1)');
  const missed = late.find((name) =>
    new RegExp(`(?<!\\w)${name}\\b(?!\\()`).test(code.replaceAll(`const ${name} =`, '')),
  );
  if (missed !== undefined) throw new Error(`${file} uses ${missed} as a whole`);
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

const output = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  // Node shows the whole line that throws an error.
  lineLimit: 200,
};

/** Resolves what a module of a folder imports: `elsewhere` may say what becomes of it, and tables stay files. */
function resolving(folder, elsewhere) {
  return ({ onResolve }) => {
    onResolve({ filter: /^\./, namespace: 'file' }, ({ path: asked, resolveDir }) => {
      const file = path.relative(folder, path.join(resolveDir, asked)).replaceAll(path.sep, '/');
      if (file.endsWith('.json')) return { path: `./${file}`, external: true };
      return elsewhere(file.replace(/\.js$/, ''));
    });
  };
}

/** Writes rest.js, and gives the modules of package.js that it asks for. */
async function bundleRest(rest) {
  const asked = new Set();
  await build({
    ...output,
    stdin: {
      contents: rest
        .map((module) => `exports['${module}'] = () => require('./${module}');`)
        .join(''),
      resolveDir: dist,
      sourcefile: 'rest-modules.js',
    },
    outfile: path.join(dist, 'rest.js'),
    bundle: true,
    minifyWhitespace: true,
    packages: 'external',
    plugins: [
      {
        name: 'package',
        setup(plugin) {
          resolving(dist, (module) => {
            if (rest.includes(module)) return undefined;
            asked.add(module);
            return { path: module, namespace: 'package' };
          })(plugin);
          plugin.onLoad({ filter: /./, namespace: 'package' }, ({ path: module }) => ({
            contents: `module.exports = require('./package.js')['${module}'];`,
          }));
          plugin.onResolve({ filter: /./, namespace: 'package' }, ({ path: file }) => ({
            path: file,
            external: true,
          }));
        },
      },
    ],
  });
  return asked;
}

/** Writes package.js, which exports each of the modules asked for under its name. */
async function bundleFirst(first, asked) {
  const joined = path.join(dist, 'joined.js');
  const src = path.resolve('src');
  await build({
    ...output,
    stdin: {
      contents: [...asked].map((module) => `export * as '${module}' from './${module}';`).join(''),
      resolveDir: src,
      sourcefile: 'package-modules.js',
    },
    outfile: joined,
    bundle: true,
    packages: 'external',
    plugins: [
      {
        name: 'rest',
        setup: resolving(src, (module) =>
          first.includes(module) ? undefined : { path: `rest:${module}`, external: true },
        ),
      },
    ],
  });
  const code = fs.readFileSync(joined, 'utf8');
  fs.writeFileSync(joined, code.replace(/"rest:([^"]+)"\)/g, '"./rest.js")["$1"]()'));
  importLate(joined);
  await build({
    ...output,
    entryPoints: [joined],
    outfile: path.join(dist, 'package.js'),
    minifyWhitespace: true,
  });
  fs.rmSync(joined);
  fs.rmSync(`${joined}.map`);
}

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

/** Leaves in a map what leads to the line: columns and names would make it three times as large. */
function mapToLines(file) {
  const map = JSON.parse(fs.readFileSync(file, 'utf8'));
  const lines = decode(map.mappings).map((segments) =>
    segments
      .map((segment) => segment.slice(0, 4))
      .filter(([, source, line], index, all) => {
        const before = all[index - 1];
        return before === undefined || before[1] !== source || before[2] !== line;
      }),
  );
  fs.writeFileSync(file, JSON.stringify({ ...map, names: [], mappings: encode(lines) }));
}

const names = Object.fromEntries(
  entries.map((entry) => [
    entry,
    actions.has(entry) ? [] : Object.keys(require(path.join(dist, `${entry}.js`))),
  ]),
);
for (const module of modules) importLate(path.join(dist, `${module}.js`));
const first = modulesOfTheLesson();
const asked = await bundleRest(modules.filter((module) => !first.includes(module)));
for (const entry of entries) if (first.includes(entry)) asked.add(entry);
await bundleFirst(first, asked);
for (const file of ['package', 'rest']) mapToLines(path.join(dist, `${file}.js.map`));

for (const file of fs.readdirSync(dist, { recursive: true })) {
  if (!file.endsWith('.json')) continue;
  const table = path.join(dist, file);
  fs.writeFileSync(table, JSON.stringify(JSON.parse(fs.readFileSync(table, 'utf8'))));
}

const typed = typedModules();
for (const module of modules) {
  if (!typed.has(module)) fs.rmSync(path.join(dist, `${module}.d.ts`));
  fs.rmSync(path.join(dist, `${module}.js`));
  fs.rmSync(path.join(dist, `${module}.js.map`));
}
for (const entry of entries) {
  const up = '../'.repeat(entry.split('/').length - 1) || './';
  const load = first.includes(entry)
    ? `require("${up}package.js")["${entry}"]`
    : `require("${up}rest.js")["${entry}"]()`;
  const shebang = entry === 'cli/main' ? '#!/usr/bin/env node\n' : '';
  // The second line is never run: it tells an importing ES module which names there are.
  const stub = `${shebang}"use strict";
module.exports = ${load};
0 && (module.exports = { ${names[entry].join(', ')} });
`;
  fs.writeFileSync(path.join(dist, `${entry}.js`), stub);
}
fs.chmodSync(path.join(dist, 'cli/main.js'), 0o755);
