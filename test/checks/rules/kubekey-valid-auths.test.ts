import { kubekeyValidAuths } from '../../../src/checks/rules/kubekey-valid-auths';
import { cluster, linesOf } from '../kubekey-input';

test('reports keys that are no hosts, without their credentials', () => {
  expect(
    linesOf(
      kubekeyValidAuths,
      cluster(
        'spec: {registry: {auths: {"https://a.example.com": {username: u, password: p}, "https://u:secret@b.example.com/x": {username: u, password: p}}}}',
      ),
    ),
  ).toEqual([
    'error spec.registry.auths: has a key for a.example.com that is no host; KubeKey writes it as it is, and nobody looks under it. Write a.example.com as the key.',
    'error spec.registry.auths: has a key for b.example.com that is no host; KubeKey writes it as it is, and nobody looks under it. Write b.example.com as the key.',
  ]);
});

test('reports the private registry under another port', () => {
  expect(
    linesOf(
      kubekeyValidAuths,
      cluster(
        'spec: {registry: {privateRegistry: "a.example.com:5000/x", auths: {a.example.com: {username: u, password: p}}}}',
      ),
    ),
  ).toEqual([
    'error spec.registry.auths["a.example.com"]: "a.example.com" is not privateRegistry, which is "a.example.com:5000"; KubeKey writes it as it is, and nobody looks under it. Write a.example.com:5000.',
  ]);
});

test('reports half of the credentials', () => {
  expect(
    linesOf(
      kubekeyValidAuths,
      cluster('spec: {registry: {auths: {a.example.com: {password: p}}}}'),
    ),
  ).toEqual([
    'error spec.registry.auths["a.example.com"]: has a password without a username; KubeKey writes it so, and the registry refuses it. Write both username and password.',
  ]);
});

test("warns of certificates that aren't used", () => {
  expect(
    linesOf(
      kubekeyValidAuths,
      cluster('spec: {registry: {auths: {a.example.com: {plainHTTP: true, certsPath: /c}}}}'),
    ),
  ).toEqual([
    'warning spec.registry.auths["a.example.com"]: has plainHTTP together with certificates; KubeKey turns off their check. Remove plainHTTP or the certificates.',
  ]);
});

test.each([
  [
    'credentials of several registries',
    'spec: {registry: {privateRegistry: "a.example.com:5000", auths: {"a.example.com:5000": {username: u, password: p}, b.example.com: {skipTLSVerify: true}}}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidAuths, cluster(change))).toEqual([]);
});
