import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { parse } from 'yaml';
import { objectFileName } from '../../src/app/layout';
import { ManifestApp } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';

let outdir: string;
beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'layout-'));
});
afterEach(() => {
  fs.rmSync(outdir, { recursive: true, force: true });
});

const object = (
  scope: Construct,
  apiVersion: string,
  kind: string,
  name: string,
  namespace?: string,
) =>
  new ApiObject(scope, `${kind}-${name}`, {
    apiVersion,
    kind,
    metadata: { name, ...(namespace !== undefined && { namespace }) },
  });

test.each([
  ['v1', 'Service', 'web', undefined, 'service_web.yaml'],
  ['apps/v1', 'Deployment', 'web', 'shop', 'shop_deployment.apps_web.yaml'],
  [
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    'system:Auth-Delegator',
    undefined,
    'clusterrole.rbac.authorization.k8s.io_system%3a%41uth-%44elegator.yaml',
  ],
])('the file of %s %s %s in %s is %s', (apiVersion, kind, name, namespace, expected) => {
  expect(objectFileName({ apiVersion, kind, metadata: { name, namespace } })).toBe(expected);
});

test('each object is a file, and each folder lists its files in the order they apply', () => {
  const app = new ManifestApp({ outdir, layout: 'file-per-object' });
  const ng = new ManifestFile(app, 'ng');
  object(ng, 'v1', 'ConfigMap', 'web', 'shop');
  object(new ManifestFile(app, 'setup'), 'v1', 'Namespace', 'shop');
  object(new ManifestFile(app, 'prod', { folder: 'prod' }), 'v1', 'ConfigMap', 'a');
  app.synth();
  expect((fs.readdirSync(outdir, { recursive: true }) as string[]).sort()).toEqual([
    'kustomization.yaml',
    'namespace_shop.yaml',
    'prod',
    'prod/configmap_a.yaml',
    'prod/kustomization.yaml',
    'shop_configmap_web.yaml',
  ]);
  expect(parse(fs.readFileSync(path.join(outdir, 'kustomization.yaml'), 'utf8'))).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    sortOptions: { order: 'fifo' },
    resources: ['namespace_shop.yaml', 'shop_configmap_web.yaml'],
  });
});
