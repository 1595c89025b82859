import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, Chart } from 'cdk8s';
import {
  AppDeployment,
  Credential,
  KubeKeyCluster,
  KubeObject,
  ManifestApp,
  ManifestFile,
  type Manifest,
} from 'cdk8s-groundwork';
import {
  matchManifestFile,
  matchManifests,
  type SnapshotOptions,
  type SnapshotOutcome,
  type SnapshotUpdate,
} from 'cdk8s-groundwork/testing';
import { fileOf, shop } from './shop';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'snapshots-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const run = (update: SnapshotUpdate): { testFile: string; update: SnapshotUpdate } => ({
  testFile: path.join(folder, 'shop.test.ts'),
  update,
});
const match = (
  app: unknown,
  update: SnapshotUpdate = 'none',
  options?: SnapshotOptions,
): SnapshotOutcome => matchManifests(app, '__manifests__', run(update), options);
const matchFile = (
  received: unknown,
  update: SnapshotUpdate = 'none',
  options?: SnapshotOptions,
): SnapshotOutcome => matchManifestFile(received, 'ng.yaml', run(update), options);
const stored = (name: string): string => path.join(folder, '__manifests__', name);
const read = (name: string): string => fs.readFileSync(stored(name), 'utf8');
const counts = ({ pass, added, updated, matched, unmatched }: SnapshotOutcome): unknown[] => [
  pass,
  { added, updated, matched, unmatched },
];

describe('storing', () => {
  test('missing files are stored as synth writes them, and then match', () => {
    expect(counts(match(shop(), 'new'))).toEqual([
      true,
      { added: 2, updated: 0, matched: 0, unmatched: 0 },
    ]);
    expect(read('storage/data.yaml')).toContain('storage: 1Gi\n');
    expect(counts(match(shop()))).toEqual([
      true,
      { added: 0, updated: 0, matched: 2, unmatched: 0 },
    ]);
  });

  test('--ci stores nothing: a missing snapshot fails', () => {
    const { pass, message } = match(shop());
    expect(pass).toBe(false);
    expect(message).toMatch(/^__manifests__\/ng\.yaml is not stored yet\.$/m);
    expect(message).toContain('writes no snapshot (--ci)');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('a new file beside matching ones is stored; beside a difference nothing is', () => {
    match(shop({ withClaim: false }), 'new');
    expect(counts(match(shop({ image: 'nginx:1.28' }), 'new'))).toEqual([
      false,
      { added: 0, updated: 0, matched: 0, unmatched: 2 },
    ]);
    expect(fs.existsSync(stored('storage/data.yaml'))).toBe(false);
    expect(match(shop(), 'new')).toMatchObject({ pass: true, added: 1, matched: 1 });
  });

  test('secrets are stored as <redacted>, which equals anything', () => {
    match(shop({ withCluster: true }), 'new');
    const all = read('ng.yaml') + read('config-sample.yaml');
    expect(all).not.toMatch(/root-secret|shop-secret/);
    expect(read('ng.yaml')).toContain('  password: <redacted>\n');
    expect(read('config-sample.yaml')).toMatch(/password: <redacted>/);
    expect(match(shop({ withCluster: true, password: 'another' })).pass).toBe(true);
  });

  test('a secret in the difference is not shown', () => {
    match(shop(), 'new');
    fs.writeFileSync(
      stored('ng.yaml'),
      read('ng.yaml').replace('password: <redacted>', 'pass: old-secret'),
    );
    const { pass, message } = match(shop());
    expect(pass).toBe(false);
    expect(message).not.toMatch(/old-secret|shop-secret/);
  });
});

describe('comparing', () => {
  test('quotes, comments, order of keys and line ends do not count; -u tidies them', () => {
    match(shop(), 'new');
    const tidy = read('ng.yaml');
    const other = `# reviewed\n${tidy.replace('image: nginx:1.27', 'image: "nginx:1.27"').replace(/  type: NodePort\n([\s\S]*30007\n)/, '$1  type: NodePort\n')}`;
    fs.writeFileSync(stored('ng.yaml'), other.replaceAll('\n', '\r\n'));
    expect(match(shop())).toMatchObject({ pass: true, matched: 2 });
    expect(match(shop(), 'all')).toMatchObject({ pass: true });
    expect(read('ng.yaml')).toBe(tidy);
  });

  test('a difference fails with the review', () => {
    match(shop(), 'new');
    const { pass, message, unmatched, matched } = match(shop({ image: 'nginx:1.28' }), 'new');
    expect({ pass, unmatched, matched }).toEqual({ pass: false, unmatched: 1, matched: 1 });
    expect(message).toMatch(/^__manifests__\/ng\.yaml differs from what is stored\.$/m);
    expect(message).toContain('1 restart (2 pods)');
    expect(message).toContain('"nginx:1.27" -> "nginx:1.28"');
    expect(message).toContain('run the tests with -u');
    expect(read('ng.yaml')).toContain('nginx:1.27');
  });

  test('a default written out fails, too, and the message says that applying it changes nothing', () => {
    const service = (more: object): Manifest[] => [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web' },
        spec: { ports: [{ port: 80 }], ...more },
      },
    ];
    matchFile(service({}), 'new');
    const { pass, message } = matchFile(service({ sessionAffinity: 'None' }), 'new');
    expect(pass).toBe(false);
    expect(message).toContain('changes nothing in a cluster');
    expect(message).toContain('ng.yaml: Service web spec.sessionAffinity.');
  });

  test('the review is for the version of the cluster, or for the one that the test names', () => {
    const budget = (apiVersion: string): Manifest[] => [
      { apiVersion, kind: 'PodDisruptionBudget', metadata: { name: 'web' }, spec: {} },
    ];
    matchFile(budget('policy/v1beta1'), 'new', { kubernetesVersion: '1.22' });
    const other = (kubernetesVersion: string): string =>
      matchFile(budget('policy/v1'), 'none', { kubernetesVersion }).message;
    expect(other('1.22')).not.toContain('rejected');
    expect(other('1.20')).toContain('rejected');
  });

  test('an object that moves to another file is neither removed nor created', () => {
    match(shop(), 'new');
    const moved = match(shop({ claimFile: 'claims' }), 'all');
    expect(moved).toMatchObject({ pass: true, added: 1, updated: 1, matched: 1 });
    expect(fs.readdirSync(stored('storage'))).toEqual(['claims.yaml']);
  });

  test('the files for two clusters are told apart, though they hold the same objects', () => {
    const two = (image: string): ManifestApp => {
      const app = new ManifestApp();
      const credential = Credential.privateKeyFile('~/.ssh/id_rsa');
      for (const folder of ['staging', 'prod']) {
        const cluster = new KubeKeyCluster(app, `cluster-${folder}`, {
          name: folder,
          kubernetes: { version: 'v1.26.4' },
          hosts: [{ name: 'node1', address: '192.168.0.2', credential }],
        });
        const ng = new ManifestFile(app, `ng-${folder}`, { folder, cluster });
        new AppDeployment(ng, 'nginx', { image, port: 80, replicas: 3 });
      }
      return app;
    };
    match(two('nginx:1.27'), 'new');
    const { message } = match(two('nginx:1.28'));
    expect(message.match(/1 restart \(3 pods\)/g)).toHaveLength(2);
    expect(message).toContain('of __manifests__/prod/ng-prod.yaml:');
  });
});

describe('updating', () => {
  test('-u stores what is changed', () => {
    match(shop(), 'new');
    expect(match(shop({ replicas: 3 }), 'all')).toMatchObject({
      pass: true,
      updated: 1,
      matched: 1,
    });
    expect(match(shop({ replicas: 3 })).pass).toBe(true);
  });

  test('a rejected change is kept back until the test names it', () => {
    match(shop(), 'new');
    const { message, ...outcome } = match(shop({ label: 'web' }), 'all');
    expect(outcome).toEqual({ pass: false, added: 0, updated: 0, matched: 1, unmatched: 1 });
    expect(message).toContain('differs from what is stored, and is kept back.');
    expect(message).toContain("{ accept: ['rejected'] } in the test");
    expect(message).toContain('GROUNDWORK_ACCEPT=rejected');
    expect(read('ng.yaml')).toContain('app: nginx\n');
    expect(match(shop({ label: 'web' }), 'all', { accept: ['data-risk'] }).pass).toBe(false);
    expect(match(shop({ label: 'web' }), 'all', { accept: ['rejected'] }).pass).toBe(true);
    expect(match(shop({ label: 'web' })).pass).toBe(true);
  });

  test('a file with data at risk is kept back, another one of the same app is updated', () => {
    match(shop(), 'new');
    const { message, ...outcome } = match(shop({ withClaim: false, replicas: 3 }), 'all');
    expect(outcome).toEqual({ pass: false, added: 0, updated: 1, matched: 0, unmatched: 1 });
    expect(message).toContain(
      '__manifests__/storage/data.yaml is obsolete: it is stored, and no longer made, and is kept back.',
    );
    expect(message).toContain('Updated all the same: __manifests__/ng.yaml.');
    expect(read('ng.yaml')).toContain('replicas: 3');
    expect(fs.existsSync(stored('storage/data.yaml'))).toBe(true);
  });

  test('an object under another name is kept back on both of its sides', () => {
    const claim = (name: string, file: string): ManifestApp => {
      const app = new ManifestApp();
      const data = new ManifestFile(app, file);
      new KubeObject(data, name, { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1', b: '2' } });
      return app;
    };
    match(claim('old', 'one'), 'new');
    expect(match(claim('new', 'two'), 'all')).toMatchObject({ pass: false, unmatched: 2 });
    expect(fs.readdirSync(path.dirname(stored('x')))).toEqual(['one.yaml']);
    expect(match(claim('new', 'two'), 'all', { accept: ['replaced'] }).pass).toBe(true);
    expect(fs.readdirSync(path.dirname(stored('x')))).toEqual(['two.yaml']);
  });

  test('the environment accepts for a whole run', () => {
    match(shop(), 'new');
    process.env['GROUNDWORK_ACCEPT'] = 'rejected, data-risk';
    try {
      expect(match(shop({ label: 'web', withClaim: false }), 'all').pass).toBe(true);
      process.env['GROUNDWORK_ACCEPT'] = 'all';
      expect(() => match(shop())).toThrow('GROUNDWORK_ACCEPT: this is no effect that is kept back');
    } finally {
      delete process.env['GROUNDWORK_ACCEPT'];
    }
  });

  test('an obsolete file is reported, and removed with -u', () => {
    match(shop(), 'new');
    fs.writeFileSync(stored('old.yaml'), '');
    fs.writeFileSync(stored('README.md'), 'not a manifest');
    const { pass, message } = match(shop());
    expect(pass).toBe(false);
    expect(message).toContain('__manifests__/old.yaml is obsolete');
    expect(match(shop(), 'all')).toMatchObject({ pass: true, updated: 1, matched: 2 });
    expect(fs.readdirSync(path.dirname(stored('x'))).sort()).toEqual([
      'README.md',
      'ng.yaml',
      'storage',
    ]);
  });
});

describe('one file', () => {
  test('a chart is compared with the file beside the test', () => {
    expect(matchFile(fileOf(shop()), 'new')).toMatchObject({ pass: true, added: 1 });
    expect(matchFile(fileOf(shop()))).toMatchObject({ pass: true, matched: 1 });
    expect(matchFile(fileOf(shop({ replicas: 3 }))).message).toContain('1 scale');
    expect(fs.readdirSync(folder)).toEqual(['ng.yaml']);
  });

  test('a KubeKeyCluster is compared without its secrets', () => {
    const cluster = (password: string): Chart =>
      fileOf(shop({ withCluster: true, password }), 'config-sample');
    matchFile(cluster('one'), 'new');
    expect(fs.readFileSync(path.join(folder, 'ng.yaml'), 'utf8')).not.toContain('one\n');
    expect(matchFile(cluster('two')).pass).toBe(true);
  });

  test('a chart of cdk8s itself and a list of manifests are compared, too', () => {
    const chart = (): Chart => {
      const made = new Chart(new App(), 'web');
      new KubeObject(made, 'config', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'web' },
        data: { a: '1' },
      });
      return made;
    };
    expect(matchFile(chart(), 'new').added).toBe(1);
    expect(matchFile(chart().toJson() as Manifest[]).pass).toBe(true);
  });

  test('the snapshot may be in another folder', () => {
    const chart = fileOf(shop());
    matchManifestFile(chart, 'stored/ng.yaml', run('new'));
    const changed = matchManifestFile(
      fileOf(shop({ replicas: 1 })),
      './stored/ng.yaml',
      run('none'),
    );
    expect(changed.message).toMatch(/^stored\/ng\.yaml differs/);
  });
});

describe('what a test can get wrong', () => {
  test.each([
    [undefined, 'got undefined'],
    [3, 'got a number'],
    ['ng.yaml', 'got a string'],
    [{ password: 'hunter2' }, 'got a plain object'],
    [[{ kind: 'Service' }], 'a list whose item 0 has no text apiVersion and kind'],
    [Promise.resolve(), 'got a Promise (await it first)'],
    [new App(), 'got one of class App'],
    [fileOf(shop()), 'got one of class Chart'],
    [fileOf(shop()).node.findChild('nginx'), 'got an object of class AppDeployment'],
  ])('fails for a wrong subject %#', (received, message) => {
    expect(() => match(received)).toThrow(message);
  });

  test('fails for wrong arguments', () => {
    const app = shop();
    const wrong = (value: unknown): never => value as never;
    expect(() => matchManifests(app, wrong(undefined), run('new'))).toThrow(
      "Name the folder of the snapshots: '__manifests__'.",
    );
    expect(() => match(app, 'new', wrong({ accept: ['rejectd'] }))).toThrow(
      'Allowed are: rejected, replaced, data-risk.',
    );
    expect(() => match(app, 'new', wrong({ accept: 'rejected' }))).toThrow('must be a list');
    expect(() => match(app, 'new', { kubernetesVersion: 'latest' })).toThrow(
      'kubernetesVersion: must be a Kubernetes version, got "latest"',
    );
    expect(() => match(app, 'new', wrong({ acept: ['rejected'] }))).toThrow(
      'toMatchManifests options.acept: unknown field "acept". Write accept if you mean that.',
    );
    expect(() => matchFile(app)).toThrow('got a whole app');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('fails for an app that synth refuses to write', () => {
    const app = new ManifestApp();
    for (const id of ['one', 'two']) {
      const file = new ManifestFile(app, id);
      new KubeObject(file, 'web', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'web' },
      });
    }
    expect(() => match(app, 'new')).toThrow('unique-object');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('fails for a stored file that can not be read, even with -u', () => {
    match(shop(), 'new');
    const conflict = `<<<<<<< ours\n${read('ng.yaml')}`;
    fs.writeFileSync(stored('ng.yaml'), conflict);
    expect(() => match(shop(), 'all')).toThrow(
      /^__manifests__\/ng\.yaml:1:1: .* take the file back from git/m,
    );
    expect(read('ng.yaml')).toBe(conflict);
  });
});
