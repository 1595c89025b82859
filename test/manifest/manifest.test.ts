import { at, describe as nameOf, identityOf, isManifest, refOf } from '../../src/manifest/manifest';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { ports: [{ port: 80 }] },
};

describe('identity', () => {
  test('is group, kind, namespace and name', () => {
    expect(identityOf(service)).toBe('|Service|shop|web');
  });

  test('does not depend on the version of the group', () => {
    const old = { apiVersion: 'apps/v1beta1', kind: 'Deployment', metadata: { name: 'web' } };
    expect(identityOf(old)).toBe(identityOf({ ...old, apiVersion: 'apps/v1' }));
  });

  test('survives a manifest without metadata', () => {
    expect(refOf({ apiVersion: 'v1', kind: 'Config' })).toEqual({
      apiVersion: 'v1',
      kind: 'Config',
      name: '',
    });
  });
});

test('messages name an object by kind, namespace and name', () => {
  expect(nameOf(refOf(service))).toBe('Service shop/web');
});

test('a path leads to the value or to nothing', () => {
  expect(at(service, 'spec', 'ports', 0, 'port')).toBe(80);
  expect(at(service, 'spec', 'ports', 1, 'port')).toBeUndefined();
  expect(at(service, 'spec', 'toString')).toBeUndefined();
});

test('a manifest needs a text apiVersion and a text kind', () => {
  expect(isManifest(service)).toBe(true);
  expect(isManifest({ apiVersion: 1, kind: 'Service' })).toBe(false);
  expect(isManifest([service])).toBe(false);
  expect(isManifest(null)).toBe(false);
});
