import { validLifecycle as check } from '../../../src/checks/rules/valid-lifecycle';
import { finds, podYaml } from '../finds';

const hook = (preStop: string): string[] =>
  finds(check, podYaml('', `lifecycle: { preStop: ${preStop} }`));

test.each(['{ exec: { command: [a] } }', '{ command: [a] }', 'null', '{ sleep: { seconds: 1 } }'])(
  'passes one handler, and leaves a misspelt one to the check for that: %s',
  (preStop) => {
    expect(hook(preStop)).toEqual([]);
  },
);

test('reports none and two handlers', () => {
  const field = 'error Pod/web spec.containers[0].lifecycle.preStop:';
  expect(hook('{}')).toEqual([`${field} preStop has no handler`]);
  expect(hook('{ exec: { command: [a] }, sleep: { seconds: 1 } }')).toEqual([
    `${field} preStop has 2 handlers: exec, sleep`,
  ]);
});
