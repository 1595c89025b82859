import { noPrivilegedContainer as check } from '../../../src/checks/rules/no-privileged-container';
import { finds, podYaml } from '../finds';

test('warns of privileged containers, init containers among them', () => {
  expect(finds(check, podYaml('', 'securityContext: { privileged: true }'))).toEqual([
    'warning Pod/web spec.containers[0].securityContext.privileged: the container is privileged',
  ]);
  expect(
    finds(
      check,
      podYaml('initContainers: [{ name: a, image: a, securityContext: { privileged: true } }]'),
    ),
  ).toHaveLength(1);
});

test('passes the others, and those of kube-system', () => {
  expect(finds(check, podYaml('', 'securityContext: { privileged: false }'))).toEqual([]);
  const pod = podYaml('', 'securityContext: { privileged: true }');
  expect(finds(check, pod.replace('name: web,', 'name: web, namespace: kube-system,'))).toEqual([]);
});
