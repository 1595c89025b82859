import { validPodSecurityLabels as check } from '../../../src/checks/rules/valid-pod-security-labels';
import { finds } from '../finds';

const say = (label: string, kind = 'Namespace'): string[] =>
  finds(check, `apiVersion: v1\nkind: ${kind}\nmetadata: { name: it, labels: { ${label} } }`);
const prefix = 'pod-security.kubernetes.io/';

test.each([
  `${prefix}enforce: baseline`,
  `${prefix}warn: restricted`,
  `${prefix}enforce-version: latest`,
  `${prefix}audit-version: v1.30`,
  'app: strict',
])('passes %s', (label) => {
  expect(say(label)).toEqual([]);
});

test('passes the same label of another kind', () => {
  expect(say(`${prefix}enforce: strict`, 'ConfigMap')).toEqual([]);
});

test.each([
  ['enforce: strict', 'must be one of privileged, baseline, restricted, got "strict"'],
  ['enforce: Baseline', 'must be one of privileged, baseline, restricted, got "Baseline"'],
  ['warn-version: 1.30.1', 'must be latest or a version such as v1.30, got "1.30.1"'],
])('reports %s', (label, found) => {
  const all = say(prefix + label);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(/^error Namespace/);
  expect(all[0]).toContain(found);
});

test('warns of a label that does nothing', () => {
  expect(say(`${prefix}enforced: baseline`)[0]).toMatch(/^warning .*knows no such label/);
});
