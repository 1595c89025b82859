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
      '"problem":"is wrong","fix":"Fix it.","origin":{"construct":"ng/service"}}]}',
  );
  expect(text).toMatch(/\}\n$/);
});

test('nothing found is an empty list', () => {
  expect(JSON.parse(reportJson([], '1.36'))).toEqual({
    version: 1,
    kubernetesVersion: '1.36',
    findings: [],
  });
});
