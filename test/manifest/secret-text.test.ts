import { isSecretName } from '../../src/manifest/secret-names';
import { holdsSecret, messageWithoutSecrets, withoutSecrets } from '../../src/manifest/secret-text';

test.each([
  'DB_PASSWORD',
  'dbPassword',
  'POSTGRES_PASS',
  'PGPASSWORD',
  'api-key',
  'apiKey',
  'AWS_SECRET_ACCESS_KEY',
  'github.token',
  'example.com/token',
  'client-key-data',
  'Authorization',
  '--basic-auth',
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'MAX_TOKENS',
  'max_token',
  'tokenizer',
  'SECRET_NAME',
  'secretName',
  'PASSWORD_FILE',
  'existingSecret',
  'existingSecretPasswordKey',
  'ALLOW_EMPTY_PASSWORD',
  'PUBLIC_KEY',
  'bypass',
  'compass',
  'key',
  'keys',
  'author',
  'nginx.ingress.kubernetes.io/auth-secret',
  'nginx.ingress.kubernetes.io/auth-type',
  'automountServiceAccountToken-mode',
])('%s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test.each([
  'nginx:1.27@sha256:0123456789abcdef',
  'registry.example.com:5000/web/nginx:1.27@sha256:0123456789abcdef',
  'oci://registry.example.com:5000/charts/web@sha256:0123456789abcdef',
  'git@github.com:team/app.git',
  'ssh://git@github.com/team/app.git',
  'https://me@dev.azure.com/team',
  'https://example.com:8443/a@b',
  'http://[::1]:8080/a@b',
  'postgres://app:$(DB_PASSWORD)@db/app',
  'postgres://app:${DB_PASSWORD}@db/app',
  'postgres://app:<password>@db/app',
  'serviceAccount:app@project.iam.gserviceaccount.com',
  'mailto:me@example.com',
  'npm:pkg@1.2.3',
  'MAX_TOKENS=4096',
  'SECRET_NAME=foo',
  '--max-tokens=4096 --tokenizer=qwen --pad-token <pad>',
  '--token-auth-file=/etc/tokens --authorization-mode=Node,RBAC',
  '--api-key-file /run/secrets/key --password-stdin',
  'password: $(PASSWORD)\ntoken: {{ .Values.token }}\n',
  'passwordFile: /run/secrets/password',
  'docker run -p 8080:80 -u 1000:1000 web',
  'mkdir -p /data/mysql',
  'cp -a /from /to',
  'fd00:10:244:0:1::1',
  'Basic authentication is switched on, tokens are kept apart.',
  'auth: basic\nauthorization: RBAC\n',
])('%j is shown as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
  expect(messageWithoutSecrets(text)).toBe(text);
});

test('only the secret is taken out', () => {
  expect(withoutSecrets('postgres://app:x1y2@db:5432/app?a=b')).toBe(
    'postgres://<redacted>@db:5432/app?a=b',
  );
  expect(withoutSecrets('user: app\npassword: a b c\nport: 80\n')).toBe(
    'user: app\npassword: <redacted>\nport: 80\n',
  );
  expect(withoutSecrets('sh -c "mysql -px1y2 < a.sql" && PGPASSWORD=x1y2 psql -h db')).toBe(
    'sh -c "mysql -p<redacted> < a.sql" && PGPASSWORD=<redacted> psql -h db',
  );
});

test('what is taken out is told', () => {
  const secrets: string[] = [];
  withoutSecrets('redis://:x1y2@cache --token=z3w4', (secret) => secrets.push(secret));
  expect(secrets).toEqual(['x1y2', 'z3w4']);
});

test('a text without secrets stays without change when it goes the same way again', () => {
  const text = 'password: x1y2\nurl: redis://:x1y2@cache\nargs: --token x1y2 --api-key="x1y2"\n';
  const once = withoutSecrets(text);
  expect(once).not.toContain('x1y2');
  expect(withoutSecrets(once)).toBe(once);
});

test('a message names fields before colons, and their values as they are given', () => {
  const message = 'spec.hosts[0].password: must be text, got a number; token: is missing';
  expect(messageWithoutSecrets(message)).toBe(message);
  expect(messageWithoutSecrets('got "--password=x1 y2" and more')).toBe(
    'got "--password=<redacted>" and more',
  );
});

test('what a comment of a configuration says is no finding', () => {
  expect(holdsSecret('# password: ask the team\nport: 80\n')).toBe(false);
  expect(holdsSecret('port: 80\npassword: x1y2\n')).toBe(true);
});

// What takes quadratic time does not end with so much.
const long = 1_000_000;
const minute = 60_000;
test.each([
  'a:',
  'x://',
  'x://a:',
  'a:a,',
  'a:b@',
  'a@',
  'a=',
  'a: ',
  'a\n',
  'password=',
  'password: {{ ',
  'password="',
  "password='${",
  '--token ',
  '--token "',
  'token-',
  '-p ',
  'mysql -p"',
  'eyJ-',
  'eyJaaaaaaaa.',
  'Bearer ',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN ',
  'name: a, ',
  '<a>',
  'login a password ',
  'a:1:a:a:',
  "password '",
  'echo ',
  '\\"',
  ' ',
  '\n',
  'password\t',
  'password: |\n ',
])(
  'a long text of %j comes to its end',
  (part) => {
    const text = `mysql ${part.repeat(long / part.length)}@password=`;
    expect(typeof withoutSecrets(text)).toBe('string');
    expect(typeof messageWithoutSecrets(text)).toBe('string');
  },
  minute,
);
