import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './run-cli';

const good = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n';
const bad =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n  - port: 80\n    nodePort: 80\n';
const cluster =
  'apiVersion: kubekey.kubesphere.io/v1alpha2\nkind: Cluster\nmetadata: {name: sample}\nspec:\n  hosts: [{name: node1, address: 192.168.0.2, internalAddress: 192.168.0.2, privateKeyPath: "~/.ssh/id_rsa"}]\n  roleGroups: {etcd: [node1], control-plane: [node1], worker: [node1]}\n  kubernetes: {version: v1.26.4, containerManager: containerd}\n';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-check-'));
  mkdirSync(join(folder, 'all', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'good.yaml'), good);
  writeFileSync(join(folder, 'bad.yaml'), bad);
  writeFileSync(join(folder, 'broken.yaml'), `${bad}---\napiVersion: v1\nkind: "Service\n`);
  writeFileSync(join(folder, 'all', 'cluster.yaml'), cluster);
  writeFileSync(join(folder, 'all', 'deep', 'bad.yml'), bad);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const check = (args: readonly string[], options: Parameters<typeof runCli>[1] = {}) =>
  runCli(['check', ...args], { cwd: folder, ...options });

test('a sound file ends with 0 and says for which version it was checked', () => {
  expect(check(['good.yaml'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'Checked 1 object for Kubernetes 1.36 (the newest version known): no findings.\n',
  });
});

test('an error ends with 1 and is shown with its place and its fix', () => {
  const { code, stdout } = check(['bad.yaml']);
  expect(code).toBe(1);
  expect(stdout).toContain('Service web\n  bad.yaml:9:5 spec.ports[0].nodePort\n    error: ');
  expect(stdout).toContain('\n    fix: ');
  expect(stdout).toMatch(/\n1 error\n$/);
});

test('JSON goes to standard output alone, in its documented form', () => {
  const { code, stdout, stderr } = check(['bad.yaml', '--format', 'json']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Checked 1 object/);
  const report = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
  expect(report).toMatchObject({ version: 1, kubernetesVersion: '1.36' });
  expect(Object.keys(report)).toEqual(['version', 'kubernetesVersion', 'findings', 'problems']);
  expect(report.findings).toHaveLength(1);
  expect(Object.keys(report.findings[0]!)).toEqual([
    'check',
    'severity',
    'object',
    'field',
    'problem',
    'fix',
    'origin',
  ]);
  expect(report.findings[0]).toMatchObject({
    object: { apiVersion: 'v1', kind: 'Service', name: 'web' },
    origin: { file: 'bad.yaml', line: 9, column: 5 },
  });
});

test('a folder is searched in depth, and a KubeKey Cluster in it says the version', () => {
  const { code, stdout, stderr } = check(['all', '--format=json']);
  expect(code).toBe(1);
  expect(stdout).toContain('"kubernetesVersion": "1.26"');
  expect(stdout).toContain('"file": "all/deep/bad.yml"');
  expect(stderr).toContain(
    'Checked 2 objects for Kubernetes 1.26 (the version of the KubeKey Cluster)',
  );
});

test('a folder may be a whole cdk8s project: what is for other programs is read where it is named', () => {
  const project = join(folder, 'project');
  mkdirSync(join(project, 'dist'), { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(project, name), text);
  };
  write('cdk8s.yaml', 'language: typescript\napp: node main.js\n');
  write('package.json', '{"name": "web", "keywords": ["kind"]}');
  write('package-lock.json', '{"packages": {"": {"name": "web"}}}');
  write('tsconfig.json', '{\n  // strict\n  "compilerOptions": {"strict": true}\n}');
  write('empty.json', '[]');
  write('dist/web.k8s.yaml', good);
  write('dist/map.json', '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}');
  expect(check(['.'], { cwd: project })).toEqual({
    code: 0,
    stdout: '',
    stderr: 'Checked 2 objects for Kubernetes 1.36 (the newest version known): no findings.\n',
  });
  expect(check(['.', 'package.json', 'cdk8s.yaml'], { cwd: project })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^\.\/package\.json:1:1: the mapping has neither [^]*\ncdk8s\.yaml:1:1: the mapping has neither /,
    ) as string,
  });
  // One of the two keys, even misspelt, tells an object with a mistake.
  write('dist/map.json', '{"apiversion": "v1", "metadata": {"name": "a"}}');
  expect(check(['.'], { cwd: project }).stderr).toContain('./dist/map.json:1:1: ');
  write('dist/map.json', '{"apiVersion": "v1", "kind": "ConfigMap",');
  expect(check(['.'], { cwd: project }).stderr).toContain('./dist/map.json:1:');
});

test('- is standard input', () => {
  const { code, stdout } = check(['-'], { input: bad });
  expect(code).toBe(1);
  expect(stdout).toContain('  -:9:5 spec.ports[0].nodePort\n');
});

test('what can not be read ends with 2, and the rest is checked and shown', () => {
  const { code, stdout, stderr } = check(['broken.yaml', 'none.yaml']);
  expect(code).toBe(2);
  expect(stdout).toContain('broken.yaml:9:5 spec.ports[0].nodePort');
  expect(stderr).toContain('none.yaml: there is no file or folder of this name. ');
  expect(stderr).toMatch(/\nNot all could be read: see the 2 problems above\.\n$/);
  expect(stderr).toContain('broken.yaml:12:7: a quote is opened and never closed. ');
});

test('a revision of git is no file to check', () => {
  const { code, stderr } = check(['git:main:manifests']);
  expect(code).toBe(2);
  expect(stderr).toContain(
    'git:main:manifests: there is no file or folder of this name. Name a file or a folder: only the command review reads a revision of git.\n',
  );
});

test('what can not be read stands in every form of the report', () => {
  const run = (format: string): string =>
    check(['broken.yaml', 'none.yaml', '--format', format]).stdout;
  const fix = 'Close the text with the same quote that it begins with.';
  expect((JSON.parse(run('json')) as { problems: object[] }).problems).toEqual([
    {
      file: 'none.yaml',
      problem: 'there is no file or folder of this name',
      fix: 'Check the path; it is taken from the folder that the command runs in.',
    },
    {
      file: 'broken.yaml',
      line: 12,
      column: 7,
      problem: 'a quote is opened and never closed',
      fix,
    },
  ]);
  expect(run('github').split('\n')[1]).toBe(
    `::error file=broken.yaml,line=12,col=7,title=readable-file::a quote is opened and never closed. ${fix}`,
  );
  const log = JSON.parse(run('sarif')) as {
    runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleIndex: number }[] }];
  };
  const [{ tool, results }] = log.runs;
  const ids = results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id);
  expect(ids).toEqual(['readable-file', 'readable-file', 'node-port-in-range']);
  const region = { startLine: 12, startColumn: 7 };
  expect(results[1]).toMatchObject({
    ruleId: 'readable-file',
    level: 'error',
    message: { text: `a quote is opened and never closed. ${fix}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'broken.yaml' }, region } }],
  });
});

test('input that holds no object at all ends with 2: what should have written it did not', () => {
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'none', 'zero.yaml'), '# Source: web/templates/web.yaml\n---\n');
  const fix = 'Check what should have written it.';
  expect(check(['none/zero.yaml', 'none', '-'])).toEqual({
    code: 2,
    stdout: '',
    stderr: [
      `none/zero.yaml: the file holds no object. ${fix}`,
      `none: the folder holds no object. ${fix}`,
      `-: standard input holds no object. ${fix}`,
      'Nothing was checked: see the 3 problems above.',
      '',
    ].join('\n'),
  });
  expect(check(['-', '--format', 'github']).stdout).toMatch(
    /^::error title=readable-file::standard input: /,
  );
  // Beside an object, an empty file is one that there is nothing in.
  expect(check(['none', 'good.yaml']).code).toBe(0);
});

test('where reading fails and leaves nothing to check, no findings are counted', () => {
  const { code, stderr } = check(['none.yaml']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^none\.yaml: [^\n]+\nNothing was checked: see the 1 problem above\.\n$/);
});

test('files with CustomResourceDefinitions are named from the configuration, beside it', () => {
  const definition =
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Widget, plural: widgets}\n  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}}]\n';
  mkdirSync(join(folder, 'config', 'crds'), { recursive: true });
  // Install files of operators hold other objects, too: they are passed over.
  writeFileSync(join(folder, 'config', 'crds', 'widgets.yaml'), `${bad}---\n${definition}`);
  const config = (name: string, ...paths: string[]): string => {
    const list = paths.map((path) => `  - ${path}\n`).join('');
    writeFileSync(join(folder, 'config', name), `customResourceDefinitions:\n${list}`);
    return `config/${name}`;
  };
  const input =
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: it}\nspec: {size: large}\n';

  const found = check(['-', '--config', config('good.yaml', 'crds/widgets.yaml')], { input });
  expect(found.code).toBe(1);
  expect(found.stdout).toContain('-:4:8 spec.size\n    error: ');
  expect(found.stdout).toMatch(/\n1 error\n$/);

  const wrong = config('wrong.yaml', 'crds/none.yaml', '../broken.yaml', '../good.yaml');
  expect(check(['-', '--config', wrong], { input })).toEqual({
    code: 2,
    stdout: '',
    stderr: [
      'config/wrong.yaml:2:5 customResourceDefinitions[0]: there is no file of this name, got "crds/none.yaml". Check the path; it is seen from the folder of the configuration.',
      'broken.yaml:12:7: a quote is opened and never closed. Close the text with the same quote that it begins with.',
      'config/wrong.yaml:4:5 customResourceDefinitions[2]: "../good.yaml" holds no CustomResourceDefinition. Name a file with the definition of the custom resources.',
      '',
    ].join('\n'),
  });
});

test('colours are for terminals, or where they are forced', () => {
  const escape = String.fromCharCode(27);
  expect(check(['bad.yaml']).stdout).not.toContain(escape);
  expect(check(['bad.yaml'], { env: { CI: 'true' } }).stdout).not.toContain(escape);
  expect(check(['bad.yaml'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(escape);
  expect(check(['bad.yaml'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
    escape,
  );
});

test.each([
  [['check'], "missing required argument 'path'"],
  [['check', 'good.yaml', '--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
  [['check', 'good.yaml', '--bogus'], "unknown option '--bogus'"],
  [['chekc', 'good.yaml'], 'Did you mean check?'],
  [['help', 'chekc'], "error: unknown command 'chekc'\n(Did you mean check?)"],
  [['kubekey', 'help', 'check'], "error: unknown command 'check'"],
  [[], 'Usage: cdk8s-groundwork'],
])('fails with 2 and a word of help for %j', (args, text) => {
  const { code, stdout, stderr } = runCli(args, { cwd: folder });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(text);
  expect(stderr).toMatch(/Run "cdk8s-groundwork check --help"|Commands:/);
});

test('help and version go to standard output and end with 0', () => {
  expect(runCli(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\./) as string,
  });
  const help = runCli(['check', '--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('Exit codes: 0 no errors');
  expect(runCli(['help', 'check'])).toEqual(help);
  expect(runCli(['help'])).toEqual(runCli(['--help']));
  expect(runCli(['help', 'kubekey']).stdout).toMatch(/^Usage: cdk8s-groundwork kubekey /);
});
