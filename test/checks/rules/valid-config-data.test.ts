import { validConfigData as check } from '../../../src/checks/rules/valid-config-data';
import { finds } from '../finds';

const say = (kind: string, rest: string): string[] =>
  finds(check, `apiVersion: v1\nkind: ${kind}\nmetadata: { name: it }\n${rest}`);

test('passes sound keys, and a Secret with the keys of its type', () => {
  expect(say('ConfigMap', 'data: { nginx.conf: a, _A-1: b }')).toEqual([]);
  expect(say('Secret', 'type: kubernetes.io/tls\ndata: { tls.crt: YQ==, tls.key: YQ== }')).toEqual(
    [],
  );
});

test('reports keys that it cannot have, or has twice, and those that are missing', () => {
  expect(say('ConfigMap', 'data: { conf/a: b }')).toEqual([
    'error ConfigMap/it data["conf/a"]: "conf/a" cannot be the key of a ConfigMap',
  ]);
  expect(say('ConfigMap', 'data: { a: b }\nbinaryData: { a: YQ== }')).toHaveLength(1);
  expect(say('Secret', 'type: kubernetes.io/dockerconfigjson\ndata: {}')).toHaveLength(1);
});

test('reports more than fits', () => {
  expect(say('ConfigMap', `data: { a: ${'a'.repeat(1048577)} }`)).toEqual([
    'error ConfigMap/it data: the ConfigMap holds 1048577 bytes, more than 1048576',
  ]);
});

test('wants JSON as the credentials of registries, and never shows them', () => {
  const pull = (data: string): string[] =>
    say('Secret', `type: kubernetes.io/dockerconfigjson\n${data}`);
  expect(pull('stringData: { .dockerconfigjson: "{}" }')).toEqual([]);
  expect(pull('data: { .dockerconfigjson: e30= }')).toEqual([]);
  expect(pull('data: { .dockerconfigjson: "" }')).toEqual([]);
  expect(pull('data: { .dockerconfigjson: <credentials> }')).toEqual([]);
  expect(pull('stringData: { .dockerconfigjson: "me:hunter2" }')).toEqual([
    'error Secret/it stringData[".dockerconfigjson"]: .dockerconfigjson must hold a mapping in JSON',
  ]);
  expect(pull('data: { .dockerconfigjson: bWU6aHVudGVyMg== }')).toHaveLength(1);
});

test('wants to know whose token a Secret is for', () => {
  const token = (metadata: string): string[] =>
    finds(
      check,
      `apiVersion: v1\nkind: Secret\nmetadata: { name: it${metadata} }\ntype: kubernetes.io/service-account-token`,
    );
  expect(token(', annotations: { kubernetes.io/service-account.name: web }')).toEqual([]);
  expect(token('')).toHaveLength(1);
});
