import fc from 'fast-check';
import { scheduleProblem } from '../../src/manifest/cron';

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
