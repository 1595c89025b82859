import { parseImage } from '../../src/manifest/image-reference';

test.each([
  ['nginx', { repository: 'nginx', name: 'nginx' }],
  ['nginx:1.27', { repository: 'nginx', name: 'nginx', tag: '1.27' }],
  ['registry:5000/a/web', { repository: 'registry:5000/a/web', name: 'web' }],
  [
    'registry:5000/web:2@sha256:ab',
    { repository: 'registry:5000/web', name: 'web', tag: '2', digest: 'sha256:ab' },
  ],
])('reads the parts of %s', (image, parts) => {
  expect(parseImage(image)).toEqual(parts);
});
