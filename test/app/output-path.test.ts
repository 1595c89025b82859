import { outputPath, outputPathProblems } from '../../src/app/output-path';

test.each(['ng', 'config-sample', 'my.app', '生产', 'a b', '.hidden'])('takes the id %j', (id) => {
  expect(outputPathProblems(id)).toEqual([]);
});

test.each(['staging', 'clusters/east', 'a.b/..c', '生产'])('takes the folder %j', (folder) => {
  expect(outputPathProblems('ng', folder)).toEqual([]);
});

test.each(['', ' ', '.', '..', 'a/b', 'a\\b', '/ng', '../ng', 'a..b', 'a\nb', 'a\u0000'])(
  'refuses the id %j',
  (id) => {
    const problems = outputPathProblems(id);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toContain(JSON.stringify(id));
  },
);

test.each([
  '',
  ' ',
  '/',
  '/etc',
  '\\\\server',
  'C:/x',
  'C:x',
  '..',
  'a/../b',
  '../a',
  'a\\b',
  'a//b',
  'a/',
  './a',
  'a\u0000b',
])('refuses the folder %j', (folder) => {
  const problems = outputPathProblems('ng', folder);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.problem).toContain(JSON.stringify(folder));
});

test('refuses an id or folder that is no text, as plain JavaScript can pass one', () => {
  expect(outputPathProblems(undefined as unknown as string)).toHaveLength(1);
  expect(outputPathProblems('ng', null as unknown as string)).toHaveLength(1);
});

test('reports the id and the folder together', () => {
  expect(outputPathProblems('a/b', '..')).toHaveLength(2);
});

test('joins the folder and the file name', () => {
  expect(outputPath('ng.yaml')).toBe('ng.yaml');
  expect(outputPath('ng.yaml', 'clusters/east')).toBe('clusters/east/ng.yaml');
});
