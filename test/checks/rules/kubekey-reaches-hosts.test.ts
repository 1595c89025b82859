import { kubekeyReachesHosts } from '../../../src/checks/rules/kubekey-reaches-hosts';
import { cluster, linesOf } from '../kubekey-input';

test("reports paths that KubeKey doesn't expand", () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKeyPath: ~ubuntu/.ssh/id_rsa}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].privateKeyPath: "~ubuntu/.ssh/id_rsa" is not expanded; KubeKey knows only "~/" at the beginning and looks for a file of exactly that name. Write the whole path.',
  ]);
});

test('reports a public key', () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKeyPath: /k.pub}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].privateKeyPath: "/k.pub" is a public key; KubeKey needs the private one. Write /k.',
  ]);
});

test('reports text that is no key, without showing it', () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKey: sesame}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].privateKey: is no private key; KubeKey stops with "The given SSH key could not be parsed". Write the whole text of the key, or its path into privateKeyPath.',
  ]);
});

test('reports a path beside the key itself', () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKey: "-----BEGIN OPENSSH PRIVATE KEY-----", privateKeyPath: /k}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].privateKeyPath: has no effect beside privateKey; KubeKey uses the latter. Keep one of the two.',
  ]);
});

test('warns of an empty password', () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, password: ""}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'warning spec.hosts[0].password: is empty; KubeKey logs in with ~/.ssh/id_rsa. Write a password, or privateKeyPath.',
  ]);
});

test('warns of a user without a password for sudo', () => {
  expect(
    linesOf(
      kubekeyReachesHosts,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, user: ubuntu, privateKeyPath: /k}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'warning spec.hosts[0]: "node1" has the user "ubuntu" and no password; KubeKey answers sudo with the password, and stops where sudo asks for one. Add the password, or let sudo of that user ask for none.',
  ]);
});

test.each([
  [
    'a user with key and password',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, user: ubuntu, privateKeyPath: /k, password: "p"}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'no credentials at all',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'a secret that was left out',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, user: ubuntu, password: <redacted>}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyReachesHosts, cluster(change))).toEqual([]);
});
