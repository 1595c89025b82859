import fc from 'fast-check';
import { neverComes, scheduleProblem } from '../../src/manifest/cron';

test.each([
  '* * * * *',
  '*/5 0-6 1,15 jan-MAR ?',
  '0 3 * * sun',
  '@daily',
  '@every 1h30m',
  'TZ=Etc/UTC 0 0 * * *',
  '5/10 * * * *',
  // Read by the parser, though nobody means them.
  '1,,2 * * * *',
  '*-5 * * * *',
])('%s is a schedule', (text) => {
  expect(scheduleProblem(text)).toBeUndefined();
});

test.each([
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 7',
  '*/0 * * * *',
  '5-1 * * * *',
  'a * * * *',
  '@dayly',
  '@every day',
  '@reboot',
])('"%s" is none', (text) => {
  expect(scheduleProblem(text)).toMatch(/^must /);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      scheduleProblem(text);
    }),
  );
});

test.each(['0 0 30 2 *', '0 0 31 feb,apr *', '0 0 31 4-4 ?', '0 0 30,31 2 *', '0 0 30/1 2 *'])(
  'the day of %s never comes',
  (schedule) => {
    expect(neverComes(schedule)).toBe(true);
  },
);

test.each(['0 0 29 2 *', '0 0 31 * *', '0 0 31 2,3 *', '0 0 31 2 mon', '0 0 1,31 2 *', '@yearly'])(
  'the day of %s comes',
  (schedule) => {
    expect(neverComes(schedule)).toBe(false);
  },
);
