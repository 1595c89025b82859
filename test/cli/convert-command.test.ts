import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './run-cli';

const sample = readFileSync(
  join(__dirname, '..', 'kubekey', 'fixtures', 'config-sample.yaml'),
  'utf8',
);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-convert-'));
  writeFileSync(join(folder, 'old.yaml'), sample);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const convert = (args: readonly string[], options: Parameters<typeof runCli>[1] = {}) =>
  runCli(['kubekey', 'convert', ...args], { cwd: folder, ...options });

test('an inventory and a config are written; what holds secrets is for its owner alone', () => {
  const { code, stdout, stderr } = convert(['old.yaml', '--to', 'v4', '--out', 'new/deep']);
  expect(code).toBe(0);
  expect(stderr).toBe(
    'Wrote new/deep/old-inventory.yaml, which holds secrets: keep it out of git.\nWrote new/deep/old-config.yaml.\n',
  );
  const inventory = join(folder, 'new', 'deep', 'old-inventory.yaml');
  expect(statSync(inventory).mode & 0o777).toBe(0o600);
  expect(readFileSync(inventory, 'utf8')).toContain('Example#1');
  expect(readFileSync(join(folder, 'new', 'deep', 'old-config.yaml'), 'utf8')).toContain(
    'kube_version: v1.26.4',
  );
  expect(stdout + stderr).not.toContain('Example#1');
});

test('nothing is overwritten without --force, and then nothing at all is written', () => {
  writeFileSync(join(folder, 'old-config.yaml'), 'mine');
  const { code, stderr } = convert(['old.yaml', '--to', 'v4']);
  expect(code).toBe(2);
  expect(stderr).toContain('old-config.yaml: the file exists. ');
  expect(readdirSync(folder).sort()).toEqual(['old-config.yaml', 'old.yaml']);
  expect(readFileSync(join(folder, 'old-config.yaml'), 'utf8')).toBe('mine');
  expect(convert(['old.yaml', '--to', 'v4', '--force']).code).toBe(0);
  expect(readFileSync(join(folder, 'old-config.yaml'), 'utf8')).toContain('kind: Config');
});

test('the report says what kk 3 ignored and what kk 4 has no place for, with places', () => {
  const text = sample
    .replace('kubernetes:', 'Kubernetes:\n    enableMultusCNI: true')
    .replace('plugin: calico', 'plugin: calico\n    calico: {vethMTU: 1440}')
    .replace('control-plane:', 'master:');
  const { code, stdout } = convert(['-', '--to', 'v4'], { input: text });
  expect(code).toBe(0);
  expect(stdout).toContain('-:26:5 spec.Kubernetes.enableMultusCNI');
  expect(stdout).toMatch(/-: network\.calico\.vethMTU has no place in the files of kk 4/);
  expect(readdirSync(folder).sort()).toEqual([
    'old.yaml',
    'sample-config.yaml',
    'sample-inventory.yaml',
  ]);
  expect(readFileSync(join(folder, 'sample-inventory.yaml'), 'utf8')).toContain(
    'kube_control_plane:\n      hosts:\n        - node1',
  );
});

test('a file that kk 3 refuses ends with 1 and every place, without a secret, and writes nothing', () => {
  const text = sample
    .replace('"Example#1"', '987654')
    .replace('port: 6443', 'port: "6443"')
    .replace('autoRenewCerts: true', 'autoRenewCerts: "yes"');
  const { code, stdout, stderr } = convert(['-', '--to', 'v4'], { input: text });
  expect(code).toBe(1);
  for (const place of ['-:8:85: ', '-:24:5: ', '-:28:5: ']) expect(stderr).toContain(place);
  expect(stderr).toContain('Nothing was written.');
  expect(stdout + stderr).not.toContain('987654');
  expect(readdirSync(folder)).toEqual(['old.yaml']);
});

test.each([
  [['none.yaml', '--to', 'v4'], 'none.yaml: there is no file or folder of this name'],
  [['.', '--to', 'v4'], '.: this is a folder, and a file is wanted'],
  [['old.yaml', '--to', 'v5'], 'Allowed choices are v4.'],
  [['old.yaml'], "required option '--to <format>' not specified"],
  [['--to', 'v4'], "missing required argument 'file'"],
  [['-', '--to', 'v4'], 'the file holds no object of the kind Cluster'],
])('fails with 2 for %j', (args, text) => {
  const { code, stdout, stderr } = convert(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(text);
});
