import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { comment, commentsOf } from '../../src/app/comment';
import { isManifest } from '../../src/manifest/manifest';
import { writeYaml } from '../../src/manifest/write';

test('comments on a construct reach the YAML of its object', () => {
  const chart = new Chart(new App({ outdir: 'never-written' }), 'shop');
  const web = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.27' }] });
  comment(web, '', 'The shop.');
  comment(web, 'spec.template.spec.containers[0].image', '{"$imagepolicy": "flux-system:web"}', {
    place: 'behind',
  });
  const object = ApiObject.of(web);
  const json: unknown = object.toJson();
  if (!isManifest(json)) throw new Error('no manifest');
  const text = writeYaml([json], { comments: new Map([[json, commentsOf(object)]]) });
  expect(text).toMatch(/^# The shop\.\napiVersion: apps\/v1\n/);
  expect(text).toContain('image: nginx:1.27 # {"$imagepolicy": "flux-system:web"}\n');
});

test('an object without comments has none', () => {
  const chart = new Chart(new App({ outdir: 'never-written' }), 'shop');
  expect(commentsOf(new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'Pod' }))).toEqual([]);
});
