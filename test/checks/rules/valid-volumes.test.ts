import { validVolumes as check } from '../../../src/checks/rules/valid-volumes';
import { finds, podYaml } from '../finds';

const say = (volume: string): string[] =>
  finds(check, podYaml(`volumes: [{ name: a, ${volume} }]`));

test('passes one source, and leaves a misspelt one to the check for that', () => {
  expect(say('emptyDir: {}')).toEqual([]);
  expect(say('emptydir: {}')).toEqual([]);
});

test('reports no source, an empty one, and several', () => {
  expect(say('')).toEqual(['error Pod/web spec.volumes[0]: the volume has no source']);
  expect(say('emptyDir: null')).toHaveLength(1);
  expect(say('emptyDir: {}, hostPath: { path: / }')).toEqual([
    'error Pod/web spec.volumes[0]: the volume has 2 sources: emptyDir, hostPath',
  ]);
});
