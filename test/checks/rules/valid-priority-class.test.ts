import { validPriorityClass as check } from '../../../src/checks/rules/valid-priority-class';
import { finds } from '../finds';

const found = (name: string, value: number): string[] =>
  finds(
    check,
    `apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: { name: ${name} }\nvalue: ${value}`,
  );

test('passes values that are not for Kubernetes itself', () => {
  expect(found('high', 1000000000)).toEqual([]);
  expect(found('low', -10)).toEqual([]);
  expect(found('system-node-critical', 2000001000)).toEqual([]);
});

test('reports values and names that are', () => {
  expect(found('high', 1000000001)).toEqual([
    'error PriorityClass/high value: must be at most 1000000000, got 1000000001',
  ]);
  expect(found('system-mine', 1)).toEqual([
    'error PriorityClass/system-mine metadata.name: the names that begin with "system-" are for Kubernetes itself, got "system-mine"',
  ]);
});
