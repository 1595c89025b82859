import { secretExists as check } from '../../../src/checks/rules/secret-exists';
import { finds, podYaml } from '../finds';

const has = 'apiVersion: v1\nkind: Secret\nmetadata: { name: it }\nstringData: { a: b }\n---\n';
const takes = (name: string, key: string): string =>
  podYaml('', `env: [{ name: A, valueFrom: { secretKeyRef: { name: ${name}, key: ${key} } } }]`);
const field = 'spec.containers[0].env[0].valueFrom.secretKeyRef';

test('passes a key that is there, and what may be absent', () => {
  expect(finds(check, has + takes('it', 'a'))).toEqual([]);
  expect(
    finds(check, podYaml('', 'envFrom: [{ secretRef: { name: gone, optional: true } }]')),
  ).toEqual([]);
});

test('reports a key that is not in it', () => {
  expect(finds(check, has + takes('it', 'c'))).toEqual([
    `error Pod/web ${field}.key: Secret "it" has no key "c"`,
  ]);
});

test('warns of a key of a Secret that holds nothing yet, which something else may fill', () => {
  const empty = 'apiVersion: v1\nkind: Secret\nmetadata: { name: it }\ndata: {}\n---\n';
  const problem = `Pod/web ${field}.key: Secret "it" has no key "a"`;
  expect(finds(check, empty + takes('it', 'a'))).toEqual([`warning ${problem}`]);
  expect(finds(check, empty + takes('it', 'a'), { references: 'closed' })).toEqual([
    `error ${problem}`,
  ]);
});

test('warns of a Secret that is not here, from env, envFrom and volumes', () => {
  const missing = 'there is no Secret "gone" among the objects';
  expect(finds(check, has + takes('gone', 'a'))).toEqual([
    `warning Pod/web ${field}.name: ${missing}`,
  ]);
  const from = podYaml('', 'envFrom: [{ secretRef: { name: gone } }]');
  expect(finds(check, from)).toEqual([
    `warning Pod/web spec.containers[0].envFrom[0].secretRef.name: ${missing}`,
  ]);
  const volume = podYaml('volumes: [{ name: a, secret: { secretName: gone } }]');
  expect(finds(check, volume)).toHaveLength(1);
  const projected = podYaml(
    'volumes: [{ name: a, projected: { sources: [{ secret: { name: gone } }] } }]',
  );
  expect(finds(check, projected)).toHaveLength(1);
});

test('takes what is declared as external', () => {
  const external = [{ kind: 'Secret', name: 'gone' }];
  expect(finds(check, takes('gone', 'a'), { external, references: 'closed' })).toEqual([]);
  expect(finds(check, takes('gone', 'a'), { references: 'closed' })[0]).toMatch(/^error/);
});

test('passes a Secret that another object makes', () => {
  const certificate =
    'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: a }\nspec: { secretName: gone }\n---\n';
  expect(finds(check, certificate + takes('gone', 'a'))).toEqual([]);
});

test('follows the Secrets of Ingresses and of image pulls', () => {
  const ingress =
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: it }\nspec: { tls: [{ secretName: tls }] }\n---\n';
  expect(finds(check, ingress)).toHaveLength(1);
  expect(finds(check, podYaml('imagePullSecrets: [{ name: pull }]'))).toHaveLength(1);
});
