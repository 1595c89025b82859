import { imageHasDigest as check } from '../../../src/checks/rules/image-has-digest';
import { finds } from '../finds';

const digest = 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const say = (image: string): string[] =>
  finds(
    check,
    `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: '${image}' }] }`,
  );

test('warns of a tag alone, and of a digest alone', () => {
  expect(say('nginx:1.27')).toEqual([
    'warning Pod/web spec.containers[0].image: the image has no digest, got "nginx:1.27"',
  ]);
  expect(say(`nginx@${digest}`)).toHaveLength(1);
});

test('passes a digest beside a tag', () => {
  expect(say(`registry:5000/nginx:1.27@${digest}`)).toEqual([]);
});
