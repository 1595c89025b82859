import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const root = path.resolve(__dirname, '..');

function node(...args: string[]): string {
  const env = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'examples/tsconfig.json') };
  return execFileSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { ...env, CDK8S_OUTDIR: outdir },
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

let outdir: string;
beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'process-'));
});
afterEach(() => {
  fs.rmSync(outdir, { recursive: true, force: true });
});

/** A program that prints which files requiring the package loads. */
const printLoaded = `
require('./src/index.ts');
console.log(JSON.stringify(Object.keys(require.cache)));
`;

test('loading the package loads neither cdk8s-plus nor the schemas of Kubernetes', () => {
  const loaded = JSON.parse(node('-e', printLoaded)) as string[];
  expect(loaded.filter((file) => file.includes('/src/index.ts'))).toHaveLength(1);
  expect(loaded.filter((file) => /cdk8s-plus|facts\/kubernetes\/data\//.test(file))).toEqual([]);
});

test('the lesson is synthesized without a socket, a look-up of a name or another process', () => {
  const deny = path.join(outdir, 'deny.cjs');
  fs.writeFileSync(
    deny,
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
  // tsx itself talks to its compiler over a pipe, so the compiled program is run here.
  const compiled = path.join(outdir, 'compiled');
  execFileSync('npx', ['tsc', '--outDir', path.join(compiled, 'src')], { cwd: root });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(compiled, 'node_modules'));
  const lesson = path.join(root, 'examples/lesson/main.ts');
  const main = fs.readFileSync(lesson, 'utf8').replace("'cdk8s-groundwork'", "'./src/index.js'");
  fs.writeFileSync(path.join(compiled, 'main.mjs'), main);
  execFileSync(process.execPath, ['-r', deny, path.join(compiled, 'main.mjs')], {
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    stdio: 'pipe',
  });
  expect(fs.readFileSync(path.join(outdir, 'ng.yaml'), 'utf8')).toBe(
    fs.readFileSync(path.join(root, 'examples/lesson/ng.yaml'), 'utf8'),
  );
});

test('a failing program ends with a message, a non-zero code and the earlier files whole', () => {
  const program = path.join(outdir, 'main.ts');
  fs.writeFileSync(path.join(outdir, 'ng.yaml'), 'old\n');
  fs.writeFileSync(
    program,
    `
import { ManifestApp, ManifestFile, WebApp } from 'cdk8s-groundwork';
const app = new ManifestApp();
new WebApp(new ManifestFile(app, 'ng'), 'nginx', { image: 'nginx', port: 80, nodePort: 80 });
app.synth();
`,
  );
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(outdir, 'node_modules'));
  let failure: { status?: number; stdout?: string; stderr?: string } = {};
  try {
    node(program);
  } catch (error) {
    failure = error as typeof failure;
  }
  expect(failure.status).toBe(1);
  expect(failure.stdout).toBe('');
  expect(failure.stderr).toContain(
    'ng/nginx/service (Service nginx spec.ports[0].nodePort): nodePort must be within 30000-32767, got 80.',
  );
  expect(fs.readFileSync(path.join(outdir, 'ng.yaml'), 'utf8')).toBe('old\n');
});
