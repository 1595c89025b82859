import { noForeignQuotes as check } from '../../../src/checks/rules/no-foreign-quotes';
import { finds, podYaml } from '../finds';

test.each([
  ['env: [{ name: MODE, value: “fast” }]', 'env[0].value'],
  ['env: [{ name: MODE, value: ‘fast’ }]', 'env[0].value'],
  ['args: [serve, “--port”]', 'args[1]'],
  ['command: [「sh」]', 'command[0]'],
  ['command: [sh，-c，run]', 'command[0]'],
])('warns of %s', (container, field) => {
  expect(finds(check, podYaml('', container))).toEqual([
    expect.stringMatching(
      `^warning Pod/web spec.containers\\[0\\].${field.replace(/[[\]]/g, '.')}: `,
    ),
  ]);
});

test.each([
  'env: [{ name: GREETING, value: “你好”，世界 }]',
  'env: [{ name: GREETING, value: 你好，世界 }]',
  'env: [{ name: MODE, value: "fast" }]',
  'args: [你好，世界]',
])('passes %s', (container) => {
  expect(finds(check, podYaml('', container))).toEqual([]);
});

test('never shows the value', () => {
  const yaml = podYaml('', 'env: [{ name: PASSWORD, value: “hunter2” }]');
  expect(finds(check, yaml).join()).not.toContain('hunter2');
});
