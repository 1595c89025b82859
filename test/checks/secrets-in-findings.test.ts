import { check } from '../../src/checks/check-manifests';
import { readManifests } from '../../src/manifest/read';

const pod = (container: string): string => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web
      ${container}
`;

test.each([
  [
    'image: "https://user:hunter2@registry.example.com/web"',
    '://<redacted>@registry.example.com/web',
  ],
  ['image: web\n      command: "--password=hunter2"', '--password=<redacted>'],
])('no finding shows a credential: %j', (container, shown) => {
  const text = JSON.stringify(check(readManifests(pod(container), 'a.yaml').objects));
  expect(text).toContain(shown);
  expect(text).not.toContain('hunter2');
});
