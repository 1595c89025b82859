import { validSchedule as check } from '../../../src/checks/rules/valid-schedule';
import { finds, inputOf } from '../finds';

const say = (spec: string, kubernetesVersion = '1.30'): string[] =>
  finds(check, `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: it }\nspec: { ${spec} }`, {
    kubernetesVersion,
  });

test('passes schedules, and a time zone', () => {
  expect(say('schedule: "0 3 * * 1-5", timeZone: Asia/Shanghai')).toEqual([]);
  expect(say('schedule: "@every 1h30m"')).toEqual([]);
});

test('reports what cannot be read', () => {
  expect(say('schedule: "0 24 * * *"')).toEqual([
    'error CronJob/it spec.schedule: must have the hour within 0-23, not 24, got "0 24 * * *"',
  ]);
  expect(say('schedule: "@daily", timeZone: local')).toHaveLength(1);
});

test('reports a time zone inside the schedule from 1.29 on', () => {
  expect(say('schedule: "CRON_TZ=Etc/UTC 0 3 * * *"', '1.28')).toEqual([]);
  expect(say('schedule: "CRON_TZ=Etc/UTC 0 3 * * *"', '1.29')).toHaveLength(1);
});

test.each([
  'Etc/UTC',
  'UTC',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'America/New_York',
  'Etc/GMT+8',
  'EST',
  'America/Coyhaique',
])('passes the time zone %s', (zone) => {
  expect(say(`schedule: "@daily", timeZone: ${zone}`)).toEqual([]);
});

test.each(['Asia/Bejing', 'asia/shanghai', 'UTC+8', 'Local', '+08:00', '__proto__'])(
  'reports %s, which the time zone database does not have',
  (zone) => {
    expect(say(`schedule: "@daily", timeZone: "${zone}"`)).toEqual([
      `error CronJob/it spec.timeZone: must be the name of a time zone, got "${zone}"`,
    ]);
  },
);

test('asks no Node, whose time zones depend on how it was built', () => {
  const { Intl: own } = globalThis;
  Reflect.deleteProperty(globalThis, 'Intl');
  try {
    expect(say('schedule: "@daily", timeZone: Asia/Shanghai')).toEqual([]);
    expect(say('schedule: "@daily", timeZone: Asia/Shangai')).toHaveLength(1);
  } finally {
    globalThis.Intl = own;
  }
});

test('names the time zone that was meant', () => {
  const input = inputOf(
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: it }\nspec: { timeZone: Asia/Shangai }',
  );
  expect([...check.run(input)]).toMatchObject([{ fix: 'Write Asia/Shanghai.' }]);
});

test('warns of a day that no month has', () => {
  expect(say('schedule: "0 0 31 2 *"')).toEqual([
    'warning CronJob/it spec.schedule: no month that it names has such a day, so the Job never runs, got "0 0 31 2 *"',
  ]);
});
