import { selectorMatchesTemplate as check } from '../../../src/checks/rules/selector-matches-template';
import { finds, workloadYaml } from '../finds';

test('passes a selector that the template has', () => {
  expect(finds(check, workloadYaml('Deployment'))).toEqual([]);
});

test('reports each label that the template lacks or has otherwise', () => {
  const yaml = workloadYaml('StatefulSet').replace(
    'matchLabels: { app: web',
    'matchLabels: { app: api, tier: one',
  );
  expect(finds(check, yaml)).toEqual([
    'error StatefulSet/web spec.selector.matchLabels: the selector wants the label app: api, and the pod template has app: web',
    'error StatefulSet/web spec.selector.matchLabels: the selector wants the label tier: one, which the pod template does not have',
  ]);
});

test('reports expressions that the template does not meet, and empty selectors', () => {
  const yaml = workloadYaml('DaemonSet').replace(
    'matchLabels: { app: web }',
    'matchExpressions: [{ key: app, operator: NotIn, values: [web] }]',
  );
  expect(finds(check, yaml)).toHaveLength(1);
  expect(finds(check, workloadYaml('Deployment').replace('matchLabels: { app: web }', ''))).toEqual(
    ['error Deployment/web spec.selector: the selector is empty'],
  );
});

test('leaves Jobs alone, whose selectors the server writes', () => {
  const job = workloadYaml('Job')
    .replace('apps/v1', 'batch/v1')
    .replace('app: web }', 'app: api }');
  expect(finds(check, job)).toEqual([]);
});
