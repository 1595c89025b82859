import { check } from '../../src/checks/check-manifests';
import { reportText } from '../../src/checks/report';
import { reportGithub } from '../../src/checks/report-github';
import { reportJson } from '../../src/checks/report-json';
import { reportSarif } from '../../src/checks/report-sarif';
import { largeShapes } from './large-shapes';

/** So large that what takes the square of it has far more to say than its share. */
const large = 400;
/** So large that work that takes the square of it would not end. */
const huge = 20_000;

test.each(Object.entries(largeShapes))('says its share of what is large: %s', (_, shape) => {
  const findings = check(shape(large), { profile: 'production' });
  expect(findings.length).toBeLessThan(40 * large);
  const lengths = findings.map(({ problem, fix }) => Math.max(problem.length, fix.length));
  expect(Math.max(0, ...lengths)).toBeLessThan(800);
  const reports = [
    reportText(findings),
    reportJson(findings, '1.30'),
    reportSarif(findings),
    reportGithub(findings),
  ];
  for (const report of reports) expect(report.length).toBeLessThan(2000 * (findings.length + 200));
});

test.each([
  'arguments',
  'custom object with unknown fields',
  'deep alternatives',
  'deep custom object',
  'deep object',
  'hosts of a cluster',
  'labels of a selector',
  'long text',
  'node selector',
  'ports of a Service',
  'variables of one name',
  'volumes of one name',
])('ends with what is huge: %s', (name) => {
  const findings = check(largeShapes[name]?.(huge) ?? []);
  expect(findings.length).toBeGreaterThan(0);
});
