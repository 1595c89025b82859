import { reportGithub } from '../../src/checks/report-github';

test('each finding is one command, with its special characters escaped', () => {
  const finding = {
    check: 'valid-image',
    severity: 'error' as const,
    object: { apiVersion: 'v1', kind: 'Pod', name: 'web' },
    field: 'spec',
    problem: '100% wrong\nhere',
    fix: 'Mend it.',
  };
  const origin = { file: 'a,b:c.yaml', line: 2, column: 3 };
  expect(reportGithub([{ ...finding, origin }])).toBe(
    '::error file=a%2Cb%3Ac.yaml,line=2,col=3,title=valid-image::Pod web spec: 100%25 wrong%0Ahere. Mend it.\n',
  );
  expect(reportGithub([{ ...finding, origin: { construct: 'ng/web' } }])).toMatch(
    /^::error title=valid-image::ng\/web: Pod web spec: /,
  );
  expect(reportGithub([])).toBe('');
});

test('what could not be read is an annotation, too', () => {
  const problem = { path: 'a.yaml:3:1', problem: 'a tab', fix: 'Write spaces.' };
  expect(reportGithub([], [{ ...problem, file: 'a.yaml', line: 3, column: 1 }])).toBe(
    '::error file=a.yaml,line=3,col=1,title=readable-file::a tab. Write spaces.\n',
  );
  expect(reportGithub([], [{ ...problem, file: 'a.yaml' }])).toBe(
    '::error file=a.yaml,title=readable-file::a tab. Write spaces.\n',
  );
});
