// What a process that uses the package touches and leaves behind, however it ends. The package is
// compiled once, as users get it, so that a process starts fast enough to be killed a hundred times.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { projectWithPackage } from './installed-package';

const root = path.resolve(__dirname, '..');

let home: string;
let outdir: string;
beforeAll(() => {
  home = projectWithPackage('process');
});
afterAll(() => {
  fs.rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'process-out-'));
});
afterEach(() => {
  fs.rmSync(outdir, { recursive: true, force: true });
});

function program(name: string, text: string): string {
  const file = path.join(home, name);
  fs.writeFileSync(file, text);
  return file;
}
const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  CDK8S_OUTDIR: outdir,
  ...more,
});
const read = (name: string): string => fs.readFileSync(path.join(outdir, name), 'utf8');

/** Writes two files of some size over and over, all objects of a turn labelled with its number. */
const writer = `
const { KubeObject, ManifestApp, ManifestFile } = require('cdk8s-groundwork');
for (let turn = 0; turn < Number(process.env.TURNS); turn += 1) {
  const app = new ManifestApp({ checks: 'off' });
  for (const id of ['a', 'b']) {
    const file = new ManifestFile(app, id, { labels: { turn: process.env.WHO + turn } });
    for (let i = 0; i < 200; i += 1) {
      new KubeObject(file, 'o' + i, { apiVersion: 'v1', kind: 'ConfigMap', data: { i: String(i) } });
    }
  }
  app.synth();
  if (turn === 0) process.stdout.write('first');
}
`;

/** Tells that a file is one turn's, whole: 200 objects that all carry the same label. */
function expectWhole(name: string): void {
  const text = read(name);
  expect(new Set(text.match(/turn: .+/g)).size).toBe(1);
  expect(text.match(/^kind: ConfigMap$/gm)).toHaveLength(200);
  expect(text).toMatch(/ {2}i: "199"\n$/);
}

test('loading the package loads neither cdk8s-plus nor the tables of Kubernetes', () => {
  const main = program(
    'load.cjs',
    "require('cdk8s-groundwork'); console.log(JSON.stringify(Object.keys(require.cache)));",
  );
  const loaded = JSON.parse(
    execFileSync(process.execPath, [main], { encoding: 'utf8' }),
  ) as string[];
  expect(loaded.some((file) => file.endsWith('dist/index.js'))).toBe(true);
  expect(loaded.filter((file) => /cdk8s-plus|facts\/kubernetes\/data\//.test(file))).toEqual([]);
});

test('the lesson is synthesized without a socket or a look-up of a name', () => {
  const deny = program(
    'deny.cjs',
    `
const deny = (what) => () => { throw new Error('denied: ' + what); };
require('node:net').Socket.prototype.connect = deny('a socket');
require('node:dgram').createSocket = deny('a datagram socket');
for (const dns of [require('node:dns'), require('node:dns/promises')]) {
  for (const name of Object.keys(dns)) {
    if (/^(lookup|resolve|reverse)/.test(name)) dns[name] = deny('dns.' + name);
  }
}
globalThis.fetch = deny('fetch');
`,
  );
  const lesson = program(
    'lesson.mjs',
    fs.readFileSync(path.join(root, 'examples/lesson/main.ts'), 'utf8'),
  );
  execFileSync(process.execPath, ['-r', deny, lesson], { env: environment(), stdio: 'pipe' });
  for (const name of ['ng.yaml', 'config-sample.yaml']) {
    expect(read(name)).toBe(fs.readFileSync(path.join(root, 'examples/lesson', name), 'utf8'));
  }
});

test('a failing program ends with a message, a non-zero code and the earlier files whole', () => {
  fs.writeFileSync(path.join(outdir, 'ng.yaml'), 'old\n');
  const main = program(
    'failing.cjs',
    `
const { ManifestApp, ManifestFile, WebApp } = require('cdk8s-groundwork');
const app = new ManifestApp();
new WebApp(new ManifestFile(app, 'ng'), 'nginx', { image: 'nginx', port: 80, nodePort: 80 });
app.synth();
`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    env: environment(),
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'ng/nginx/service (Service nginx spec.ports[0].nodePort): nodePort must be within 30000-32767, got 80.',
  );
  expect(read('ng.yaml')).toBe('old\n');
});

test('a process killed at any moment, a hundred times, leaves each file old or new, never half', async () => {
  const main = program('writer.cjs', writer);
  for (let kill = 0; kill < 100; kill += 1) {
    const env = environment({ TURNS: '1000', WHO: `kill-${kill}-` });
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    // From the first synth on, kills fall on every part of one: they come up to two synths later.
    await new Promise((resolve) => setTimeout(resolve, (kill % 25) + 1));
    child.kill('SIGKILL');
    await once(child, 'close');
    expectWhole('a.yaml');
    expectWhole('b.yaml');
  }
}, 120_000);

test('two processes that write at once leave whole files and nothing beside them', async () => {
  const main = program('writer.cjs', writer);
  const children = ['one-', 'two-'].map((WHO) =>
    spawn(process.execPath, [main], {
      env: environment({ TURNS: '20', WHO }),
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(children.map((child) => once(child, 'close')));
  expect(codes.map(([code]) => code as unknown)).toEqual([0, 0]);
  expectWhole('a.yaml');
  expectWhole('b.yaml');
  expect(fs.readdirSync(outdir).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test('a disk that takes no more leaves the earlier files whole and nothing beside them', () => {
  const main = program('writer.cjs', writer);
  execFileSync(process.execPath, [main], { env: environment({ TURNS: '1', WHO: 'old-' }) });
  const before = [read('a.yaml'), read('b.yaml')];
  // The shell's limit on the size of a file makes the system refuse the rest of a write.
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `ulimit -f 4; exec "${process.execPath}" "${main}"`],
    { env: environment({ TURNS: '1', WHO: 'new-' }), encoding: 'utf8' },
  );
  expect(stderr).toMatch(/a\.yaml: .* \(EFBIG\)/);
  expect(status).toBe(1);
  expect([read('a.yaml'), read('b.yaml')]).toEqual(before);
  expect(fs.readdirSync(outdir).sort()).toEqual(['a.yaml', 'b.yaml']);
});
