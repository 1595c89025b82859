// `npm run bench`: a table of ratios, both sides of each measured in turn within this one run.
// Prints the table and writes bench/results.json.
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const runs = Number(process.env.BENCH_RUNS ?? 5);
const root = path.resolve(import.meta.dirname, '..');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function measure(name, n) {
  const script = path.join(root, 'bench/measure.mjs');
  const text = execFileSync(process.execPath, [script, name, String(n)], { encoding: 'utf8' });
  return JSON.parse(text);
}

/** How many times longer the peer takes: the median of the ratios of runs made in turn. */
function timesFaster(ours, peer, n, count = runs) {
  const pairs = Array.from({ length: count }, () => [measure(peer, n).ms, measure(ours, n).ms]);
  return {
    peerMs: median(pairs.map(([a]) => a)),
    ms: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

function processMs(code, ...args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  if (status !== code) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

const rows = [];
/** One line of the table; `atMost` tells that less is better. */
function row(work, against, value, bound, { atMost = false, unit = '×', ...details } = {}) {
  const holds = atMost ? value <= bound : value >= bound;
  rows.push({ work, against, value, bound, atMost, unit, holds, ...details });
  console.log(`${holds ? 'ok ' : 'NOT'} ${work} | ${against} | ${value.toFixed(2)} ${unit}`);
}
function faster(work, against, bound, ...args) {
  const { ratio, ...details } = timesFaster(...args);
  row(work, against, ratio, bound, { unit: 'times faster', ...details });
}

const pairs = '5,000 Deployment + Service pairs, one file';
// Runs differ by a tenth each way, and this ratio is near its aim.
faster(pairs, 'cdk8s.App.synth()', 7, 'pairs-groundwork', 'pairs-cdk8s', 5000, 3 * runs);
faster(
  `${pairs}, all checks on`,
  'cdk8s.App.synth()',
  3.5,
  'pairs-groundwork-checked',
  'pairs-cdk8s',
  5000,
);
{
  const extra = Array.from({ length: runs }, () => [
    measure('pairs-groundwork', 5000).ms,
    measure('pairs-groundwork-checked', 5000).ms,
  ]);
  row(
    'all checks at synth, 10,000 objects',
    'the synth itself',
    median(extra.map(([off, on]) => on / off - 1)),
    1,
    {
      atMost: true,
      unit: 'times its time',
      ms: median(extra.map(([off, on]) => on - off)),
      peerMs: median(extra.map(([off]) => off)),
    },
  );
}
{
  const found = Array.from({ length: runs }, () => measure('check-alone', 5000));
  row(
    '10,000 objects checked',
    'JSON.parse + yaml of the same',
    median(found.map(({ ms, readMs }) => ms / readMs)),
    1,
    {
      atMost: true,
      unit: 'times its time',
      ms: median(found.map(({ ms }) => ms)),
      peerMs: median(found.map(({ readMs }) => readMs)),
    },
  );
}
{
  const peaks = [20_000, 80_000].map((objects) =>
    median([1, 2, 3].map(() => measure('check-peak', objects / 2).peakMiB)),
  );
  row('20,000 to 80,000 objects checked', 'itself: peak memory', peaks[1] / peaks[0], 4, {
    atMost: true,
    peakMiB: peaks,
  });
}
faster(
  `${pairs}, whole process`,
  'kubernetes-models + yaml',
  2.5,
  'process-groundwork',
  'process-kubernetes-models',
  5000,
);
faster(
  '5,000 pairs of AppDeployment and NodePortService',
  'cdk8s-plus-28 in cdk8s.App',
  10,
  'workloads-groundwork',
  'workloads-cdk8s-plus',
  5000,
);
faster('the writer alone, warm', 'yaml', 20, 'writer-groundwork', 'writer-yaml', 5000);
faster('the writer alone, warm', 'js-yaml', 8, 'writer-groundwork', 'writer-js-yaml', 5000);
{
  const { ratio, ...details } = timesFaster('writer-groundwork', 'writer-json', 5000);
  row('the writer alone, warm', 'JSON.stringify', 1 / ratio, 4, {
    atMost: true,
    unit: 'times its time',
    ...details,
  });
}
faster(
  '1,000 charts of one pair',
  'cdk8s.App.synth()',
  20,
  'charts-groundwork',
  'charts-cdk8s',
  1000,
  3,
);
{
  const seconds = median([1, 2, 3].map(() => measure('chain-groundwork', 100).ms)) / 1000;
  row('a chain of 100 dependent charts', '(cdk8s does not end)', seconds, 1, {
    atMost: true,
    unit: 's',
  });
}
{
  const sizes = [10_000, 50_000, 200_000];
  const perObject = sizes.map((objects) =>
    median([1, 2, 3].map(() => (measure('pairs-groundwork', objects / 2).ms * 1000) / objects)),
  );
  row(
    '10,000 to 200,000 objects in one file',
    'itself: time per object',
    perObject[2] / perObject[0],
    1.3,
    {
      atMost: true,
      microsecondsPerObject: perObject,
    },
  );
}
{
  const perChart = [1000, 8000].map((n) =>
    median([1, 2, 3].map(() => measure('charts-groundwork', n).ms / n)),
  );
  row('1,000 to 8,000 charts', 'itself: time per chart', perChart[1] / perChart[0], 1.3, {
    atMost: true,
    msPerChart: perChart,
  });
}
{
  const tree = median([1, 2, 3].map(() => measure('tree-only', 100_000).peakMiB));
  const synths = [1, 2, 3].map(() => measure('pairs-groundwork', 100_000));
  const above = median(synths.map(({ peakMiB }) => peakMiB)) - tree;
  row(
    '200,000 objects: peak memory above the tree',
    'twice the output + 100 MB',
    above,
    2 * synths[0].outputMiB + 100,
    {
      atMost: true,
      unit: 'MiB',
      treeMiB: tree,
      outputMiB: synths[0].outputMiB,
    },
  );
}
for (const [name, work, bound] of [
  ['review-changed', 'review of 10,000 objects, 1 % changed', 1.5],
  ['review-identical', 'review of 10,000 objects, none changed', 0.1],
]) {
  const found = Array.from({ length: runs }, () => measure(name, 5000));
  row(work, 'reading both sides', median(found.map(({ ms, readMs }) => ms / readMs)), bound, {
    atMost: true,
    ms: median(found.map(({ ms }) => ms)),
    peerMs: median(found.map(({ readMs }) => readMs)),
  });
}
{
  const peaks = [20_000, 80_000].map((objects) =>
    median([1, 2, 3].map(() => measure('review-changed', objects / 2).peakMiB)),
  );
  row('review of 20,000 to 80,000 objects', 'itself: peak memory', peaks[1] / peaks[0], 4, {
    atMost: true,
    peakMiB: peaks,
  });
}
{
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-lesson-'));
  const lesson = path.join(folder, 'main.cjs');
  const source = fs.readFileSync(path.join(root, 'examples/lesson/main.ts'), 'utf8');
  const compiled = source
    .replace(
      /import (\{[^}]*\}) from 'cdk8s-groundwork';/,
      `const $1 = require(${JSON.stringify(root)});`,
    )
    .replace('new ManifestApp({', `new ManifestApp({ outdir: ${JSON.stringify(folder)},`);
  fs.writeFileSync(lesson, compiled);
  const times = Array.from({ length: 4 * runs }, () => [
    processMs(0, lesson),
    processMs(0, '-e', "require('cdk8s')"),
  ]);
  row(
    'process start to files, the lesson',
    `node -e "require('cdk8s')"`,
    median(times.map(([a, b]) => a / b)),
    1.3,
    {
      atMost: true,
      ms: median(times.map(([a]) => a)),
      peerMs: median(times.map(([, b]) => b)),
    },
  );
  const broken = path.join(folder, 'ng.yaml');
  const ng = fs.readFileSync(path.join(root, 'examples/lesson/ng.yaml'), 'utf8');
  fs.writeFileSync(broken, ng.replace('nodePort: 30007', 'nodePort: 80'));
  const found = Array.from({ length: 4 * runs }, () => [
    processMs(0, '-e', '0'),
    processMs(1, path.join(root, 'dist/cli/main.js'), 'check', broken),
  ]);
  row(
    'the first finding in the lesson: cdk8s-groundwork check',
    'node -e 0',
    median(found.map(([start, check]) => check - start)),
    150,
    { atMost: true, unit: 'ms more' },
  );
  fs.rmSync(folder, { recursive: true });
}

const machine = `${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node ${process.version}`;
const date = new Date().toISOString().slice(0, 10);
fs.writeFileSync(
  path.join(root, 'bench/results.json'),
  `${JSON.stringify({ machine, date, rows }, undefined, 2)}\n`,
);
console.log(`\n${machine}, ${date}: bench/results.json. npm run readme puts it into the READMEs.`);
