import { kubekeyValidTypes } from '../../../src/checks/rules/kubekey-valid-types';
import { cluster, linesOf } from '../kubekey-input';

test('reports every value of the wrong type, and shows none', () => {
  expect(
    linesOf(
      kubekeyValidTypes,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, port: "22", password: 12345678, labels: {a: true}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], kubernetes: {autoRenewCerts: "yes", maxPods: 1.5}, roleGroups: {worker: node2}, addons: {}}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].port: must be a whole number, got text; KubeKey refuses the whole file. Write it without quotes.',
    'error spec.hosts[0].password: must be text, got a number; KubeKey refuses the whole file. Put it in double quotes.',
    'error spec.hosts[0].labels.a: must be text, got a boolean; KubeKey refuses the whole file. Put it in double quotes: YAML reads true, false, yes, no, on, off, y and n as booleans.',
    'error spec.roleGroups.worker: must be a list of texts, got text; KubeKey refuses the whole file. Write it as a list: one entry a line, after a dash.',
    'error spec.kubernetes.autoRenewCerts: must be true or false, got text; KubeKey refuses the whole file. Write it without quotes.',
    'error spec.kubernetes.maxPods: must be a whole number, got a number; KubeKey refuses the whole file. Write a whole number here.',
    'error spec.addons: must be a list of mappings, got a mapping; KubeKey refuses the whole file. Write a list of mappings here.',
  ]);
});

test('names the words that YAML reads as booleans', () => {
  expect(
    linesOf(
      kubekeyValidTypes,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, password: on}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].password: must be text, got a boolean; KubeKey refuses the whole file. Put it in double quotes: YAML reads true, false, yes, no, on, off, y and n as booleans.',
  ]);
});

const host = (fields: string): string =>
  `spec: {hosts: [{name: node1, address: 192.168.0.2, ${fields}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}`;

test.each([
  ['port: abc', 'must be a whole number, got text', 'Write a whole number here.'],
  ['port: ""', 'must be a whole number, got text', 'Write a whole number here.'],
  ['port: "1.5"', 'must be a whole number, got text', 'Write a whole number here.'],
  ['port: "22"', 'must be a whole number, got text', 'Write it without quotes.'],
  [
    'password: [x]',
    'must be text, got a list',
    'Write one text here; one that begins with [ or { needs double quotes.',
  ],
  [
    'password: {a: x}',
    'must be text, got a mapping',
    'Write one text here; one that begins with [ or { needs double quotes.',
  ],
])('says what to do that can be done: %s', (field, problem, fix) => {
  const [found] = linesOf(kubekeyValidTypes, cluster(host(field)));
  expect(found).toContain(`${problem}; KubeKey refuses the whole file. ${fix}`);
});

test('takes the word that YAML reads as a boolean out of its quotes, and no other', () => {
  const renew = (value: string): string[] =>
    linesOf(kubekeyValidTypes, cluster(`spec: {kubernetes: {autoRenewCerts: ${value}}}`));
  expect(renew('"On"')[0]).toContain('Write it without quotes.');
  expect(renew('"always"')[0]).toContain('Write true or false here.');
});

test.each([
  ['values of the right type', ''],
  ['empty values, which stand for the default', 'spec: {network: {plugin: ~}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidTypes, cluster(change))).toEqual([]);
});
