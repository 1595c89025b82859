import { validVolumes as check } from '../../../src/checks/rules/valid-volumes';
import { finds, podYaml } from '../finds';

const say = (volume: string): string[] =>
  finds(check, podYaml(`volumes: [{ name: a, ${volume} }]`));

test('passes one source, and leaves a misspelt one to the check for that', () => {
  expect(say('emptyDir: {}')).toEqual([]);
  expect(say('emptydir: {}')).toEqual([]);
});

test('passes no source, which is an empty directory', () => {
  expect(finds(check, podYaml('volumes: [{ name: a }]'))).toEqual([]);
  expect(say('emptyDir: null')).toEqual([]);
});

test('reports several sources, and warns of one that is left empty', () => {
  expect(say('emptyDir: {}, hostPath: { path: / }')).toEqual([
    'error Pod/web spec.volumes[0]: the volume has 2 sources: emptyDir, hostPath',
  ]);
  expect(say('configMap: null')).toEqual([
    'warning Pod/web spec.volumes[0].configMap: configMap is empty, so the server makes the volume an emptyDir',
  ]);
});

test.each([
  'emptyDir: { medium: Memory }',
  'emptyDir: { medium: HugePages-2Mi }',
  'hostPath: { path: /a..b }',
  'nfs: { server: a, path: /b }',
])('passes what nodes can mount: %s', (volume) => {
  expect(say(volume)).toEqual([]);
});

test.each([
  [
    'emptyDir: { medium: memory }',
    'emptyDir.medium: must be Memory, HugePages or left out, got "memory", which no node can mount',
  ],
  ['nfs: { server: a, path: b }', 'nfs.path: must be an absolute path, got "b"'],
])('reports what no node can mount: %s', (volume, found) => {
  expect(say(volume)).toEqual([`error Pod/web spec.volumes[0].${found}`]);
});

test('knows which fields of the pod a volume can hold', () => {
  const downward = (path: string): string =>
    `downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: "${path}" } }] }`;
  expect(say(downward("metadata.labels['app']"))).toEqual([]);
  expect(say(`projected: { sources: [{ ${downward('metadata.annotations')} }] }`)).toEqual([]);
  expect(say(downward('spec.nodeName'))).toEqual([
    'error Pod/web spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath: a volume cannot hold this field of the pod, got "spec.nodeName"',
  ]);
  expect(say(`projected: { sources: [{ ${downward('status.podIP')} }] }`)).toHaveLength(1);
});

test('wants the container whose resource a volume is to hold', () => {
  const item = (ref: string): string =>
    `downwardAPI: { items: [{ path: a, resourceFieldRef: { ${ref} resource: limits.cpu } }] }`;
  expect(say(item('containerName: web,'))).toEqual([]);
  expect(say(item(''))).toEqual([
    'error Pod/web spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName: containerName is missing: a volume belongs to no container',
  ]);
});
