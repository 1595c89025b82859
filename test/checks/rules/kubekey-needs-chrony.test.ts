import { kubekeyNeedsChrony } from '../../../src/checks/rules/kubekey-needs-chrony';
import { cluster, linesOf } from '../kubekey-input';

test('warns of time servers', () => {
  expect(
    linesOf(
      kubekeyNeedsChrony,
      cluster('spec: {system: {ntpServers: [ntp.example.com], timezone: Asia/Shanghai}}'),
    ),
  ).toEqual([
    'warning spec.system.ntpServers: needs chrony on every host; KubeKey does not install it, and stops without it. Install chrony on every host before.',
  ]);
});

test('warns of a time zone', () => {
  expect(linesOf(kubekeyNeedsChrony, cluster('spec: {system: {timezone: Asia/Shanghai}}'))).toEqual(
    [
      'warning spec.system.timezone: needs chrony on every host; KubeKey does not install it, and stops without it. Install chrony on every host before.',
    ],
  );
});

test.each([
  [
    'a system that is left alone',
    'spec: {system: {skipConfigureOS: true, timezone: Asia/Shanghai}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyNeedsChrony, cluster(change))).toEqual([]);
});
