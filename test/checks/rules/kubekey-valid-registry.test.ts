import { kubekeyValidRegistry } from '../../../src/checks/rules/kubekey-valid-registry';
import { cluster, linesOf } from '../kubekey-input';

test('reports forms that no image name can begin with, without credentials', () => {
  expect(
    linesOf(
      kubekeyValidRegistry,
      cluster('spec: {registry: {privateRegistry: "https://u:secret@a.example.com/"}}'),
    ),
  ).toEqual([
    'error spec.registry.privateRegistry: "https://<redacted>@a.example.com/" can\'t stand before the name of an image; KubeKey puts it there as it is, and no image is found. Write host[:port][/path], without a scheme and without a slash at the end.',
  ]);
});

test('reports schemes, and their lack', () => {
  expect(
    linesOf(
      kubekeyValidRegistry,
      cluster(
        'spec: {registry: {insecureRegistries: ["http://a:5000", "b/c"], registryMirrors: [docker.1ms.run, "https://u:secret@a b"]}}',
      ),
    ),
  ).toEqual([
    'error spec.registry.insecureRegistries[0]: "http://a:5000" is no host with a port; KubeKey writes http:// before it. Write host or host:port, without http:// or https://.',
    'error spec.registry.insecureRegistries[1]: "b/c" is no host with a port; KubeKey writes http:// before it. Write host or host:port, without http:// or https://.',
    'error spec.registry.registryMirrors[0]: "docker.1ms.run" is no whole address; KubeKey writes it as it is, and no image comes from it. Write it with its scheme, such as https://docker.1ms.run.',
    'error spec.registry.registryMirrors[1]: "https://<redacted>@a b" is no whole address; KubeKey writes it as it is, and no image comes from it. Write it with its scheme, such as https://docker.1ms.run.',
  ]);
});

test('reports a namespace without a registry', () => {
  expect(
    linesOf(
      kubekeyValidRegistry,
      cluster('spec: {registry: {privateRegistry: "", namespaceOverride: x}}'),
    ),
  ).toEqual([
    'error spec.registry.namespaceOverride: "x" has no effect without privateRegistry; KubeKey ignores it, unless KKZONE=cn sets its own. Set privateRegistry too, or remove namespaceOverride.',
  ]);
});

test('reports half of a rewrite', () => {
  expect(
    linesOf(
      kubekeyValidRegistry,
      cluster('spec: {registry: {namespaceRewrite: {policy: changePrefix, src: [a]}}}'),
    ),
  ).toEqual([
    'error spec.registry.namespaceRewrite: lacks src or dest; KubeKey has nothing to rewrite. Write policy changePrefix, src and dest.',
  ]);
});

test.each([
  [
    'networks with Docker',
    'spec: {kubernetes: {version: v1.23.17, containerManager: docker}, registry: {insecureRegistries: [10.0.0.0/8]}}',
  ],
  [
    'every form that KubeKey reads',
    'spec: {registry: {privateRegistry: "10.0.0.5:5000/a/b_c", namespaceOverride: x, insecureRegistries: ["a:5000", "[fd00::1]:5000"], registryMirrors: ["https://a.example.com/x", "http://b"]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidRegistry, cluster(change))).toEqual([]);
});
