import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { comment } from '../../src/app/comment';
import { override } from '../../src/app/override';
import { targetObject } from '../../src/app/target-object';

const chart = (): Chart => new Chart(new App({ outdir: 'never-written' }), 'shop');

test('an object is its own target, and a construct has the one that it makes', () => {
  const it = chart();
  const object = new ApiObject(it, 'a', { apiVersion: 'v1', kind: 'Pod' });
  const web = new kplus.Deployment(it, 'web', { containers: [{ image: 'nginx:1.27' }] });
  expect(targetObject(object, '', 'comment()')).toBe(object);
  expect(targetObject(web, ['spec'], 'comment()')).toBe(ApiObject.of(web));
});

test.each([
  ['text', 'web', 'comment(): comment() needs the construct of one object, got "web"'],
  ['nothing', undefined, 'comment(): comment() needs the construct of one object, got nothing'],
  ['a plain manifest', { kind: 'Pod' }, /got another object\. Give it an ApiObject, or/],
  ['a chart', chart(), /^shop: .* got a construct that makes none\. /],
])('fails at once with %s in place of an object', (_what, target, message) => {
  expect(() => {
    comment(target as Chart, '', 'The shop.');
  }).toThrow(message);
});

test('fails at once with a field that is none, and a place that is none', () => {
  const object = new ApiObject(chart(), 'a', { apiVersion: 'v1', kind: 'Pod' });
  expect(() => {
    override(object, undefined as unknown as string, 1);
  }).toThrow('shop/a: override() needs a field, got nothing. Write it like spec.replicas, ');
  expect(() => {
    comment(object, '', 'The shop.', { place: 'below' as 'above' });
  }).toThrow('comment() options.place: must be one of above, behind, got "below"');
});
