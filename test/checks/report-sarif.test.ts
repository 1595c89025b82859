import { check } from '../../src/checks/check-manifests';
import { reportSarif } from '../../src/checks/report-sarif';
import { readManifests } from '../../src/manifest/read';

interface Log {
  $schema: string;
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } };
    results: Record<string, unknown>[];
  }[];
}
const sarif = (file: string): Log => {
  const text =
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, selector: {a: b}, ports: [{port: 80, nodePort: 80}]}\n';
  return JSON.parse(reportSarif(check(readManifests(text, file).objects))) as Log;
};

// No package that is looked after ships the schema, so what it requires is asserted by hand.
test('has what SARIF 2.1.0 requires of a log, a tool, rules and results', () => {
  const { version, runs } = sarif('a b/ng.yaml');
  expect(version).toBe('2.1.0');
  const [run] = runs;
  expect(runs).toHaveLength(1);
  expect(run?.tool.driver.name).toBe('cdk8s-groundwork');
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([
    'node-port-in-range',
    'service-selects-pods',
  ]);
  expect(run?.results[0]).toMatchObject({
    ruleId: 'node-port-in-range',
    ruleIndex: 0,
    level: 'error',
    message: { text: expect.stringContaining('got 80') as string },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/ng.yaml' },
          region: { startLine: 4, startColumn: 61 },
        },
      },
    ],
  });
});

test('what could not be read is a result of its own rule, so that no alert is taken for fixed', () => {
  const problem = { path: 'a.yaml', file: 'a.yaml', problem: 'is cut off', fix: 'Fetch it.' };
  const [run] = (JSON.parse(reportSarif([], [], [problem])) as Log).runs;
  expect(run?.tool.driver.rules).toMatchObject([{ id: 'readable-file' }]);
  expect(run?.results).toMatchObject([
    {
      ruleId: 'readable-file',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'is cut off. Fetch it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.yaml' },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    },
  ]);
});

test('no findings are a run without results', () => {
  expect((JSON.parse(reportSarif([])) as Log).runs[0]?.results).toEqual([]);
});
