import { configMapExists as check } from '../../../src/checks/rules/config-map-exists';
import { finds, podYaml } from '../finds';

const has = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: it }\ndata: { a: b }\n---\n';
const takes = (name: string, key: string): string =>
  podYaml('', `env: [{ name: A, valueFrom: { configMapKeyRef: { name: ${name}, key: ${key} } } }]`);
const field = 'spec.containers[0].env[0].valueFrom.configMapKeyRef';

test('passes a key that is there, and what may be absent', () => {
  expect(finds(check, has + takes('it', 'a'))).toEqual([]);
  expect(
    finds(check, podYaml('', 'envFrom: [{ configMapRef: { name: gone, optional: true } }]')),
  ).toEqual([]);
});

test('reports a key that is not in it', () => {
  expect(finds(check, has + takes('it', 'c'))).toEqual([
    `error Pod/web ${field}.key: ConfigMap "it" has no key "c"`,
  ]);
});

test('leaves it to another check that a ConfigMap is written twice', () => {
  const twice = has + has.replace('a: b', 'c: d');
  expect(finds(check, twice + takes('it', 'c'))).toEqual([]);
  expect(finds(check, twice + takes('it', 'e'))).toHaveLength(1);
});

test('warns of a ConfigMap that is not here, from env, envFrom and volumes', () => {
  const missing = 'there is no ConfigMap "gone" among the objects';
  expect(finds(check, has + takes('gone', 'a'))).toEqual([
    `warning Pod/web ${field}.name: ${missing}`,
  ]);
  const from = podYaml('', 'envFrom: [{ configMapRef: { name: gone } }]');
  expect(finds(check, from)).toEqual([
    `warning Pod/web spec.containers[0].envFrom[0].configMapRef.name: ${missing}`,
  ]);
  const volume = podYaml('volumes: [{ name: a, configMap: { name: gone } }]');
  expect(finds(check, volume)).toHaveLength(1);
  const projected = podYaml(
    'volumes: [{ name: a, projected: { sources: [{ configMap: { name: gone } }] } }]',
  );
  expect(finds(check, projected)).toHaveLength(1);
});

test('takes what is declared as external', () => {
  const external = [{ kind: 'ConfigMap', name: 'gone' }];
  expect(finds(check, takes('gone', 'a'), { external, references: 'closed' })).toEqual([]);
  expect(finds(check, takes('gone', 'a'), { references: 'closed' })[0]).toMatch(/^error/);
});
