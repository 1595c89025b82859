import { checksOf } from '../../src/checks/profile';
import { checks } from '../../src/checks/rules/index';

test('without a profile, the checks of no profile run', () => {
  expect(checksOf()).toEqual(checks.filter(({ profiles }) => profiles === undefined));
});

test('a profile adds its own checks to those that always run', () => {
  expect(checksOf('recommended')).toEqual(
    checks.filter(({ profiles }) => profiles?.includes('recommended') ?? true),
  );
});

test('production holds everything that is recommended', () => {
  expect(checksOf('production')).toEqual(checks);
});
