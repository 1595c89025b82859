import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { applyOverrides, override } from '../../src/app/override';

function chart(): Chart {
  return new Chart(new App({ outdir: 'never-written' }), 'shop', {
    disableResourceNameHashes: true,
  });
}

function deployment(scope: Chart): ApiObject {
  return new ApiObject(scope, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { replicas: 1, template: { spec: { containers: [{ name: 'web', image: 'nginx' }] } } },
  });
}

const final = (object: ApiObject): unknown => applyOverrides(object, object.toJson() as unknown);

test('a field is set where it is, or made with all that is above it', () => {
  const object = deployment(chart());
  override(object, 'spec.template.spec.containers[0].image', 'nginx:1.27');
  override(object, 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]', '8');
  override(object, ['metadata', 'annotations', 'a/b'], 'c');
  override(object, 'spec.template.spec.containers[1]', { name: 'side' });
  override(object, 'spec.replicas', undefined);
  override(object, 'spec.paused', undefined);
  override(object, 'spec.strategy.rollingUpdate.maxSurge', 0);
  override(object, ['__proto__'], 'x');
  const before = object.toJson() as unknown;
  expect(final(object)).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop-web', annotations: { 'a/b': 'c' } },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'web',
              image: 'nginx:1.27',
              resources: { limits: { 'nvidia.com/gpu': '8' } },
            },
            { name: 'side' },
          ],
        },
      },
      strategy: { rollingUpdate: { maxSurge: 0 } },
    },
    ['__proto__']: 'x',
  });
  expect(object.toJson()).toEqual(before);
});

test('an object without overrides is given back as it is', () => {
  const json = {};
  expect(applyOverrides(deployment(chart()), json)).toBe(json);
});

test('the first and the last item of a list go away', () => {
  const object = deployment(chart());
  override(object, 'spec.args', ['a', 'b', 'c']);
  override(object, 'spec.args[0]', undefined);
  override(object, 'spec.args[1]', undefined);
  override(object, 'spec.args[5]', undefined);
  expect(() => final(object)).toThrow('spec.args has 1 items, got the index 5');
});

test("a cdk8s-plus construct's own object takes what its class would drop", () => {
  const web = new kplus.Deployment(chart(), 'web', { containers: [{ image: 'nginx' }] });
  override(web, 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]', '8');
  expect(JSON.stringify(final(ApiObject.of(web)))).toContain('"nvidia.com/gpu":"8"');
});

test('fails with every field that can not be set', () => {
  const object = deployment(chart());
  override(object, 'spec.replicas.max', 1);
  override(object, 'spec.template.spec.containers.image', 'a');
  override(object, 'spec.template[0]', 'a');
  override(object, 'spec.template.spec.containers[2].image', 'a');
  override(object, 'spec..x', 'a');
  override(object, '', {});
  expect(() => final(object)).toThrowErrorMatchingSnapshot();
});
