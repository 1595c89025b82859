import fc from 'fast-check';
import { kindsOfVersion } from '../../src/facts/kubernetes/served';
import { withDefaults, withoutDefaults } from '../../src/manifest/api-defaults';
import type { Manifest } from '../../src/manifest/manifest';
import { effects } from '../../src/review/change';
import { review } from '../../src/review/review';
import { anyObject } from '../manifest/any-object';

const apis = [
  'v1',
  'apps/v1',
  'batch/v1',
  'autoscaling/v2',
  'policy/v1',
  'networking.k8s.io/v1',
  'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1',
  'scheduling.k8s.io/v1',
  'apiextensions.k8s.io/v1',
];

/** A null takes a field out of the stored object, so it isn't the same as a field that is left out. */
function withoutNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, item: unknown) => item ?? undefined)) as T;
}

describe.each(['1.20', '1.26', '1.33', '1.36'])('for any objects of Kubernetes %s', (version) => {
  const kinds = apis.flatMap((api) =>
    kindsOfVersion(version, api).filter(({ isServed }) => isServed),
  );
  const kind = fc.constantFrom(...kinds);
  const object = kind.chain((of) => anyObject(version, of.apiVersion, of.kind));
  const pair = kind.chain((of) =>
    fc.tuple(
      anyObject(version, of.apiVersion, of.kind),
      anyObject(version, of.apiVersion, of.kind),
    ),
  );
  const reviewed = (before: Manifest, after: Manifest) =>
    review([before], [after], { kubernetesVersion: version });

  test('nothing changes where nothing changed', () => {
    fc.assert(
      fc.property(object, (manifest) => {
        const copy = JSON.parse(JSON.stringify(manifest)) as Manifest;
        expect(reviewed(manifest, copy).changes).toEqual([]);
      }),
    );
  });

  test('defaults that are written or left out change nothing', () => {
    fc.assert(
      fc.property(object, (manifest) => {
        const full = withDefaults(manifest, version);
        const plain = withoutDefaults(manifest, version);
        expect(reviewed(manifest, full).changes).toEqual([]);
        expect(reviewed(full, plain).changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('defaults that either side writes change nothing in a review', () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [before, after] = [withoutNulls(first), withoutNulls(second)];
        const { changes } = reviewed(before, after);
        expect(reviewed(withDefaults(before, version), after).changes).toEqual(changes);
        expect(reviewed(before, withDefaults(after, version)).changes).toEqual(changes);
      }),
      { numRuns: 200 },
    );
  });

  test('there and back names the same fields', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const there = reviewed(before, after).changes.map(({ field }) => field);
        const back = reviewed(after, before).changes.map(({ field }) => field);
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 200 },
    );
  });

  test('each change has one known effect, one field of its own and an explanation', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { changes, summary } = reviewed(before, after);
        for (const { effect, explanation } of changes) {
          expect(effects).toContain(effect);
          expect(explanation).toMatch(/^[^ ].*[^ ]\.$/s);
          expect(explanation).not.toMatch(/undefined|\[object|NaN/);
        }
        const fields = changes.map(({ field, before: was, after: is }) =>
          JSON.stringify([field, was, is]),
        );
        expect(new Set(fields).size).toBe(fields.length);
        const total = Object.values(summary).reduce((sum, number) => sum + number, 0);
        expect(total).toBe(changes.length);
      }),
      { numRuns: 200 },
    );
  });
});

test('no input makes it fail, whatever stands where', () => {
  const keys = fc.constantFrom(
    ...['name', 'spec', 'template', 'metadata', 'labels', 'containers', 'ports', 'selector'],
    ...['hosts', 'roleGroups', 'worker', 'strategy', 'rollingUpdate', 'rules', '__proto__', 'data'],
  );
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 0, -1, 'a', '25%', '<redacted>'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(keys, tie('any'), { maxKeys: 4 }),
    ),
  }));
  const kinds = ['v1', 'apps/v1', 'batch/v1', 'networking.k8s.io/v1', 'apiextensions.k8s.io/v1']
    .flatMap((api) => kindsOfVersion('1.28', api))
    .concat([
      { apiVersion: 'kubekey.kubesphere.io/v1alpha2', kind: 'Cluster' },
      { apiVersion: 'example.com/v1', kind: 'Widget' },
    ] as never);
  const list = fc.array(
    fc
      .tuple(fc.constantFrom(...kinds), any, any)
      .map(([{ apiVersion, kind }, spec, metadata]): Manifest => ({
        apiVersion,
        kind,
        metadata,
        spec,
      })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { changes } = review(before, after, { kubernetesVersion: '1.28' });
      for (const { explanation } of changes) expect(explanation).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 500 },
  );
});
