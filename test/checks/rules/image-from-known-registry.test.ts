import { imageFromKnownRegistry as check } from '../../../src/checks/rules/image-from-known-registry';
import { finds, podYaml } from '../finds';
import { findsOnCluster, fixesOnCluster } from '../on-cluster';

const pod = (image: string, more = ''): string =>
  podYaml('', more).replace('image: nginx', `image: "${image}"`);
const registry = (more: string): string => `spec: { registry: { ${more} } }`;
const privateOne = registry('privateRegistry: harbor.example.com:5000/kk');
const ownOne =
  'spec: { roleGroups: { registry: [node3] }, registry: { privateRegistry: dockerhub.kubekey.local, auths: { other.example.com: {} } } }';

test('warns of an image of Docker Hub beside a private registry', () => {
  expect(findsOnCluster(check, privateOne, pod('nginx:1.27'))).toEqual([
    'warning web spec.containers[0].image: the hosts pull "nginx:1.27" from docker.io: the Cluster’s privateRegistry harbor.example.com:5000/kk is not asked for it, and registryMirrors names no mirror',
  ]);
  expect(fixesOnCluster(check, privateOne, pod('nginx:1.27'))).toEqual([
    'Write the image with a registry that the hosts reach, or name a mirror of docker.io in the Cluster’s registryMirrors.',
  ]);
});

test('warns of any other registry where the Cluster runs its own', () => {
  expect(findsOnCluster(check, ownOne, pod('quay.io/a/b:1'))).toHaveLength(1);
  expect(findsOnCluster(check, ownOne, pod('docker.io/a/b:1'))).toHaveLength(1);
  expect(fixesOnCluster(check, ownOne, pod('quay.io/a/b:1'))).toEqual([
    'Put the image into the cluster’s registry and write dockerhub.kubekey.local/a/b:1, or name quay.io in the Cluster’s registry.auths where the hosts reach it.',
  ]);
  expect(fixesOnCluster(check, ownOne, pod('redis:7'))).toEqual([
    'Put the image into the cluster’s registry and write dockerhub.kubekey.local/library/redis:7, or name a mirror of docker.io in the Cluster’s registryMirrors.',
  ]);
});

test.each([
  ['an image of the private registry', privateOne, 'harbor.example.com:5000/web:1'],
  ['another registry, which the hosts may reach', privateOne, 'docker.1ms.run/nginx'],
  ['a registry of the auths', ownOne, 'other.example.com/web:1'],
  ['an image that another tool writes', ownOne, '$IMAGE'],
  [
    'Docker Hub with a mirror',
    registry('privateRegistry: a.example.com, registryMirrors: [https://m.example.com]'),
    'nginx',
  ],
  ['Docker Hub without a private registry', '', 'nginx'],
])('passes %s', (_what, change, image) => {
  expect(findsOnCluster(check, change, pod(image))).toEqual([]);
});

test('passes an image that is never pulled, and says nothing without a Cluster', () => {
  expect(findsOnCluster(check, ownOne, pod('web', 'imagePullPolicy: Never'))).toEqual([]);
  expect(finds(check, pod('web'))).toEqual([]);
});
