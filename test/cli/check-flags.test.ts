// The flags of `cdk8s-groundwork check`, as users type them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionFindings } from '../../src/checks/option-findings';
import { checks } from '../../src/checks/rules/index';
import { runCli, type CliRun } from './run-cli';

const nodePort =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: NodePort\n  ports:\n  - port: 80\n    nodePort: 80\n';
const refersToSecret =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: web\n    image: nginx\n    envFrom: [{secretRef: {name: keys}}]\n';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-flags-'));
  write('web.yaml', nodePort);
  write('pod.yaml', refersToSecret);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
const check = (...args: string[]): CliRun => runCli(['check', ...args], { cwd: folder });
const input = (text: string, ...args: string[]): CliRun =>
  runCli(['check', ...args], { cwd: folder, input: text });

test('--config sets severities: an error that is made a warning ends with 0', () => {
  write('soft.yaml', 'severity: {node-port-in-range: warning}\n');
  const { code, stdout } = check('web.yaml', '--config', 'soft.yaml');
  expect(code).toBe(0);
  expect(stdout).toMatch(/ warning: .*\(node-port-in-range\)\n[^]*\n1 warning\n$/);
});

test('a check that severity names runs whatever the profile, unless it is off', () => {
  write('named.yaml', 'severity: {pinned-image: error}\n');
  const { code, stdout } = check('pod.yaml', '--config', 'named.yaml');
  expect(code).toBe(1);
  expect(stdout).toMatch(/ error: .*\(pinned-image\)\n[^]*\n1 error, 1 warning\n$/);
  write('off.yaml', 'severity: {pinned-image: off}\n');
  const off = check('pod.yaml', '--config', 'off.yaml', '--profile', 'recommended');
  expect(off.stdout).toContain('(has-resources)');
  expect(off.stdout).not.toContain('(pinned-image)');
});

test('--config waives, and tells of a waiver whose last day is over by the clock', () => {
  write('waived.yaml', 'waivers:\n- {check: node-port-in-range, reason: known}\n');
  expect(check('web.yaml', '--config=waived.yaml')).toMatchObject({ code: 0, stdout: '' });
  write(
    'late.yaml',
    'waivers:\n- {check: node-port-in-range, reason: known, expires: 2020-01-01}\n',
  );
  const { code, stdout } = check('web.yaml', '--config=late.yaml');
  expect(code).toBe(1);
  expect(stdout).toMatch(/\nWaiver node-port-in-range\n {2}late\.yaml:2:3 waivers\[0\]\.expires\n/);
  expect(stdout).toMatch(/\n1 error, 1 warning\n$/);
});

test('a configuration that is wrong, or not there, ends with 2 before anything is checked', () => {
  write('wrong.yaml', 'profil: production\nseverity: {no-such-check: off}\n');
  expect(check('web.yaml', '--config', 'wrong.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr: [
      'wrong.yaml:1:1 profil: unknown field "profil". Write profile if you mean that.',
      'wrong.yaml:2:12 severity.no-such-check: there is no check of this id, got "no-such-check". Write the id of a check; cdk8s-groundwork check --list shows them.',
      '',
    ].join('\n'),
  });
  expect(check('web.yaml', '--config', 'none.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'none.yaml: there is no file of this name. Check the path; it is taken from the folder that the command runs in.\n',
  });
});

test('a severity that there is none of is reported once', () => {
  write('wrong.yaml', 'severity: {pinned-image: fatal}\n');
  expect(check('web.yaml', '--config', 'wrong.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'wrong.yaml:1:12 severity.pinned-image: must be one of error, warning, off, got "fatal". Write error, warning or off.\n',
  });
});

test('flags stand over the configuration', () => {
  write('all.yaml', 'kubernetesVersion: 1.28\nprofile: production\nreferences: closed\n');
  const configured = check('pod.yaml', '--config', 'all.yaml', '--format', 'json');
  expect(configured.code).toBe(1);
  expect(configured.stderr).toContain('Kubernetes 1.28 (the version of the configuration)');
  expect(configured.stdout).toContain('"read-only-root-filesystem"');
  const flags = ['--references', 'open', '--profile', 'recommended', '--kubernetes-version=1.30'];
  const typed = check('pod.yaml', '--config', 'all.yaml', '--format', 'json', ...flags);
  expect(typed.code).toBe(0);
  expect(typed.stderr).toContain('Kubernetes 1.30 (as asked for)');
  expect(typed.stdout).toContain('"pinned-image"');
  expect(typed.stdout).not.toContain('"read-only-root-filesystem"');
});

test('--references closed makes an error of a reference that leads nowhere', () => {
  expect(check('pod.yaml').code).toBe(0);
  const { code, stdout } = check('pod.yaml', '--references', 'closed');
  expect(code).toBe(1);
  expect(stdout).toContain('(secret-exists)');
});

test('--list shows every id that a configuration can name, and checks nothing', () => {
  const { code, stdout, stderr } = check('--list', 'none.yaml');
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(
    [...checks, ...optionFindings].map(({ id }) => id),
  );
  expect(lines.at(-1)).toMatch(/^unused-waiver +warning +always +Every waiver is for something/);
});

test('--format github writes one workflow command for each finding', () => {
  const { code, stdout } = check('web.yaml', '--format', 'github');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^::error file=web\.yaml,line=8,col=5,title=node-port-in-range::Service web spec\.ports\[0\]\.nodePort: [^\n]+\n$/,
  );
});

test('--format sarif writes one log, also for standard input and for no findings', () => {
  interface Log {
    runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { level: string }[] }];
  }
  const run = ({ stdout }: CliRun): Log['runs'][0] => (JSON.parse(stdout) as Log).runs[0];
  const found = input(nodePort, '-', '--format', 'sarif');
  expect(found.code).toBe(1);
  expect(run(found).results).toMatchObject([
    {
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'stdin' } } }],
    },
  ]);
  write('keys.yaml', 'external: [{kind: Secret, name: keys}]\n');
  const sound = check('pod.yaml', '--format', 'sarif', '--config', 'keys.yaml');
  expect([sound.code, run(sound).results]).toEqual([0, []]);
});

test('SARIF describes what is said of a waiver, too', () => {
  write(
    'late.yaml',
    'waivers:\n- {check: node-port-in-range, reason: known, expires: 2020-01-01}\n',
  );
  const { stdout } = check('web.yaml', '--format', 'sarif', '--config', 'late.yaml');
  const log = JSON.parse(stdout) as { runs: [{ tool: { driver: { rules: object[] } } }] };
  expect(log.runs[0].tool.driver.rules).toMatchObject([
    { id: 'expired-waiver', shortDescription: { text: expect.any(String) as string } },
    { id: 'node-port-in-range' },
  ]);
});

test.each(['text', 'json', 'sarif', 'github'])(
  'the exit code does not depend on the form %s, nor do colours get into a file',
  (format) => {
    const { code, stdout } = check('web.yaml', '--format', format);
    expect(code).toBe(1);
    expect(stdout).not.toContain('\u001b');
    expect(check('pod.yaml', '--format', format).code).toBe(0);
  },
);

test('colours are for people: JSON has none where they are forced', () => {
  const env = { FORCE_COLOR: '1' };
  const forced = (format: string): string =>
    runCli(['check', 'web.yaml', '--format', format], { cwd: folder, env }).stdout;
  expect(forced('text')).toContain('\u001b[31merror\u001b[39m');
  expect(forced('json')).not.toContain('\u001b');
});

test('on a terminal the report is coloured, unless NO_COLOR or a dumb terminal forbid it', () => {
  const main = join(__dirname, '../../src/cli/main.ts');
  const command = `"${process.execPath}" --import "file://${require.resolve('tsx')}" "${main}" check web.yaml`;
  const onTerminal = (env: NodeJS.ProcessEnv): string => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
    return spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...rest, TERM: 'xterm', ...env },
    }).stdout;
  };
  expect(onTerminal({})).toContain('\u001b[31merror\u001b[39m');
  expect(onTerminal({ NO_COLOR: '1' })).toContain('error: nodePort must be within');
  expect(onTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[31m');
  expect(onTerminal({ TERM: 'dumb' })).not.toContain('\u001b[31m');
});

test('files and standard input are checked together', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\n';
  expect(input(secret, 'pod.yaml', '-', '--references=closed').code).toBe(0);
});

test.each([
  [['--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
  [['--profile', 'strict'], 'Allowed choices are recommended, production.'],
  [['--references', 'close'], 'Allowed choices are open, closed.'],
  [['--config'], "option '--config <file>' argument missing"],
  [['--kubernetes-version'], "option '--kubernetes-version <version>' argument missing"],
  [['--kubernetes-version', '1.99'], '--kubernetes-version: is no Kubernetes version'],
  [['--kubernetes-version', 'newest'], 'got "newest". Write one from 1.19 to 1.36.'],
  [['--lst'], "unknown option '--lst'"],
])('ends with 2 and says what is wrong for %j', (flags, text) => {
  const { code, stdout, stderr } = check('web.yaml', ...flags);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(text);
});
