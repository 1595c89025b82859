import type { Finding } from '../../src/checks/check';
import { check } from '../../src/checks/check-manifests';
import { reportJson } from '../../src/checks/report-json';

test('keys have one order, and what is not part of the form is left out', () => {
  const text = reportJson(
    [
      {
        origin: { construct: 'ng/service', line: 3 },
        fix: 'Fix it.',
        problem: 'is wrong',
        field: '',
        object: { name: 'web', namespace: 'shop', kind: 'Service', apiVersion: 'v1' },
        severity: 'warning',
        check: 'some-check',
      },
    ],
    '1.26',
  );
  expect(JSON.stringify(JSON.parse(text))).toBe(
    '{"version":1,"kubernetesVersion":"1.26","findings":[{"check":"some-check","severity":"warning",' +
      '"object":{"apiVersion":"v1","kind":"Service","namespace":"shop","name":"web"},"field":"",' +
      '"problem":"is wrong","fix":"Fix it.","origin":{"construct":"ng/service"}}],"problems":[]}',
  );
  expect(text).toMatch(/\}\n$/);
});

test('what could not be read stands beside the findings, with its place where it has one', () => {
  const problem = { path: 'a.yaml:2:3', file: 'a.yaml', problem: 'is cut off', fix: 'Fetch it.' };
  expect(JSON.parse(reportJson([], '1.36', [{ ...problem, line: 2, column: 3 }, problem]))).toEqual(
    {
      version: 1,
      kubernetesVersion: '1.36',
      findings: [],
      problems: [
        { file: 'a.yaml', line: 2, column: 3, problem: 'is cut off', fix: 'Fetch it.' },
        { file: 'a.yaml', problem: 'is cut off', fix: 'Fetch it.' },
      ],
    },
  );
});

test('nothing found is an empty list', () => {
  expect(JSON.parse(reportJson([], '1.36'))).toEqual({
    version: 1,
    kubernetesVersion: '1.36',
    findings: [],
    problems: [],
  });
});

test('a place in what a program gave stands where a construct would: there are two forms of origin', () => {
  const [finding] = check([], { waivers: [{ check: 'valid-image', reason: 'known' }] });
  expect(finding?.origin).toEqual({ argument: 'waivers[0]' });
  const { findings } = JSON.parse(reportJson([finding!], '1.36')) as { findings: Finding[] };
  expect(findings[0]?.origin).toEqual({ construct: 'waivers[0]' });
});

test('what check returned says which version it is for; of a part of it the version must be told', () => {
  const findings = check([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'Web' } }], {
    kubernetesVersion: 'v1.30.2',
  });
  expect(findings.kubernetesVersion).toBe('1.30');
  expect(JSON.parse(reportJson(findings))).toMatchObject({ kubernetesVersion: '1.30' });
  expect(Object.keys(findings)).toEqual(findings.map((_, index) => String(index)));
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(JSON.parse(reportJson(errors, findings.kubernetesVersion))).toMatchObject({
    kubernetesVersion: '1.30',
  });
  // @ts-expect-error a part of the findings doesn't say the version
  expect(() => reportJson(errors)).toThrow(/kubernetesVersion: must be told/);
});
