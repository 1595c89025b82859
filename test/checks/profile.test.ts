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

test('a check that a severity is given for runs whatever the profile, and off makes none run', () => {
  const ids = (...args: Parameters<typeof checksOf>): string[] =>
    checksOf(...args).map(({ id }) => id);
  const always = ids();
  expect(ids(undefined, { 'pinned-image': 'warning', 'valid-image': 'error' })).toEqual(
    [...always, 'pinned-image'].sort(),
  );
  expect(ids('recommended', { 'image-has-digest': 'error' })).toEqual(
    [...ids('recommended'), 'image-has-digest'].sort(),
  );
  expect(ids(undefined, { 'pinned-image': 'off' })).toEqual(always);
});
