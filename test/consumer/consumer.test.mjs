// What a user's own project sees: the packed tarball, installed. These tests install packages, so
// they are apart from `npm test`: `npm run test:consumer`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'consumer-'));
let tarball;

/** Runs a command and gives what it printed; its own output tells why where it fails. */
function run(cwd, command, ...args) {
  return runWith({}, cwd, command, ...args);
}

function runWith(more, cwd, command, ...args) {
  const env = {
    ...process.env,
    CDK8S_CHECK_UPGRADE: 'false',
    NODE_TEST_CONTEXT: undefined,
    CI: undefined,
    ...more,
  };
  try {
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
  }
}

function write(folder, files) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
}

/** The fences of a page that are for a project of its own, by the name that it gives each of them. */
function fencesOf(page) {
  const text = fs.readFileSync(path.join(root, page), 'utf8');
  const found = text.matchAll(/<!-- consumer: (.+) -->\n\n```\w+\n([\s\S]*?)```/g);
  return Object.fromEntries([...found].map(([, name, body]) => [name, body]));
}

/** What the README shows under "Import it into your project". */
const readme = fencesOf('README.md');
const testing = fencesOf('docs/testing.md');
const checking = fencesOf('docs/check.md');

const expected = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: nginx
  labels:
    app: nginx
spec:
  replicas: 1
  selector:
    matchLabels:
      app: nginx
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
        - name: nginx
          image: nginx:1.27
          ports:
            - containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: nginx-service
  labels:
    app: nginx
spec:
  type: NodePort
  selector:
    app: nginx
  ports:
    - protocol: TCP
      port: 80
      targetPort: 80
      nodePort: 30007
`;

before(() => {
  const [packed] = JSON.parse(run(root, 'npm', 'pack', '--json', '--pack-destination', temporary));
  tarball = { ...packed, file: path.join(temporary, packed.filename) };
});
after(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

describe('the tarball', () => {
  test('is under 1 MB and holds dist, src, README and LICENSE only', () => {
    assert.ok(tarball.size < 1_000_000, `${tarball.size} bytes packed`);
    const others = tarball.files
      .map(({ path: name }) => name)
      .filter((name) => !/^(dist|src)\/|^(README(\.zh-CN)?\.md|LICENSE|package\.json)$/.test(name));
    assert.deepEqual(others, []);
  });

  test('satisfies publint', () => {
    run(root, 'npx', 'publint', '--strict', '--pack', 'npm');
  });

  test('resolves for every kind of TypeScript project', () => {
    run(root, 'npx', 'attw', tarball.file, '--exclude-entrypoints', 'testing/vitest');
  });

  // vitest itself can't be required, so its entry can't be either: only the ways of ESM count for it.
  test('resolves its entry for vitest in ESM projects', () => {
    run(
      root,
      'npx',
      'attw',
      tarball.file,
      '--entrypoints',
      'testing/vitest',
      '--profile',
      'esm-only',
    );
  });
});

describe("a project with the files of cdk8s-cli's TypeScript template", () => {
  const project = path.join(temporary, 'template');
  const stored = () => fs.readFileSync(path.join(project, '__manifests__/ng.yaml'), 'utf8');

  before(() => {
    const template = path.join(root, 'node_modules/cdk8s-cli/templates/typescript-app');
    fs.cpSync(template, project, { recursive: true });
    for (const name of ['.hooks.sscaff.js', '{{}}.gitignore', '__snapshots__', 'help']) {
      fs.rmSync(path.join(project, name), { recursive: true });
    }
    const versionOf = (name) => own.devDependencies[name];
    const filled = fs
      .readFileSync(path.join(project, 'package.json'), 'utf8')
      .replaceAll('{{ $base }}', 'template')
      .replace('^{{ cdk8s_core_version }}', versionOf('cdk8s'))
      .replace(/"cdk8s-plus-\d+": "\^\{\{ cdk8s_plus_version \}\}"/, () => {
        return `"cdk8s-plus-28": "${versionOf('cdk8s-plus-28')}"`;
      })
      .replace('^{{ constructs_version }}', versionOf('constructs'))
      .replace('{{ cdk8s_cli_spec }}', versionOf('cdk8s-cli'));
    write(project, {
      'package.json': filled,
      'main.ts': readme['main.ts'],
      'main.test.ts': readme['main.test.ts'],
      'cdk8s.yaml': readme['cdk8s.yaml'],
    });
    run(project, 'npm', 'install', '--no-audit', '--no-fund');
    const [npm, ...install] = readme.install.trim().split(' ');
    run(project, npm, ...install.map((it) => (it === own.name ? tarball.file : it)), '--no-audit');
  });

  test('compiles', () => {
    run(project, 'npm', 'run', 'compile');
    run(project, 'npx', 'tsc', '--build', '--clean');
  });

  test('runs a snapshot test, which then holds', () => {
    assert.throws(() => run(project, 'npx', 'jest', '--ci'), /ng\.yaml is not stored yet/);
    run(project, ...readme.jest.trim().split(' '));
    assert.equal(stored(), expected);
    run(project, 'npx', 'jest', '--ci');
  });

  test('fails for a change with what applying it does, and keeps a rejected one back', () => {
    const change = (from, to) => {
      write(project, { 'main.ts': readme['main.ts'].replace(from, to) });
    };
    change('nginx:1.27', 'nginx:1.28');
    assert.throws(() => run(project, 'npx', 'jest'), /1 restart \(1 pod\)/);
    run(project, 'npx', 'jest', '-u');
    change('port: 80,', "port: 80, labels: { app: 'web' },");
    assert.throws(() => run(project, 'npx', 'jest', '-u'), /accept: \['rejected'\]/);
    run(project, 'sh', '-c', testing.accept);
    change('', '');
    runWith({ GROUNDWORK_ACCEPT: 'rejected' }, project, 'npx', 'jest', '-u');
    assert.equal(stored(), expected);
  });

  test('runs the tests that docs/testing.md shows', () => {
    const folder = path.join(project, 'docs');
    const shown = ['shop.ts', 'shop.test.ts', 'accept.test.ts'];
    write(folder, Object.fromEntries(shown.map((name) => [name, testing[name]])));
    run(project, 'npx', 'jest', 'docs');
    run(project, 'npx', 'jest', 'docs', '--ci');
    run(project, 'npx', 'tsc', '--noEmit');
    // The template's types of Node.js are older than its test runner, so this one isn't type-checked.
    write(folder, { 'node.test.ts': testing['node.test.ts'] });
    run(project, 'node', '-r', 'ts-node/register/transpile-only', '--test', 'docs/node.test.ts');
    fs.rmSync(folder, { recursive: true });
  });

  test('synthesizes ng.yaml by npx cdk8s synth', () => {
    run(project, ...readme.synth.trim().split(' '));
    assert.equal(fs.readFileSync(path.join(project, 'manifests/ng.yaml'), 'utf8'), expected);
  });

  test('runs a check of its own on plain YAML, as docs/check.md shows', () => {
    const program = {
      'checks.ts': checking['checks.ts'],
      'check-own.ts': checking['check-own.ts'],
    };
    write(project, program);
    assert.throws(
      () => run(project, 'npx', 'ts-node', 'check-own.ts'),
      /::error file=manifests\/ng\.yaml,line=5,col=3,title=acme\/has-team::Deployment nginx metadata\.labels: no team is named/,
    );
    // Every object has this label.
    write(project, { 'checks.ts': checking['checks.ts'].replaceAll('team', 'app') });
    assert.equal(run(project, 'npx', 'ts-node', 'check-own.ts'), '');
  });
});

describe('an ESM project with nodenext resolution', () => {
  const project = path.join(temporary, 'esm');

  before(() => {
    const { cdk8s, constructs, typescript, 'cdk8s-plus-28': plus } = own.devDependencies;
    write(project, {
      'package.json': JSON.stringify({
        type: 'module',
        private: true,
        dependencies: { cdk8s, 'cdk8s-plus-28': plus, constructs, typescript },
      }),
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, types: [] },
      }),
      'main.ts': `
import { AppDeployment, ManifestApp, ManifestFile, NodePortService } from 'cdk8s-groundwork';

const app = new ManifestApp();
const ng = new ManifestFile(app, 'ng');
const nginx = new AppDeployment(ng, 'nginx', { image: 'nginx:1.27', port: 80, replicas: 1 });
new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 30007 });
app.synth();
`,
    });
    run(project, 'npm', 'install', '--no-audit', '--no-fund', tarball.file);
  });

  test('compiles and writes ng.yaml', () => {
    run(project, 'npx', 'tsc');
    run(project, 'node', 'main.js');
    assert.equal(fs.readFileSync(path.join(project, 'manifests/ng.yaml'), 'utf8'), expected);
  });

  test('runs a check of its own that a package brings', () => {
    const plugin = path.join(temporary, 'acme-checks');
    write(plugin, {
      'package.json': JSON.stringify({
        name: 'acme-checks',
        version: '1.0.0',
        type: 'module',
        exports: { types: './checks.d.ts', default: './checks.js' },
        peerDependencies: { [own.name]: own.version },
      }),
      'checks.ts': checking['checks.ts'],
      'tsconfig.json': JSON.stringify({
        extends: path.join(project, 'tsconfig.json'),
        compilerOptions: { declaration: true },
      }),
    });
    // Its author compiles it with the package beside it, and publishes it.
    fs.symlinkSync(path.join(project, 'node_modules'), path.join(plugin, 'node_modules'));
    run(plugin, 'npx', 'tsc');
    fs.rmSync(path.join(plugin, 'node_modules'));
    const [{ filename }] = JSON.parse(run(plugin, 'npm', 'pack', '--json'));
    run(project, 'npm', 'install', '--no-audit', '--no-fund', path.join(plugin, filename));
    write(project, {
      'own.ts': `
import { hasTeam } from 'acme-checks';
import { check, KubeObject, ManifestApp, ManifestFile } from 'cdk8s-groundwork';

const app = new ManifestApp({ outdir: 'own', checks: { own: [hasTeam] } });
const file = new ManifestFile(app, 'settings');
new KubeObject(file, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' });
const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };
if (check([settings], { own: [hasTeam] }).length !== 1) throw new Error('check() did not run it');
app.synth();
`,
    });
    run(project, 'npx', 'tsc');
    assert.throws(
      () => run(project, 'node', 'own.js'),
      /settings\/settings \(ConfigMap settings metadata\.labels\): no team is named\. Add the label team\. \(acme\/has-team\)/,
    );
    assert.ok(!fs.existsSync(path.join(project, 'own/settings.yaml')));
  });
});

describe('a project on vitest', () => {
  const project = path.join(temporary, 'vitest');

  before(() => {
    const { cdk8s, constructs, typescript, vitest, 'cdk8s-plus-28': plus } = own.devDependencies;
    write(project, {
      'package.json': JSON.stringify({
        type: 'module',
        private: true,
        dependencies: { cdk8s, 'cdk8s-plus-28': plus, constructs, typescript, vitest },
      }),
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'esnext',
          moduleResolution: 'bundler',
          target: 'es2022',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
        },
      }),
      'shop.ts': testing['shop.ts'],
      'shop.test.ts': testing['shop.test.ts'].replace(
        "import 'cdk8s-groundwork/testing/jest';\n",
        testing.vitest,
      ),
    });
    run(project, 'npm', 'install', '--no-audit', '--no-fund', tarball.file);
  });

  const vitest = (env, ...args) => {
    return runWith({ NO_COLOR: '1', ...env }, project, 'npx', 'vitest', 'run', ...args);
  };

  test('compiles', () => {
    run(project, 'npx', 'tsc');
  });

  test('runs the tests that docs/testing.md shows', () => {
    assert.throws(() => vitest({ CI: 'true' }), /ng\.yaml is not stored yet/);
    assert.match(vitest({}), /Snapshots {2}1 written/);
    vitest({ CI: 'true' });
    const stored = fs.readFileSync(path.join(project, '__manifests__/ng.yaml'), 'utf8');
    assert.match(stored, /^apiVersion: apps\/v1\nkind: Deployment\n/);
  });

  test('fails for a change with what applying it does, and stores it with -u', () => {
    write(project, { 'shop.ts': testing['shop.ts'].replace('nginx:1.27', 'nginx:1.28') });
    assert.throws(() => vitest({}), /1 restart \(2 pods\)/);
    assert.match(vitest({}, '-u'), /Snapshots {2}1 updated/);
  });
});
