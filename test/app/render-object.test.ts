import {
  ApiObject,
  App,
  Chart,
  JsonPatch,
  Lazy,
  type IResolver,
  type ResolutionContext,
} from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import fc from 'fast-check';
import { renderObject } from '../../src/app/render-object';

function chart(resolvers?: IResolver[]): Chart {
  return new Chart(new App(resolvers && { resolvers }), 'ng', { labels: { team: 'web' } });
}

// cdk8s itself fails on a key "constructor" and loses a key "__proto__".
const isTakenByCdk8s = (value: object): boolean =>
  !/"(constructor|__proto__)"/.test(JSON.stringify(value));

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the values equal those of ApiObject.toJson, for any data', () => {
  fc.assert(
    fc.property(
      fc
        .dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true })
        .filter(isTakenByCdk8s),
      (spec) => {
        const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', spec });
        // Compared as JSON, since cdk8s turns a null in a list into undefined.
        expect(asJson(renderObject(object))).toEqual(asJson(object.toJson()));
      },
    ),
    { numRuns: 300 },
  );
});

test('keys that are names of JavaScript survive', () => {
  const spec = JSON.parse(
    '{"constructor":{"a":1},"__proto__":{"b":2},"hasOwnProperty":3}',
  ) as unknown;
  const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', spec });
  expect(JSON.stringify(renderObject(object)['spec'])).toBe(JSON.stringify(spec));
});

test('the keys keep the order of their author, where cdk8s sorts them', () => {
  const object = new ApiObject(chart(), 'o', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { labels: { z: '1', a: '2' } },
    data: { z: '1', a: '2' },
  });
  const json = renderObject(object);
  expect(Object.keys(json)).toEqual(['apiVersion', 'kind', 'metadata', 'data']);
  expect(JSON.stringify(json['data'])).toBe('{"z":"1","a":"2"}');
  expect(JSON.stringify(json['metadata'])).toContain('{"team":"web","z":"1","a":"2"}');
});

test('lazy values, tokens, patches and added metadata arrive', () => {
  const object = new ApiObject(chart(), 'o', {
    apiVersion: 'v1',
    kind: 'X',
    metadata: { name: 'o' },
    spec: {
      lazy: Lazy.any({
        produce: () => ({ deep: Lazy.any({ produce: () => 1 }) as number }),
      }) as unknown,
      token: { resolve: () => [1, null, { a: undefined }] },
      gone: Lazy.any({ produce: () => undefined }) as unknown,
    },
  });
  object.addJsonPatch(JsonPatch.add('/spec/patched', true));
  object.metadata.addLabel('b', '1');
  object.metadata.addAnnotation('c', '2');
  object.metadata.addFinalizers('d/e');
  object.metadata.add('generation', 3);
  expect(renderObject(object)).toEqual({
    apiVersion: 'v1',
    kind: 'X',
    metadata: {
      name: 'o',
      labels: { team: 'web', b: '1' },
      annotations: { c: '2' },
      finalizers: ['d/e'],
      generation: 3,
    },
    spec: { lazy: { deep: 1 }, token: [1, null, {}], patched: true },
  });
});

test('patches do not reach the props of their author', () => {
  const data = { a: '1' };
  const object = new ApiObject(chart(), 'o', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data,
  });
  object.addJsonPatch(JsonPatch.add('/data/b', '2'));
  expect(renderObject(object)['data']).toEqual({ a: '1', b: '2' });
  expect(data).toEqual({ a: '1' });
});

test('resolvers of the app are asked, for text too', () => {
  const upper: IResolver = {
    resolve(context: ResolutionContext) {
      if (context.value === 'shout') context.replaceValue('SHOUT');
    },
  };
  const object = new ApiObject(chart([upper]), 'o', {
    apiVersion: 'v1',
    kind: 'X',
    spec: { a: 'shout', z: 1 },
    data: { text: 'shout' },
  });
  expect(renderObject(object)).toMatchObject({ spec: { a: 'SHOUT' }, data: { text: 'SHOUT' } });
});

test('objects of cdk8s-plus have the values that cdk8s gives them', () => {
  const ng = chart();
  const deployment = new kplus.Deployment(ng, 'd', {
    containers: [{ image: 'nginx', portNumber: 80 }],
  });
  deployment.exposeViaService();
  for (const construct of ng.node.findAll()) {
    if (ApiObject.isApiObject(construct)) {
      expect(renderObject(construct)).toEqual(construct.toJson());
    }
  }
});

test('a number-or-string class is written as its value', () => {
  const object = new ApiObject(chart(), 'o', {
    apiVersion: 'v1',
    kind: 'Service',
    spec: { ports: [{ port: 80, targetPort: kplus.k8s.IntOrString.fromString('http') }] },
  });
  expect(renderObject(object)['spec']).toEqual({ ports: [{ port: 80, targetPort: 'http' }] });
});

test.each([
  ['a function', { run: () => 1 }, 'ng/o: spec.run must be plain data, got a function'],
  [
    'a Date',
    { at: [new Date(0)] },
    'ng/o: spec.at[0] must be plain data, got an object of class Date',
  ],
])('fails on %s, naming its field', (_, spec, message) => {
  const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', spec });
  expect(() => renderObject(object)).toThrow(message);
});

test('fails on what holds itself, and on what has no end, naming the field', () => {
  const spec: Record<string, unknown> = {};
  spec['list'] = [{ back: spec }];
  const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', spec });
  expect(() => renderObject(object)).toThrow(
    'ng/o: spec.list[0].back must be plain data, got an object that it is part of',
  );

  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  const endless = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', spec: { deep } });
  expect(() => renderObject(endless)).toThrow(/^ng\/o: spec\.deep.*more than 1000 levels/);
});

const nowhere = "a JSON patch can't be applied: its path leads nowhere in the object";

test.each([
  ['a mapping that is not there', JsonPatch.add('/data/a/b', 1), `/data/a/b: ${nowhere}`],
  ['a field of a text', JsonPatch.replace('/spec/text/b', 1), `/spec/text/b: ${nowhere}`],
  ['a key of a list', JsonPatch.add('/spec/list/b', 1), `/spec/list/b: ${nowhere}`],
  ['an index behind the end', JsonPatch.add('/spec/list/2', 1), `/spec/list/2: ${nowhere}`],
  ['a copy of nothing', JsonPatch.copy('/spec/none', '/spec/b'), `/spec/b: ${nowhere}`],
  ['a test that fails', JsonPatch.test('/kind', 'Y'), '/kind: the test of the JSON patches fails'],
  ['a function', JsonPatch.add('/spec/b', () => 1), '/spec/b: a JSON patch must set plain data'],
  ['NaN in a mapping', JsonPatch.add('/spec/b', { c: NaN }), 'must set plain data'],
  ['a Date', JsonPatch.add('/spec/b', [new Date(0)]), 'must set plain data'],
])('a JSON patch is never lost without a word: %s', (_, patch, message) => {
  const object = new ApiObject(chart(), 'o', {
    apiVersion: 'v1',
    kind: 'X',
    spec: { text: 'a', list: ['x'] },
  });
  object.addJsonPatch(patch);
  expect(() => renderObject(object)).toThrow(message);
  expect(() => renderObject(object)).toThrow(/^ng\/o /);
});

test('JSON patches reach the end of a list, as an index and as "-"', () => {
  const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X', list: ['x'] });
  object.addJsonPatch(JsonPatch.add('/list/1', 'y'), JsonPatch.add('/list/-', 'z'));
  expect(renderObject(object)['list']).toEqual(['x', 'y', 'z']);
});

test('fails when a patch takes the kind away', () => {
  const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'X' });
  object.addJsonPatch(JsonPatch.remove('/kind'));
  expect(() => renderObject(object)).toThrow(/^ng\/o: an object needs "apiVersion" and "kind"/);
});
