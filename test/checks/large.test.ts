import { check } from '../../src/checks/check-manifests';
import { reportText } from '../../src/checks/report';
import { reportGithub } from '../../src/checks/report-github';
import { reportJson } from '../../src/checks/report-json';
import { reportSarif } from '../../src/checks/report-sarif';
import { readManifests } from '../../src/manifest/read';
import { largeShapes } from './large-shapes';

/** Work that takes the square of it would not end in the time that a test has. */
const large = 4000;

test.each(Object.entries(largeShapes))('checks and reports what is large: %s', (_, shape) => {
  const manifests = shape(large);
  const findings = check(manifests, { profile: 'production' });
  const texts = [
    reportText(findings),
    reportJson(findings, '1.30'),
    reportSarif(findings),
    reportGithub(findings),
  ];
  for (const text of texts) expect(text.length).toBeLessThan(10_000 * (large + 1000));
});
