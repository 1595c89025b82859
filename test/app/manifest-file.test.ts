import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ManifestFile } from '../../src/app/manifest-file';

const configMap = (scope: Construct, id: string): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });

test('the path is the folder and the id', () => {
  const app = Testing.app();
  expect(new ManifestFile(app, 'ng').path).toBe('ng.yaml');
  expect(new ManifestFile(new Construct(app, 'staging'), 'ng', { folder: 'a/b' }).path).toBe(
    'a/b/ng.yaml',
  );
});

test('a ManifestFile is told from a plain chart', () => {
  const app = Testing.app();
  expect(ManifestFile.isManifestFile(new ManifestFile(app, 'ng'))).toBe(true);
  expect(ManifestFile.isManifestFile(new Chart(app, 'plain'))).toBe(false);
  expect(ManifestFile.isManifestFile(undefined)).toBe(false);
});

test('names come from the ids below the file, without hash and file name', () => {
  const ng = new ManifestFile(Testing.app(), 'ng');
  const shop = new Construct(ng, 'Shop');
  expect(configMap(ng, 'nginx').name).toBe('nginx');
  expect(configMap(shop, 'web').name).toBe('shop-web');
  expect(new kplus.ConfigMap(shop, 'settings').name).toBe('shop-settings');
});

test('fails where the ids make no name, and says what to do', () => {
  const ng = new ManifestFile(Testing.app(), 'ng');
  expect(() => configMap(ng, 'a b')).toThrow(
    'ng/a b: the ids of this construct make no name for a ConfigMap, got "a b". Use lower case letters, digits and "-" in ids, 63 characters in all, or give the object a name.',
  );
  expect(() => configMap(ng, 'x'.repeat(64))).toThrow(/63 characters in all/);
});

test('the namespace and the labels of the file are on its objects', () => {
  const ng = new ManifestFile(Testing.app(), 'ng', { namespace: 'shop', labels: { team: 'web' } });
  configMap(ng, 'settings');
  expect(Testing.synth(ng)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'shop', labels: { team: 'web' } },
    },
  ]);
});

test.each(['', 'a/b', '../ng', '/etc/ng', 'a\\b', '.'])('fails on the id %j', (id) => {
  expect(() => new ManifestFile(new App(), id)).toThrow(/: the id must/);
});

test.each(['', '/etc', '../up', 'a/../../b', 'C:\\x', 'a//b'])(
  'fails on the folder %j',
  (folder) => {
    expect(() => new ManifestFile(new App(), 'ng', { folder })).toThrow(/^ng: folder /);
  },
);

test('fails with the problems of id and folder together', () => {
  expect(() => new ManifestFile(new App(), 'a/b', { folder: '/etc' })).toThrow(
    /the id must not hold.*\n.*folder must be relative/,
  );
});
