// The matchers in the real jest and the real vitest, each as a process in a project of its own that has
// the compiled package. test/consumer runs them in projects with packages of their own, with types.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { projectWithPackage } from '../installed-package';

let home: string;
beforeAll(() => {
  home = projectWithPackage('runners');
  fs.mkdirSync(path.join(home, 'src'));
}, 60_000);
afterAll(() => {
  fs.rmSync(home, { recursive: true, force: true });
});

const body = `
const shop = () => {
  const app = new ManifestApp();
  const ng = new ManifestFile(app, 'ng');
  const nginx = new AppDeployment(ng, 'nginx', {
    image: process.env.SHOP_IMAGE ?? 'nginx:1.27',
    labels: { app: process.env.SHOP_LABEL ?? 'nginx' },
    port: 80,
    replicas: 2,
  });
  new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 30007 });
  return { app, ng };
};

test('all files', () => {
  expect(shop().app).toMatchManifests('__manifests__');
});
test('one file', () => {
  expect(shop().ng).toMatchManifestFile('ng.yaml');
});
test('findings', () => {
  expect(shop().app).toHaveNoFindings();
  expect([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'Web' }, spec: {} }]).not.toHaveNoFindings();
});
test('queries', () => {
  Manifests.of(shop().app).get('Deployment', 'nginx').toContain({ spec: { replicas: expect.any(Number) } });
});
test('wrong use', () => {
  expect(() => expect(3).toMatchManifests('__manifests__')).toThrow('toMatchManifests: it tests an app');
  expect(() => expect(shop().app).not.toMatchManifests('__manifests__')).toThrow('.not');
});
`;
const names = 'AppDeployment, ManifestApp, ManifestFile, NodePortService';
const files = {
  'src/shop.test.js': `
const { ${names} } = require('cdk8s-groundwork');
const { Manifests } = require('cdk8s-groundwork/testing');
require('cdk8s-groundwork/testing/jest');
${body}`,
  'src/shop.test.mjs': `
import { expect, test } from 'vitest';
import { ${names} } from 'cdk8s-groundwork';
import { Manifests } from 'cdk8s-groundwork/testing';
import 'cdk8s-groundwork/testing/vitest';
${body}`,
  'jest.config.json': JSON.stringify({ testMatch: ['**/*.test.js'] }),
};

interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** The two runners, by how each is called to behave the same. */
const runners = {
  jest: {
    command: ['jest/bin/jest.js'],
    ci: ['--ci'],
    fresh: ['--ci=false'],
    written: '2 snapshots written',
    updated: '2 snapshots updated',
    failed: '2 snapshots failed',
  },
  vitest: {
    command: ['vitest/vitest.mjs', 'run', 'src/shop.test.mjs'],
    ci: [],
    fresh: [],
    written: 'Snapshots  2 written',
    updated: 'Snapshots  2 updated',
    failed: 'Snapshots  2 failed',
  },
};

describe.each(['jest', 'vitest'] as const)('in %s', (name) => {
  const runner = runners[name];

  function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
    const [program = '', ...first] = runner.command;
    const isFresh = args === runner.fresh;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(home, 'node_modules', program), ...first, ...args],
      {
        cwd: home,
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE_OPTIONS: undefined,
          JEST_WORKER_ID: undefined,
          VITEST: undefined,
          FORCE_COLOR: undefined,
          NO_COLOR: '1',
          // vitest takes its --ci from the environment.
          CI: isFresh ? '' : 'true',
          ...env,
        },
      },
    );
    return { status, output: (stdout + stderr).replaceAll(home, '.') };
  }
  const stored = (): string[] => [
    fs.readFileSync(path.join(home, 'src/ng.yaml'), 'utf8'),
    fs.readFileSync(path.join(home, 'src/__manifests__/ng.yaml'), 'utf8'),
  ];

  beforeAll(() => {
    fs.rmSync(path.join(home, 'src'), { recursive: true });
    fs.mkdirSync(path.join(home, 'src'));
    for (const [file, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(home, file), text);
    }
  });

  test('--ci writes nothing, and what is missing fails', () => {
    const { status, output } = run(runner.ci);
    expect([status, output]).toEqual([1, expect.stringContaining('ng.yaml is not stored yet.')]);
    expect(output).toContain('This run writes no snapshot (--ci).');
    expect(output).toContain(runner.failed);
    expect(fs.existsSync(path.join(home, 'src/__manifests__'))).toBe(false);
  }, 60_000);

  test('the first run stores plain YAML', () => {
    const { status, output } = run(runner.fresh);
    expect([status, output]).toEqual([0, expect.stringContaining(runner.written)]);
    expect(stored()[0]).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\n/);
    expect(stored()[1]).toBe(stored()[0]);
  }, 60_000);

  test('a difference fails with the review, and -u stores it', () => {
    const changed = { SHOP_IMAGE: 'nginx:1.28' };
    const { status, output } = run(runner.ci, changed);
    expect([status, output]).toEqual([1, expect.stringContaining('1 restart (2 pods)')]);
    expect(output).toContain('"nginx:1.27" -> "nginx:1.28"');
    expect(output).not.toContain('+ image');
    const updated = run(['-u'], changed);
    expect([updated.status, updated.output]).toEqual([0, expect.stringContaining(runner.updated)]);
    expect(stored()[1]).toContain('nginx:1.28');
  }, 60_000);

  test('-u keeps a rejected change back until it is named', () => {
    const changed = { SHOP_IMAGE: 'nginx:1.28', SHOP_LABEL: 'web' };
    const before = stored();
    const { status, output } = run(['-u'], changed);
    expect([status, output]).toEqual([1, expect.stringContaining("{ accept: ['rejected'] }")]);
    expect(stored()).toEqual(before);
    const accepted = run(['-u'], { ...changed, GROUNDWORK_ACCEPT: 'rejected' });
    expect([accepted.status, accepted.output]).toEqual([0, expect.any(String)]);
    expect(stored()[1]).toContain('app: web');
  }, 60_000);
});
