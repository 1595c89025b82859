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

test('what stands in a name can not steer a terminal, end the command or begin another one', () => {
  const name = 'a\u001b[31m\r\n::error::b,c:d%';
  const finding = {
    check: 'valid-image',
    severity: 'warning' as const,
    object: { apiVersion: 'v1', kind: 'Pod', name },
    field: '',
    problem: 'wrong :: so',
    fix: 'Mend it.',
    origin: { file: 'a\n,b.yaml', line: 1, column: 1 },
  };
  expect(reportGithub([finding])).toBe(
    '::warning file=a\\u000a%2Cb.yaml,line=1,col=1,title=valid-image::Pod a\\u001b[31m\\u000d%0A::error::b,c:d%25: wrong :: so. Mend it.\n',
  );
});

test('a place is as GitHub names it: from the top of the work tree, none for standard input', () => {
  const problem = { path: '-', problem: 'a tab', fix: 'Write spaces.', line: 3, column: 1 };
  expect(reportGithub([], [{ ...problem, file: './manifests/a.yaml' }])).toMatch(
    /^::error file=manifests\/a.yaml,line=3/,
  );
  expect(reportGithub([], [{ ...problem, file: '-' }])).toBe(
    '::error title=readable-file::standard input: a tab. Write spaces.\n',
  );
});
