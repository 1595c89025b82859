import Ajv from 'ajv';
import addFormats from 'ajv-formats';
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

const valid = addFormats(new Ajv()).compile({ type: 'string', format: 'uri-reference' });

test.each([
  ['manifests/ng.yaml', 'manifests/ng.yaml'],
  ['./manifests/ng.yaml', 'manifests/ng.yaml'],
  ['../ng.yaml', '../ng.yaml'],
  ['a b/#1/100%/ng?.yaml', 'a%20b/%231/100%25/ng%3F.yaml'],
  ['部署/é.yaml', '%E9%83%A8%E7%BD%B2/%C3%A9.yaml'],
  ['a:b/ng.yaml', 'a%3Ab/ng.yaml'],
  ['[a]{b}"<c>^`|/ng.yaml', '%5Ba%5D%7Bb%7D%22%3Cc%3E%5E%60%7C/ng.yaml'],
  ['a\\b c\\ng.yaml', 'a/b%20c/ng.yaml'],
  ['.\\a\\ng.yaml', 'a/ng.yaml'],
  ['C:\\a b\\ng.yaml', 'file:///C:/a%20b/ng.yaml'],
  ['d:/a/ng.yaml', 'file:///d:/a/ng.yaml'],
  ['\\\\server\\share\\ng.yaml', 'file://server/share/ng.yaml'],
  ['/srv/a b/ng.yaml', 'file:///srv/a%20b/ng.yaml'],
  ['a\n\ud800.yaml', 'a%0A%EF%BF%BD.yaml'],
  ['-', 'stdin'],
])('the path %s is a URI reference', (file, uri) => {
  const location = {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: 4, startColumn: 61 },
    },
  };
  const [run] = sarif(file).runs;
  expect(run?.results[0]).toMatchObject({ locations: [location] });
  expect(valid(uri)).toBe(true);
  // The log's own readers resolve it against the folder of the sources.
  expect(new URL(uri, 'file:///sources/').protocol).toBe('file:');
});

test('no name in a message is a link, nor steers who shows it', () => {
  const problem = { path: 'a.yaml', file: 'a.yaml', fix: 'Fetch it.' };
  const text = (said: string): unknown =>
    (JSON.parse(reportSarif([], [], [{ ...problem, problem: said }])) as Log).runs[0]?.results[0]?.[
      'message'
    ];
  expect(text('[a](https://a.example)\u001b[1m')).toEqual({
    text: '\\[a\\](https://a.example)\\\\u001b\\[1m. Fetch it.',
  });
  expect(text('spec.ports[0]\u001b')).toEqual({ text: 'spec.ports[0]\\u001b. Fetch it.' });
});

test('no findings are a run without results', () => {
  expect((JSON.parse(reportSarif([])) as Log).runs[0]?.results).toEqual([]);
});
