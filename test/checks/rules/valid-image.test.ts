import { validImage as check } from '../../../src/checks/rules/valid-image';
import { finds, podYaml } from '../finds';

const say = (image: string): string[] =>
  finds(check, podYaml().replace('image: nginx', `image: "${image}"`));

test.each([
  'nginx',
  'nginx:1.27',
  'library/nginx',
  'registry.example.com:5000/team/my_web--app/x:v1.0-rc.1',
  'localhost/web',
  `nginx:1.27@sha256:${'0a'.repeat(32)}`,
  '[::1]:5000/web',
])('passes %s', (image) => {
  expect(say(image)).toEqual([]);
});

test.each([
  'Nginx',
  'https://nginx',
  'nginx:',
  'nginx:a:b',
  'nginx latest',
  ' nginx',
  'a//b',
  'nginx@sha256:1',
])('reports "%s"', (image) => {
  expect(say(image)).toHaveLength(1);
});

test.each(['${IMAGE}', '{{ .Values.image }}', 'nginx:$TAG'])(
  'warns of the placeholder "%s", which a tool may fill',
  (image) => {
    expect(say(image)).toEqual([expect.stringMatching(/^warning .* holds a placeholder/)]);
  },
);

test.each(['<IMAGE>', 'registry.example.com/<your-image>:1'])(
  'reports "%s", which someone is to replace',
  (image) => {
    expect(say(image)).toEqual([expect.stringMatching(/^error .* holds a placeholder/)]);
  },
);
