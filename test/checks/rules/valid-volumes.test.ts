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
