import fc from 'fast-check';
import { Credential } from '../../src/kubekey/credential';
import { hostNames } from '../../src/kubekey/host-names';
import type { KubeKeyRole } from '../../src/kubekey/role';
import { roleGroupsOf, roleProblems, type RoleGroupsInput } from '../../src/kubekey/role-groups';

const credential = Credential.privateKeyFile('~/.ssh/id_rsa');
function input(
  hosts: Readonly<Record<string, readonly KubeKeyRole[] | undefined>>,
  roleGroups?: RoleGroupsInput['roleGroups'],
  ownEtcd = true,
): RoleGroupsInput {
  return {
    hosts: Object.entries(hosts).map(([name, roles], index) => ({
      name,
      address: `10.0.0.${index + 1}`,
      credential,
      ...(roles && { roles }),
    })),
    roleGroups,
    ownEtcd,
  };
}

test('a single host gets all roles', () => {
  expect(roleGroupsOf(input({ node1: undefined }))).toEqual({
    etcd: ['node1'],
    'control-plane': ['node1'],
    worker: ['node1'],
  });
});

test('a single host does not get etcd where somebody else runs it', () => {
  expect(Object.keys(roleGroupsOf(input({ node1: undefined }, undefined, false)))).toEqual([
    'control-plane',
    'worker',
  ]);
});

test('roles of hosts become groups in the order of the hosts', () => {
  const groups = roleGroupsOf(
    input({
      b: ['worker', 'control-plane', 'etcd'],
      a: ['etcd', 'control-plane'],
      c: ['registry'],
    }),
  );
  expect(JSON.stringify(groups)).toBe(
    JSON.stringify({
      etcd: ['b', 'a'],
      'control-plane': ['b', 'a'],
      worker: ['b'],
      registry: ['c'],
    }),
  );
});

test('groups are written in the order of KubeKey, those of your own last, ranges expanded', () => {
  const groups = roleGroupsOf(
    input(
      { node1: undefined, node2: undefined },
      {
        gpu: ['node2'],
        worker: ['node[1:3]', 'other'],
        master: ['node1'],
        etcd: ['node1'],
      },
    ),
  );
  expect(JSON.stringify(groups)).toBe(
    JSON.stringify({
      etcd: ['node1'],
      master: ['node1'],
      worker: ['node1', 'node2', 'node3', 'other'],
      gpu: ['node2'],
    }),
  );
});

test('different roles may be said in different places', () => {
  const both = input({ node1: ['etcd'], node2: undefined }, { 'control-plane': ['node1'] });
  expect(roleProblems(both)).toEqual([]);
  expect(roleGroupsOf(both)).toEqual({ etcd: ['node1'], 'control-plane': ['node1'] });
});

test.each([
  [
    'the same role in both places',
    input({ a: ['etcd'] }, { etcd: ['a'] }),
    /both in roleGroups.etcd/,
  ],
  ['master beside control-plane', input({ a: ['control-plane'] }, { master: ['a'] }), /both in/],
  ['several hosts without a role', input({ a: undefined, b: undefined }), /none of the 2 hosts/],
  ['a role that is none', input({ a: ['wroker' as KubeKeyRole] }), /got "wroker"/],
  ['a group that is no list', input({ a: undefined }, { etcd: 'a' as never }), /must be a list/],
  ['a range that is none', input({ a: undefined }, { etcd: ['node[a:b]'] }), /is no range/],
])('fails on %s', (_, wrong, message) => {
  const problems = roleProblems(wrong);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.problem).toMatch(message);
});

test.each([
  ['node1', ['node1']],
  ['node[1:3]', ['node1', 'node2', 'node3']],
  ['node[01:03]', ['node01', 'node02', 'node03']],
  ['node[9:10].east', ['node9.east', 'node10.east']],
  ['node[08:11]', ['node08', 'node09', 'node10', 'node11']],
  ['[0:1]', ['0', '1']],
  ['node[2:2]', ['node2']],
])('%s is %j', (entry, names) => {
  expect(hostNames(entry)).toEqual({ names });
});

test.each(['node[3:1]', 'node[1-3]', 'node[a:b]', 'node[1:', 'n[1:2]m[1:2]', 'n[1:99999999]'])(
  'fails on the range %s',
  (entry) => {
    expect(hostNames(entry)).toMatchObject({ fix: expect.stringContaining('node[1:3]') as string });
  },
);

test('a range has as many names as it counts, all different', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.nat(500),
      fc.stringMatching(/^[a-z.-]{0,5}$/),
      (from, more, text) => {
        const found = hostNames(`${text}[${from}:${from + more}]${text}`);
        const names = 'names' in found ? found.names : [];
        expect(new Set(names).size).toBe(more + 1);
        expect(names.every((name) => name.startsWith(text) && name.endsWith(text))).toBe(true);
      },
    ),
  );
});
