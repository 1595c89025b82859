import { noPlainSecrets as check } from '../../../src/checks/rules/no-plain-secrets';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf, podYaml } from '../finds';

const env = (name: string, value: string): string[] =>
  finds(check, podYaml('', `env: [{ name: ${name}, value: ${JSON.stringify(value)} }]`));
const config = (key: string, value: string): string[] =>
  finds(
    check,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: it }
data: { ${key}: ${JSON.stringify(value)} }`,
  );

test.each([
  ['DB_PASSWORD', 'hunter2'],
  ['API_KEY', 'abc123def'],
  ['apiKey', 'abc123def'],
  ['HF_TOKEN', 'hf_abcdef'],
  ['AWS_SECRET_ACCESS_KEY', 'abcdef'],
  ['DATABASE_URL', 'postgres://app:hunter2@db/app'],
])('warns of the variable %s', (name, value) => {
  expect(env(name, value)).toHaveLength(1);
});

test.each([
  ['DB_PASSWORD_FILE', '/run/secrets/db'],
  ['PASSWORD', '$(OTHER)'],
  ['MAX_TOKENS', '4096'],
  ['TOKENIZER', 'qwen'],
  ['SECRET_NAME', 'db'],
  ['ALLOW_EMPTY_PASSWORD', 'yes'],
  ['JWT_SECRET', '${JWT_SECRET}'],
  ['PUBLIC_KEY', 'ssh-ed25519 AAAA'],
  ['DATABASE_URL', 'postgres://app@db/app'],
  ['DATABASE_URL', 'postgres://app:$(PASSWORD)@db/app'],
  ['ACCESS_TOKEN', '/var/run/token'],
])('passes the variable %s with %s', (name, value) => {
  expect(env(name, value)).toEqual([]);
});

test('warns of secrets in a ConfigMap, by its key or in the text under it', () => {
  expect(config('password', 'hunter2')).toEqual([
    'warning ConfigMap/it data.password: the key "password" looks like a secret, in a ConfigMap',
  ]);
  expect(config('app.properties', 'a=b\nspring.datasource.password=hunter2\n')).toHaveLength(1);
  expect(config('tls.key', '-----BEGIN RSA PRIVATE KEY-----\nabc\n')).toHaveLength(1);
});

test('passes a ConfigMap that only speaks of secrets', () => {
  expect(config('nginx.conf', 'server { listen 8080; }\n# password: ask the team\n')).toEqual([]);
  expect(config('app.properties', 'spring.datasource.password=${DB_PASSWORD}\n')).toEqual([]);
});

test('never shows the value', () => {
  const yaml = podYaml('', 'env: [{ name: DB_PASSWORD, value: hunter2 }]');
  expect(JSON.stringify(runChecks([check], inputOf(yaml)))).not.toContain('hunter2');
});
