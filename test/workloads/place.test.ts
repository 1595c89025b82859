import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { placeOf, problemAt, valueProblem } from '../../src/workloads/place';

test('is the path that the construct will have', () => {
  const chart = new Chart(new App(), 'ng');
  expect(placeOf(chart, 'web')).toBe('ng/web');
  expect(placeOf(new Construct(chart, 'shop'), 'web')).toBe('ng/shop/web');
});

test('fails outside a chart, and says where to put it', () => {
  const app = new App();
  expect(() => placeOf(app, 'web')).toThrow('web: must be in a file, got the app itself');
  expect(() => placeOf(new Construct(app, 'shop'), 'web')).toThrow(
    'shop/web: must be in a file, got "shop" as its scope. Put it into a ManifestFile, or another chart: pass that as the first argument.',
  );
});

test('a rule that found nothing makes no problem', () => {
  expect(problemAt('ng/web', 'port', undefined, 'nothing', 'Fix it.')).toEqual([]);
  expect(valueProblem('ng/web', 'port', undefined, 0, 'Fix it.')).toEqual([]);
});

test('a rule that found something makes a problem with the value', () => {
  expect(valueProblem('ng/web', 'port', 'must be a port', '0', 'Give one.')).toEqual([
    { path: 'ng/web', problem: 'port must be a port, got "0"', fix: 'Give one.' },
  ]);
});
