// The plug-in within the real cdk8s-cli, from a package that is compiled as users get it.
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};
let project: string;

beforeAll(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'validation-'));
  const modules = path.join(project, 'node_modules');
  execFileSync('npx', ['tsc', '--outDir', path.join(modules, 'cdk8s-groundwork/dist')], {
    cwd: root,
  });
  fs.copyFileSync(
    path.join(root, 'package.json'),
    path.join(modules, 'cdk8s-groundwork/package.json'),
  );
  for (const name of fs.readdirSync(path.join(root, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
}, 120_000);

afterAll(() => {
  fs.rmSync(project, { recursive: true, force: true });
});

function synth(
  main: string,
  source: string,
  properties: object = {},
  asked = version,
): { status: number | null; stdout: string } {
  fs.writeFileSync(path.join(project, main), source);
  const validations = [
    {
      package: './node_modules/cdk8s-groundwork',
      class: 'GroundworkValidation',
      version: asked,
      properties,
    },
  ];
  const config = { language: 'typescript', app: `node ${main}`, output: 'manifests', validations };
  fs.writeFileSync(path.join(project, 'cdk8s.yaml'), JSON.stringify(config));
  return spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth'],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    },
  );
}

const plain = (nodePort: number): string => `
const { App, Chart, ApiObject } = require('cdk8s');
const app = new App();
new ApiObject(new Chart(app, 'ng'), 'service', {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, nodePort: ${nodePort} }] },
});
app.synth();
`;

test('fails a synth of plain cdk8s with the construct, the place and what to do', () => {
  const { status, stdout } = synth('broken.cjs', plain(80));
  expect(status).toBe(2);
  expect(stdout).toContain('node-port-in-range (error)');
  expect(stdout).toContain('Construct Path: ng/service');
  expect(stdout).toContain('manifests/ng.k8s.yaml:7:7 Service web spec.ports[0].nodePort');
}, 60_000);

test('names no construct where another object of the same name would be taken for it', () => {
  const other = `new ApiObject(new Chart(app, 'other'), 'map', {
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' },
});
app.synth();`;
  const { status, stdout } = synth('shared.cjs', plain(80).replace('app.synth();', other));
  expect(status).toBe(2);
  expect(stdout).toContain('Resource Name: Service web');
  expect(stdout).toContain('Construct Path: N/A');
}, 60_000);

test('passes with warnings, and its properties choose how it checks', () => {
  expect(synth('sound.cjs', plain(30007)).status).toBe(0);
  expect(synth('sound.cjs', plain(30007), { references: 'closed' }).status).toBe(2);
}, 60_000);

test('says which version ran where cdk8s.yaml says another', () => {
  expect(synth('sound.cjs', plain(30007)).stdout).not.toContain('installed-version');
  const { status, stdout } = synth('sound.cjs', plain(30007), {}, '99.0.0');
  expect(status).toBe(0);
  expect(stdout).toContain('installed-version (warning)');
  expect(stdout).toContain(`Write version: ${version}, or install 99.0.0.`);
}, 60_000);

test('passes on the lesson', () => {
  const lesson = fs.readFileSync(path.join(root, 'examples/lesson/main.ts'), 'utf8');
  const { status, stdout } = synth('lesson.mjs', lesson);
  expect(stdout).toMatch(/Kubernetes +│ 1\.26/);
  expect(status).toBe(0);
}, 60_000);
