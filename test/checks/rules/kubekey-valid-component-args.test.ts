import { kubekeyValidComponentArgs } from '../../../src/checks/rules/kubekey-valid-component-args';
import { cluster, linesOf } from '../kubekey-input';

test('reports dashes and missing values', () => {
  expect(
    linesOf(
      kubekeyValidComponentArgs,
      cluster(
        'spec: {kubernetes: {apiserverArgs: ["--a=b", c], controllerManagerArgs: [d], schedulerArgs: ["-e=f"]}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.apiserverArgs[0]: "--a" begins with a dash; KubeKey makes it a part of the name, and the component does not know it. Write name=value, without dashes.',
    'error spec.kubernetes.apiserverArgs[1]: "c" has no "="; KubeKey drops it. Write name=value, without dashes.',
    'error spec.kubernetes.controllerManagerArgs[0]: "d" has no "="; KubeKey drops it. Write name=value, without dashes.',
    'error spec.kubernetes.schedulerArgs[0]: "-e" begins with a dash; KubeKey makes it a part of the name, and the component does not know it. Write name=value, without dashes.',
  ]);
});

test('reports arguments of the kubelet without dashes', () => {
  expect(
    linesOf(kubekeyValidComponentArgs, cluster('spec: {kubernetes: {kubeletArgs: [root-dir=/x]}}')),
  ).toEqual([
    'error spec.kubernetes.kubeletArgs[0]: "root-dir" is no flag; KubeKey hands it to the kubelet as it is. Write it with its dashes, such as --root-dir=/data/kubelet.',
  ]);
});

test('reports flags of etcd, without their values', () => {
  expect(
    linesOf(kubekeyValidComponentArgs, cluster('spec: {etcd: {extraArgs: ["--password=secret"]}}')),
  ).toEqual([
    'error spec.etcd.extraArgs[0]: "--password" is no line of an environment file; KubeKey adds it to /etc/etcd.env, where etcd does not read it. Write it like ETCD_MAX_TXN_OPS=256.',
  ]);
});

test.each([
  [
    'every form that KubeKey reads',
    'spec: {kubernetes: {apiserverArgs: [a=b=c], kubeletArgs: ["--a=b"]}, etcd: {extraArgs: [ETCD_A=b]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidComponentArgs, cluster(change))).toEqual([]);
});
