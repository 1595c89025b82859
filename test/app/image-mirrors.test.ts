import { renderProblem } from '../../src/errors';
import { imageMirrorsProblems, mirrorImage, mirrorImages } from '../../src/app/image-mirrors';

const mirrors = { 'docker.io': 'docker.1ms.run', 'ghcr.io': 'ghcr.example.com/cache' };

test.each([
  ['nginx', 'docker.1ms.run/nginx'],
  ['nginx:latest', 'docker.1ms.run/nginx:latest'],
  ['docker.io/nginx', 'docker.1ms.run/nginx'],
  ['library/nginx:1.27', 'docker.1ms.run/library/nginx:1.27'],
  ['docker.io/library/nginx', 'docker.1ms.run/library/nginx'],
  ['nginx@sha256:abc', 'docker.1ms.run/nginx@sha256:abc'],
  ['ghcr.io/org/app:1', 'ghcr.example.com/cache/org/app:1'],
  ['docker.1ms.run/nginx', 'docker.1ms.run/nginx'],
  ['registry:5000/x', 'registry:5000/x'],
  ['localhost/x', 'localhost/x'],
  ['quay.io/org/app', 'quay.io/org/app'],
  ['org/docker.io/x', 'docker.1ms.run/org/docker.io/x'],
])('%s is taken from %s', (image, expected) => {
  expect(mirrorImage(image, mirrors)).toBe(expected);
});

test('all containers of every pod template are mirrored, and image volumes', () => {
  const spec = {
    containers: [{ name: 'a', image: 'a' }, { name: 'no-image' }],
    initContainers: [{ name: 'b', image: 'b' }],
    ephemeralContainers: [{ name: 'c', image: 'c' }],
    volumes: [{ name: 'model', image: { reference: 'm', pullPolicy: 'Always' } }, { name: 'tmp' }],
  };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { jobTemplate: { spec: { template: { spec } } } },
  };
  expect(mirrorImages(cronJob, mirrors)).toEqual({
    ...cronJob,
    spec: {
      jobTemplate: {
        spec: {
          template: {
            spec: {
              containers: [{ name: 'a', image: 'docker.1ms.run/a' }, { name: 'no-image' }],
              initContainers: [{ name: 'b', image: 'docker.1ms.run/b' }],
              ephemeralContainers: [{ name: 'c', image: 'docker.1ms.run/c' }],
              volumes: [
                { name: 'model', image: { reference: 'docker.1ms.run/m', pullPolicy: 'Always' } },
                { name: 'tmp' },
              ],
            },
          },
        },
      },
    },
  });
});

test('the items of a List are mirrored, and other kinds stay as they are', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ image: 'a' }] } };
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', data: { image: 'nginx' } };
  expect(
    mirrorImages({ apiVersion: 'v1', kind: 'List', items: [pod, configMap] }, mirrors),
  ).toEqual({
    apiVersion: 'v1',
    kind: 'List',
    items: [{ ...pod, spec: { containers: [{ image: 'docker.1ms.run/a' }] } }, configMap],
  });
  expect(mirrorImages(configMap, mirrors)).toBe(configMap);
});

test('fails on what is no registry, naming all of it', () => {
  const mirrors = { 'https://docker.io': 'x', 'docker.io': 'https://m.example/' };
  expect(imageMirrorsProblems('ManifestApp', mirrors).map(renderProblem)).toEqual([
    'ManifestApp: imageMirrors names no registry on the left, got "https://docker.io". Use a host, with a port where needed, such as "docker.io".',
    'ManifestApp: imageMirrors["docker.io"] must be a registry, got "https://m.example/". Use a host without "https://", such as "docker.1ms.run" or "registry.example.com/hub".',
  ]);
});
