import { propertiesProblems } from '../../src/cli/validation-properties';
import { renderProblem } from '../../src/errors';

const found = (properties: object): string[] => propertiesProblems(properties).map(renderProblem);

test('takes what the plug-in knows', () => {
  const properties = {
    config: 'groundwork.yaml',
    kubernetesVersion: '1.30',
    profile: 'production',
    references: 'closed',
  };
  expect(found(properties)).toEqual([]);
  expect(found({})).toEqual([]);
});

test('reports properties that would do nothing', () => {
  expect(found({ confg: 'groundwork.yaml', profile: 'recomended', references: 'shut' })).toEqual([
    'properties.confg: unknown field "confg". Write config if you mean that.',
    'properties.profile: must be one of recommended, production, got "recomended". Write recommended if you mean that.',
    'properties.references: must be one of open, closed, got "shut". Write open or closed.',
  ]);
});

test('reports a version that YAML reads as a number, which is another one', () => {
  expect(found({ kubernetesVersion: 1.3 })).toEqual([
    'properties.kubernetesVersion: must be text, got 1.3. Put it in quotes.',
  ]);
});
