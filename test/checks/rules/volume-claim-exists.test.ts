import { volumeClaimExists as check } from '../../../src/checks/rules/volume-claim-exists';
import { finds, podYaml } from '../finds';

const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\n---\n';
const pod = podYaml('volumes: [{ name: a, persistentVolumeClaim: { claimName: data } }]');

test('passes a claim that is here', () => {
  expect(finds(check, claim + pod)).toEqual([]);
});

test('warns of a claim that is not here', () => {
  expect(finds(check, pod)).toEqual([
    'warning Pod/web spec.volumes[0].persistentVolumeClaim.claimName: there is no PersistentVolumeClaim "data" among the objects',
  ]);
});

test('tells namespaces apart', () => {
  const other = claim.replace('name: data', 'name: data, namespace: one');
  const here = pod.replace('name: web,', 'name: web, namespace: two,');
  expect(finds(check, other + here)).toHaveLength(1);
});
