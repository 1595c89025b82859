import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { patchedJson } from '../../src/app/patched-json';
import { at } from '../../src/manifest/manifest';

function chart(): Chart {
  return new Chart(new App({ outdir: 'never-written' }), 'shop', {
    disableResourceNameHashes: true,
  });
}

function deployment(): ApiObject {
  const web = new kplus.Deployment(chart(), 'web', {
    containers: [{ image: 'nginx', portNumber: 80, liveness: kplus.Probe.fromHttpGet('/') }],
  });
  return ApiObject.of(web);
}

const container = '/spec/template/spec/containers/0';
const inContainer = ['spec', 'template', 'spec', 'containers', 0] as const;

describe('what the classes of cdk8s-plus drop is in the final JSON', () => {
  test.each<[string, unknown, readonly (string | number)[]]>([
    [
      `${container}/resources/limits/nvidia.com~1gpu`,
      '8',
      [...inContainer, 'resources', 'limits', 'nvidia.com/gpu'],
    ],
    [
      `${container}/resources/limits`,
      { 'nvidia.com/gpu': '8', cpu: '1' },
      [...inContainer, 'resources', 'limits'],
    ],
    ['/spec/strategy/rollingUpdate/maxSurge', 0, ['spec', 'strategy', 'rollingUpdate', 'maxSurge']],
    [
      `${container}/livenessProbe/httpGet/port`,
      8000,
      [...inContainer, 'livenessProbe', 'httpGet', 'port'],
    ],
    [
      `${container}/lifecycle`,
      { preStop: { sleep: { seconds: 5 } } },
      [...inContainer, 'lifecycle'],
    ],
    ['/spec/template/spec/hostUsers', false, ['spec', 'template', 'spec', 'hostUsers']],
    ['/spec/brandNew', { a: [1] }, ['spec', 'brandNew']],
    ['/metadata/labels', { a: 'b' }, ['metadata', 'labels']],
  ])('add %s', (path, value, field) => {
    const object = deployment();
    object.addJsonPatch(JsonPatch.add(path, value));
    expect(at(patchedJson(object), ...field)).toEqual(value);
  });

  test('an emptyDir keeps its size, a volume its image, a Service its trafficDistribution', () => {
    const object = deployment();
    const volumes = [
      { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
      { name: 'model', image: { reference: 'quay.io/model:1', pullPolicy: 'IfNotPresent' } },
    ];
    object.addJsonPatch(JsonPatch.add('/spec/template/spec/volumes', volumes));
    expect(at(patchedJson(object), 'spec', 'template', 'spec', 'volumes')).toEqual(volumes);

    const service = ApiObject.of(new kplus.Service(chart(), 'svc', { ports: [{ port: 80 }] }));
    service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
    expect(at(patchedJson(service), 'spec', 'trafficDistribution')).toBe('PreferClose');
  });

  test('nothing else changes', () => {
    const [plain, patched] = [deployment(), deployment()];
    patched.addJsonPatch(JsonPatch.add('/spec/brandNew', 1));
    const { brandNew, ...spec } = at(patchedJson(patched), 'spec') as Record<string, unknown>;
    expect({ ...(plain.toJson() as object), spec }).toEqual(plain.toJson());
    expect(brandNew).toBe(1);
  });
});

test("a path or a value in the class's own form means what it meant", () => {
  const service = ApiObject.of(new kplus.Service(chart(), 'svc', { ports: [{ port: 80 }] }));
  service.addJsonPatch(
    JsonPatch.add('/spec/clusterIp', 'None'),
    JsonPatch.add('/spec/loadBalancerIp', '10.0.0.1'),
  );
  const spec = at(patchedJson(service), 'spec') as Record<string, unknown>;
  expect(spec).toEqual(at(service.toJson(), 'spec'));
  expect(spec).toMatchObject({ clusterIP: 'None', loadBalancerIP: '10.0.0.1' });

  const object = deployment();
  object.addJsonPatch(
    JsonPatch.add(`${container}/resources/limits`, {
      cpu: kplus.k8s.Quantity.fromString('2'),
      'nvidia.com/gpu': '8',
    }),
  );
  expect(at(patchedJson(object), ...inContainer, 'resources', 'limits')).toEqual({
    cpu: '2',
    'nvidia.com/gpu': '8',
  });
});

test('patches apply one after the other, removals among them', () => {
  const object = deployment();
  object.addJsonPatch(
    JsonPatch.add('/spec/brandNew', { a: 1 }),
    JsonPatch.replace('/spec/brandNew/a', 2),
    JsonPatch.copy('/spec/brandNew', '/spec/other'),
    JsonPatch.remove('/spec/brandNew'),
    JsonPatch.remove('/spec/strategy'),
    JsonPatch.test('/kind', 'Deployment'),
  );
  const spec = at(patchedJson(object), 'spec') as Record<string, unknown>;
  expect(spec).toMatchObject({ other: { a: 2 } });
  expect(spec).not.toHaveProperty('brandNew');
  expect(spec).not.toHaveProperty('strategy');
});

test('the patches are still there afterwards', () => {
  const object = deployment();
  object.addJsonPatch(JsonPatch.add('/spec/brandNew', 1));
  expect(patchedJson(object)).toEqual(patchedJson(object));
});

test('fails with every patch that can not be applied', () => {
  const object = deployment();
  object.addJsonPatch(
    JsonPatch.add('/spec/nowhere/deep', 1),
    JsonPatch.add('/spec/brandNew', 1),
    JsonPatch.test('/kind', 'Pod'),
  );
  expect(() => patchedJson(object)).toThrowErrorMatchingSnapshot();
});

test.each([
  ['a field of a text', JsonPatch.add('/kind/b', 1), 'leads nowhere'],
  ['a key of a list', JsonPatch.add(`${container}/ports/b`, 1), 'leads nowhere'],
  ['a function', JsonPatch.add('/spec/b', () => 1), 'must set plain data'],
])('a patch is never lost without a word: %s', (_, patch, message) => {
  const object = deployment();
  object.addJsonPatch(patch);
  expect(() => patchedJson(object)).toThrow(message);
});
