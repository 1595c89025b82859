import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, Chart, Helm, Include, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { ManifestApp, type ManifestAppProps } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';
import type { Check } from '../../src/checks/check';
import { GroundworkError } from '../../src/errors';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';

let outdir: string;
let said: string;
beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'manifest-app-'));
  said = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text as string;
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(outdir, { recursive: true, force: true });
});

const app = (props: ManifestAppProps = {}): ManifestApp => new ManifestApp({ outdir, ...props });
const object = (scope: Construct, id: string, kind = 'ConfigMap', more: object = {}): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind, ...more });
const written = (): string[] =>
  (fs.readdirSync(outdir, { recursive: true }) as string[])
    .filter((name) => fs.statSync(path.join(outdir, name)).isFile())
    .sort();
const read = (name: string): string => fs.readFileSync(path.join(outdir, name), 'utf8');
const documents = (name: string): unknown[] =>
  parseAllDocuments(read(name)).map((document) => document.toJS() as unknown);

const cluster = (scope: Construct, id: string, credential?: Credential): KubeKeyCluster =>
  new KubeKeyCluster(scope, id, {
    name: id,
    hosts: [
      {
        name: 'node1',
        address: '192.168.0.2',
        credential: credential ?? Credential.privateKeyFile('~/.ssh/id_rsa'),
      },
    ],
    kubernetes: {
      version: 'v1.28.15',
      apiserverArgs: ['service-node-port-range=20000-22767'],
    },
  });

describe('files', () => {
  test('each ManifestFile and each plain chart is a file', () => {
    const it = app();
    object(new ManifestFile(it, 'ng'), 'a');
    object(new ManifestFile(it, 'web', { folder: 'staging' }), 'a-2');
    object(new Chart(it, 'plain'), 'b');
    it.synth();
    expect(written()).toEqual(['ng.yaml', 'plain.k8s.yaml', 'staging/web.yaml']);
    expect(read('ng.yaml')).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n');
  });

  test('documents are joined by --- and end in one line break', () => {
    const it = app();
    const ng = new ManifestFile(it, 'ng');
    object(ng, 'a');
    object(ng, 'b');
    it.synth();
    expect(read('ng.yaml').split('---\n')).toHaveLength(2);
    expect(read('ng.yaml')).toMatch(/name: b\n$/);
  });

  test('names stay when charts depend on each other', () => {
    const it = app();
    const [ng, db] = [new ManifestFile(it, 'ng'), new ManifestFile(it, 'db')];
    object(ng, 'a').addDependency(object(db, 'b'));
    it.synth();
    expect(written()).toEqual(['db.yaml', 'ng.yaml']);
  });

  test('a chart that only groups charts writes nothing, nested charts write their own file', () => {
    const it = app();
    const outer = new Chart(it, 'outer');
    object(new ManifestFile(outer, 'inner'), 'a');
    it.synth();
    expect(written()).toEqual(['inner.yaml']);
  });

  test('an empty file is written and spoken of', () => {
    const it = app();
    new ManifestFile(it, 'ng');
    it.synth();
    expect(read('ng.yaml')).toBe('');
    expect(said).toBe(
      'Checked for Kubernetes 1.36 (the newest version known).\nwarning: ng.yaml is empty: no object is in its chart.\n',
    );
  });

  test('CDK8S_OUTDIR says where, and manifests is the default', () => {
    const before = process.env['CDK8S_OUTDIR'];
    try {
      process.env['CDK8S_OUTDIR'] = 'from-the-environment';
      expect(new ManifestApp().outdir).toBe('from-the-environment');
      delete process.env['CDK8S_OUTDIR'];
      expect(new ManifestApp().outdir).toBe('manifests');
    } finally {
      if (before !== undefined) process.env['CDK8S_OUTDIR'] = before;
    }
  });

  test('construct-metadata.json is written when asked for, as cdk8s writes it', () => {
    const it = app({ recordConstructMetadata: true });
    object(new ManifestFile(it, 'ng'), 'a');
    it.synth();
    expect(JSON.parse(read('construct-metadata.json'))).toEqual({
      version: '1.0.0',
      resources: { a: { path: 'ng/a' } },
    });
  });

  test('construct-metadata.json tells objects of one name apart, and leaves out what it can not', () => {
    const it = app({ recordConstructMetadata: true, checks: 'off' });
    const more = { metadata: { name: 'web' } };
    for (const id of ['east', 'west']) {
      const file = new ManifestFile(it, id);
      object(file, 'a', 'ConfigMap', more);
      object(file, 'b', id === 'east' ? 'Service' : 'ConfigMap', more);
    }
    it.synth();
    expect(JSON.parse(read('construct-metadata.json'))).toMatchObject({
      resources: { 'Service web': { path: 'east/b' } },
    });
    expect(read('construct-metadata.json')).not.toContain('ConfigMap');
  });

  test('the second synth gives the same bytes', () => {
    const it = app();
    const ng = new ManifestFile(it, 'ng');
    object(ng, 'a').addDependency(object(ng, 'b'));
    it.synth();
    const first = read('ng.yaml');
    it.synth();
    expect(read('ng.yaml')).toBe(first);
  });
});

describe('objects', () => {
  test('cdk8s-plus, Include, Helm and JSON patches work', () => {
    const yaml = path.join(outdir, 'in.yaml');
    fs.writeFileSync(yaml, 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: included\n');
    const helm = path.join(outdir, 'helm.sh');
    fs.writeFileSync(
      helm,
      '#!/bin/sh\nprintf "apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: $2\\n"\n',
      { mode: 0o755 },
    );
    const it = app({ imageMirrors: { 'docker.io': 'docker.1ms.run' } });
    const ng = new ManifestFile(it, 'ng');
    new kplus.Deployment(ng, 'web', { containers: [{ image: 'nginx', portNumber: 80 }] });
    new Include(ng, 'include', { url: yaml });
    new Helm(ng, 'helm', { chart: 'any', releaseName: 'released', helmExecutable: helm });
    object(ng, 'patched').addJsonPatch(JsonPatch.add('/data', { a: '1' }));
    it.synth();
    expect(documents('ng.yaml')).toMatchObject([
      {
        kind: 'Deployment',
        metadata: { name: 'web' },
        spec: { template: { spec: { containers: [{ image: 'docker.1ms.run/nginx' }] } } },
      },
      { metadata: { name: 'included' } },
      { metadata: { name: 'released' } },
      { metadata: { name: 'patched' }, data: { a: '1' } },
    ]);
  });

  test('the namespace of the file is not on objects of the whole cluster', () => {
    const it = app();
    const ng = new ManifestFile(it, 'ng', { namespace: 'shop' });
    object(ng, 'shop', 'Namespace');
    object(ng, 'a');
    it.synth();
    expect(documents('ng.yaml')).toMatchObject([
      { kind: 'Namespace', metadata: { name: 'shop' } },
      { kind: 'ConfigMap', metadata: { namespace: 'shop' } },
    ]);
    expect(read('ng.yaml')).not.toContain('name: shop\n  namespace');
  });

  test('synthYaml gives all files as one stream', () => {
    const it = app();
    object(new ManifestFile(it, 'ng'), 'a');
    object(new ManifestFile(it, 'web'), 'b');
    expect(parseAllDocuments(it.synthYaml())).toHaveLength(2);
  });
});

describe('checks', () => {
  const nodePort = (scope: Construct, id: string, port: number): ApiObject =>
    object(scope, id, 'Service', {
      spec: { type: 'NodePort', ports: [{ port: 80, nodePort: port }] },
    });

  test('fails with all findings of all files, and leaves the earlier files', () => {
    fs.writeFileSync(path.join(outdir, 'ng.yaml'), 'old\n');
    const it = app();
    const ng = new ManifestFile(it, 'ng');
    nodePort(ng, 'a', 80);
    nodePort(ng, 'b', 99999);
    expect(() => {
      it.synth();
    }).toThrow(GroundworkError);
    expect(() => {
      it.synth();
    }).toThrow(
      [
        'ng/a (Service a spec.ports[0].nodePort): nodePort must be within 30000-32767, got 80. Choose a port in the range, or leave nodePort out to let the cluster pick one. (node-port-in-range)',
        'ng/b (Service b spec.ports[0].nodePort): nodePort must be within 30000-32767, got 99999. Choose a port in the range, or leave nodePort out to let the cluster pick one. (node-port-in-range)',
      ].join('\n'),
    );
    expect(read('ng.yaml')).toBe('old\n');
  });

  test('warnings are said where errors fail the synth, too', () => {
    const it = app({ checks: { severity: { 'valid-image': 'warning' } } });
    const ng = new ManifestFile(it, 'ng');
    nodePort(ng, 'web', 80);
    const spec = { containers: [{ name: 'a', image: 'Nginx' }] };
    object(ng, 'pod', 'Pod', { spec });
    expect(() => {
      it.synth();
    }).toThrow(/^ng\/web .*\(node-port-in-range\)$/);
    expect(said).toMatch(/^Pod pod\n {2}ng\/pod spec\.containers\[0\]\.image\n {4}warning: /m);
    expect(said).not.toContain('node-port-in-range');
  });

  test('files for two clusters may hold the same objects, files for one may not', () => {
    const it = app();
    const [a, b] = [cluster(it, 'east'), cluster(it, 'west')];
    object(new ManifestFile(it, 'ng', { folder: 'east', cluster: a }), 'web');
    object(new ManifestFile(it, 'ng-west', { folder: 'west', cluster: b }), 'web');
    expect(() => {
      it.synth();
    }).not.toThrow();
    object(new ManifestFile(it, 'more', { cluster: a }), 'web');
    expect(() => {
      it.synth();
    }).toThrow(/^more\/web \(ConfigMap web metadata\.name\): .* already written by ng\/web/);
  });

  test('only the given checks run', () => {
    const it = app({ checks: 'off' });
    nodePort(new ManifestFile(it, 'ng'), 'web', 80);
    expect(() => {
      it.synth();
    }).not.toThrow();
  });

  test('options that are wrong are refused as the app is made, by their place', () => {
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
    const checks = {
      customResourceDefinitions: [configMap],
      severity: { 'no-such': 'off' },
    } as const;
    expect(() => app({ checks })).toThrow(
      /^ManifestApp checks\.customResourceDefinitions\[0\]: must be .*\nManifestApp checks\.severity\.no-such: /,
    );
  });

  test('custom resources are checked by the definitions that the options bring', () => {
    const schema = { type: 'object', properties: { spec: { type: 'object', properties: {} } } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Widget' },
        versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: schema } }],
      },
    };
    const it = app({ checks: { customResourceDefinitions: [definition] } });
    const ng = new ManifestFile(it, 'ng');
    new ApiObject(ng, 'it', { apiVersion: 'example.com/v1', kind: 'Widget', spec: { size: 1 } });
    expect(() => {
      it.synth();
    }).toThrow(/^ng\/it \(Widget it spec\.size\): /);
  });

  test("the user's own checks run at synth, for each cluster, and fail it", () => {
    const own: Check = {
      id: 'acme/one-object',
      summary: 'A cluster has one object.',
      why: 'The test wants it.',
      fix: 'Take one out.',
      severity: 'error',
      *run({ objects }) {
        const object = objects.at(-1);
        if (objects.length > 2 && object !== undefined) {
          yield { object, field: '', problem: `it is object ${objects.length}` };
        }
      },
    };
    const it = app({ checks: { own: [own] } });
    const [east, west] = [cluster(it, 'east'), cluster(it, 'west')];
    object(new ManifestFile(it, 'a', { cluster: east }), 'one');
    const second = new ManifestFile(it, 'b', { cluster: west });
    object(second, 'one');
    expect(() => {
      it.synth();
    }).not.toThrow();
    object(second, 'two');
    expect(() => {
      it.synth();
    }).toThrow('b/two (ConfigMap two): it is object 3. Take one out. (acme/one-object)');
    expect(() => app({ checks: { own: [own, own] } })).toThrow('ManifestApp checks.own[1].id: ');
  });

  test('an own check that throws fails the synth by its id, beside all that is found', () => {
    const own = {
      ...{ id: 'acme/broken', summary: 'A.', why: 'A.', fix: 'A.', severity: 'warning' as const },
      run: () => {
        throw new Error('it is broken');
      },
    };
    const it = app({ checks: { own: [own] } });
    nodePort(new ManifestFile(it, 'ng'), 'web', 80);
    expect(() => {
      it.synth();
    }).toThrow(
      /^own\[0\] \(Check acme\/broken\): the check acme\/broken fails, .*: it is broken\. .*\(failed-check\)\nng\/web /,
    );
  });

  test("a file that names no cluster is for the version of the app's only one", () => {
    const it = app();
    cluster(it, 'east');
    object(new ManifestFile(it, 'ng'), 'web');
    it.synth();
    expect(said).toBe('Checked for Kubernetes 1.28 (of east).\n');
    said = '';
    const two = app();
    cluster(two, 'east');
    cluster(two, 'west');
    object(new ManifestFile(two, 'ng'), 'web');
    two.synth();
    expect(said).toBe(
      'Checked for Kubernetes 1.28 (of east), Kubernetes 1.28 (of west), Kubernetes 1.36 (the newest version known).\n',
    );
  });

  test('a file is checked against its cluster', () => {
    const it = app();
    const east = cluster(it, 'east');
    nodePort(new ManifestFile(it, 'ng', { cluster: east }), 'web', 20001);
    it.synth();
    expect(written()).toEqual(['east.yaml', 'ng.yaml']);
  });
});

describe('secrets', () => {
  test('are only in the file, which is for its owner, and spoken of', () => {
    const it = app();
    cluster(it, 'east', Credential.password('hunter2'));
    expect(it.synthYaml()).not.toContain('hunter2');
    it.synth();
    expect(documents('east.yaml')).toMatchObject([{ spec: { hosts: [{ password: 'hunter2' }] } }]);
    expect(fs.statSync(path.join(outdir, 'east.yaml')).mode & 0o777).toBe(0o600);
    // Which version it was checked for is said once, however often the app is synthesized.
    expect(said).toBe(
      'Checked for Kubernetes 1.28 (of east).\nwarning: east.yaml holds secrets. Keep it out of git.\n',
    );
  });
});

describe('bad input', () => {
  test('fails where two files have one path, on systems that fold case, too', () => {
    const it = app();
    object(new ManifestFile(it, 'ng'), 'a');
    object(new ManifestFile(new Construct(it, 'other'), 'NG'), 'b');
    expect(() => {
      it.synth();
    }).toThrow(
      'other/NG: the file NG.yaml is already written by ng. Give one of the two another id or another folder.',
    );
    expect(written()).toEqual([]);
  });

  test('fails with every failed validation of the tree', () => {
    const it = app();
    const ng = new ManifestFile(it, 'ng');
    object(ng, 'a').node.addValidation({ validate: () => ['first', 'second'] });
    ng.node.addValidation({ validate: () => ['third'] });
    expect(() => {
      it.synth();
    }).toThrow('ng: third\nng/a: first\nng/a: second');
  });

  test('fails on a mirror that is none, at once', () => {
    expect(() => app({ imageMirrors: { 'docker.io': 'https://mirror' } })).toThrow(
      /^ManifestApp: imageMirrors\["docker\.io"\] must be a registry/,
    );
  });

  test('fails with every value that only a program without types can give, at once', () => {
    const props = { layout: 'per-object', apiDefaults: 'omitted', checks: 'none' };
    expect(() => app(props as unknown as ManifestAppProps)).toThrow(
      /^ManifestApp apiDefaults: must be one of omit, keep, got "omitted"\. .*\nManifestApp layout: must be one of file-per-chart, file-per-object, .*\nManifestApp checks: must be a mapping, got "none"\. Write/,
    );
  });

  test('fails where the output folder is a file', () => {
    const it = app({ outdir: path.join(outdir, 'taken') });
    fs.writeFileSync(path.join(outdir, 'taken'), '');
    object(new ManifestFile(it, 'ng'), 'a');
    expect(() => {
      it.synth();
    }).toThrow(/taken: the output folder can not be made, since a file has this name/);
  });
});

test('20 charts in a chain, and 300 charts of two objects each, end soon', () => {
  const it = app();
  let before: Chart | undefined;
  for (let i = 0; i < 300; i += 1) {
    const chart = new Chart(it, `chart-${i}`);
    object(chart, 'a');
    object(chart, 'b');
    if (before !== undefined && i < 20) chart.addDependency(before);
    before = chart;
  }
  it.synth();
  expect(written()).toHaveLength(300);
});
