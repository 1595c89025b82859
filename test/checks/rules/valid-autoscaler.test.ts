import { validAutoscaler as check } from '../../../src/checks/rules/valid-autoscaler';
import { finds } from '../finds';

const say = (bounds: string): string[] =>
  finds(
    check,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: it }\nspec: { ${bounds} }`,
  );

test('passes bounds in order', () => {
  expect(say('minReplicas: 2, maxReplicas: 2')).toEqual([]);
  expect(say('maxReplicas: 1')).toEqual([]);
});

test('reports bounds out of order, and warns of 0', () => {
  expect(say('minReplicas: 3, maxReplicas: 2')[0]).toMatch(/^error .*spec.maxReplicas/);
  expect(say('maxReplicas: 0')[0]).toMatch(/^error/);
  expect(say('minReplicas: -1, maxReplicas: 2')[0]).toMatch(/^error/);
  expect(say('minReplicas: 0, maxReplicas: 2')[0]).toMatch(/^warning/);
});
