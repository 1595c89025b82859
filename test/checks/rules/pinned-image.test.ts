import { pinnedImage as check } from '../../../src/checks/rules/pinned-image';
import { finds } from '../finds';

const say = (image: string, namespace = 'shop'): string[] =>
  finds(
    check,
    `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: ${namespace} }
spec: { containers: [{ name: web, image: '${image}' }] }`,
  );

test.each([
  'nginx:1.27.3',
  'registry.example.com:5000/web:2',
  'nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'nginx:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  '{{ image }}',
])('passes %s', (image) => {
  expect(say(image)).toEqual([]);
});

test.each([
  'nginx',
  'nginx:latest',
  'registry.example.com:5000/web',
  'localhost:5000/team/web:latest',
])('warns of %s', (image) => {
  expect(say(image)).toHaveLength(1);
  expect(say(image)[0]).toMatch(/^warning Pod\/web spec.containers\[0\].image: /);
});

test("leaves the cluster's own parts alone", () => {
  expect(say('nginx', 'kube-system')).toEqual([]);
});
