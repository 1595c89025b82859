import { readCheckConfig } from '../../src/checks/read-check-config';

const problems = (source: string): string[] =>
  readCheckConfig(source, 'groundwork.yaml').problems.map(
    ({ path, problem }) => `${path}: ${problem}`,
  );

test('reads every option; waivers know their place', () => {
  const { options, problems: none } = readCheckConfig(
    `kubernetesVersion: 1.30
profile: production
references: closed
external: [{ kind: Secret, name: '*' }]
hosts: { node1: { cpu: 4, memory: 8Gi } }
severity: { valid-image: 'off' }
waivers:
  - check: unique-object
    reason: two clusters
    expires: 2026-12-31
`,
    'groundwork.yaml',
  );
  expect(none).toEqual([]);
  expect(options).toEqual({
    kubernetesVersion: '1.30',
    profile: 'production',
    references: 'closed',
    external: [{ kind: 'Secret', name: '*' }],
    hosts: { node1: { cpu: '4', memory: '8Gi' } },
    severity: { 'valid-image': 'off' },
    waivers: [
      {
        check: 'unique-object',
        reason: 'two clusters',
        expires: '2026-12-31',
        origin: { file: 'groundwork.yaml', line: 8, column: 5 },
      },
    ],
  });
});

test('JSON and an empty file are configurations, too', () => {
  expect(readCheckConfig('{"profile": "recommended"}', 'a').options).toEqual({
    profile: 'recommended',
  });
  const nothing = { options: {}, definitionFiles: [], problems: [] };
  expect(readCheckConfig('', 'a')).toEqual(nothing);
  expect(readCheckConfig('# nothing\n', 'a')).toEqual(nothing);
});

test('names the files with CustomResourceDefinitions, each with its place, and reads none', () => {
  const config = readCheckConfig('customResourceDefinitions:\n  - crds/widgets.yaml\n', 'a.yaml');
  expect(config).toEqual({
    options: {},
    definitionFiles: [
      { path: 'crds/widgets.yaml', place: 'a.yaml:2:5 customResourceDefinitions[0]' },
    ],
    problems: [],
  });
  expect(problems('customResourceDefinitions: crds.yaml\n')).toEqual([
    'groundwork.yaml:1:1 customResourceDefinitions: must be a list, got "crds.yaml"',
  ]);
});

test('reports everything that is wrong, each with its place', () => {
  expect(problems('profile: recomended\nseverty: {}\nwaivers:\n  - check: no-such\n')).toEqual([
    'groundwork.yaml:1:1 profile: must be one of recommended, production, got "recomended"',
    'groundwork.yaml:2:1 severty: unknown field "severty"',
    'groundwork.yaml:4:5 waivers[0].check: there is no check of this id, got "no-such"',
    'groundwork.yaml:4:5 waivers[0]: "reason" is missing',
  ]);
  expect(problems('waivers: all\nexternal: [Secret]\nhosts: [a]\n')).toHaveLength(3);
  expect(problems('a: [')).toHaveLength(1);
  expect(problems('- a\n')).toEqual(['groundwork.yaml:1:1: must be a mapping, got ["a"]']);
});
