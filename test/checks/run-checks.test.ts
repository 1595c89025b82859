import type { Check } from '../../src/checks/check';
import { runChecks } from '../../src/checks/run-checks';
import { inputOf, podYaml } from './finds';

test('whatever a check says, a finding is no longer than people read', () => {
  const long = 'a'.repeat(1_000_000);
  const check: Check = {
    id: 'it',
    summary: '',
    why: '',
    fix: long,
    severity: 'error',
    *run({ objects: [object] }) {
      if (object !== undefined) yield { object, field: long, problem: long };
    },
  };
  const [finding] = runChecks([check], inputOf(podYaml()));
  expect(finding?.problem).toHaveLength(2000);
  expect(finding?.field).toHaveLength(2000);
  expect(finding?.fix).toHaveLength(2000);
});
