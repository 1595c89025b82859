import { GroundworkError } from '../../src/errors';
import { Credential, credentialSlots, type CredentialOptions } from '../../src/kubekey/credential';
import { fromEnv, reveal } from '../../src/kubekey/secret';

const pem = '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----\n';

test('a key file comes with the password for sudo', () => {
  const credential = Credential.privateKeyFile('~/.ssh/id_rsa', { sudoPassword: 'let me' });
  expect(reveal(credentialSlots(credential, 'host a'), 'x')).toEqual({
    keyPath: '~/.ssh/id_rsa',
    password: 'let me',
  });
});

test('a key may be given by its text', () => {
  const slots = credentialSlots(Credential.privateKeyText(pem), 'host a');
  expect(reveal(slots, 'x')).toEqual({ key: pem });
});

test.each<[string, () => unknown, RegExp]>([
  ['an empty password', () => Credential.password(''), /the password must be a text/],
  ['no password', () => Credential.password(undefined as never), /the password must be a text/],
  ['a password that is a number', () => Credential.password(123456 as never), /must be a text/],
  [
    'an empty path',
    () => Credential.privateKeyFile(''),
    /the path of a key file is needed, got ""/,
  ],
  ['a home folder of somebody', () => Credential.privateKeyFile('~bob/key'), /expands only/],
  ['a variable in a path', () => Credential.privateKeyFile('$HOME/key'), /expands only/],
  [
    'an empty sudo password',
    () => Credential.privateKeyFile('/k', { sudoPassword: '' }),
    /sudoPassword/,
  ],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});

test('no error shows what may be a secret', () => {
  for (const make of [
    () => Credential.privateKeyFile(pem),
    () => Credential.privateKeyText('abcdefg'),
    () => fromEnv('Qcloud@123'),
    () => Credential.password(123456 as never),
  ]) {
    expect(make).toThrow();
    expect(make).not.toThrow(/abc|Qcloud|123/);
  }
});

test('options that are none are refused, without a value in the words', () => {
  const wrong = (options: unknown) => () =>
    Credential.privateKeyFile('/k', options as CredentialOptions);
  expect(wrong('hunter2')).toThrow(
    /^Credential\.privateKeyFile: the options must be a mapping\. (?!.*hunter2)/,
  );
  expect(wrong(null)).toThrow(GroundworkError);
  expect(wrong({ sudoPasword: 'hunter2' })).toThrow(
    /^Credential\.privateKeyFile options\.sudoPasword: unknown field "sudoPasword"\. Write sudoPassword if you mean that\.$/,
  );
});
