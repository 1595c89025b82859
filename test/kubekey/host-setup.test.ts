import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ManifestApp } from '../../src/app/manifest-app';
import { Credential } from '../../src/kubekey/credential';
import type { KubeKeyHostSetup } from '../../src/kubekey/host-setup';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import type { KubeKeyClusterProps } from '../../src/kubekey/kube-key-cluster-props';
import type { KubeKeyPublicKey } from '../../src/kubekey/public-key';
import { HostMachine } from './host-machine';
import { sample } from './samples';

const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2q15NP8GNyLxUAMcnK6eNcyfo7DTGS3wlmq5IR34fQ admin@example.com';

const key = Credential.privateKeyFile('~/.ssh/id_rsa');
const roles = ['etcd', 'control-plane', 'worker'] as const;

/** Clusters of every shape that a script differs for. */
const clusters: Readonly<Record<string, Partial<KubeKeyClusterProps>>> = {
  'one server': {},
  'one server for kk 4': { format: 'v4' },
  'time servers': { system: { ntpServers: ['ntp.aliyun.com'], timezone: 'Asia/Shanghai' } },
  'an operating system that kk leaves alone': {
    system: { skipConfigureOS: true },
    hosts: [
      { name: 'node1', address: '10.0.0.1', port: 2222, credential: key, roles: [...roles] },
      { name: 'node2', address: '10.0.0.2', credential: key, roles: ['worker'] },
    ],
  },
  'a user with sudo': {
    hosts: [{ name: 'node1', address: '10.0.0.1', user: "o'brien", credential: key }],
  },
  'a password': {
    hosts: [
      {
        name: 'node1',
        address: '10.0.0.1',
        user: 'ubuntu',
        credential: Credential.password('Secret-123'),
      },
    ],
  },
};

function setup(
  props: Partial<KubeKeyClusterProps> = {},
  options: KubeKeyPublicKey = { publicKey },
): readonly KubeKeyHostSetup[] {
  return new KubeKeyCluster(new ManifestApp(), 'sample', sample(props)).hostSetup(options);
}

function scriptOf(props: Partial<KubeKeyClusterProps> = {}, options?: KubeKeyPublicKey): string {
  return setup(props, options)[0]!.script;
}

const machines: HostMachine[] = [];

/** A server as it comes: a firewall that is on, and no tools yet. */
function freshMachine(manager: string, active: readonly string[] = []): HostMachine {
  const machine = new HostMachine({});
  machines.push(machine);
  const names = { 'conntrack-tools': 'conntrack', chrony: 'chronyd' };
  machine.stub(manager, machine.installs(names));
  machine.stub(
    'systemctl',
    `[ "$1" != is-active ] || { for name in "$@"; do case " ${active.join(' ')} " in *" $name "*) exit 0 ;; esac; done; exit 3; }\n${machine.noted}`,
  );
  return machine;
}

afterAll(() => {
  for (const { home } of machines) rmSync(join(home, '..'), { recursive: true, force: true });
});

test('a script sets up a fresh Ubuntu, and does nothing a second time', () => {
  const machine = freshMachine('apt-get');
  machine.stub(
    'ufw',
    `[ "$1" = status ] && echo "Status: $UFW"\n[ "$1" = status ] || ${machine.noted}`,
  );
  const script = scriptOf();
  const lock = '-o DPkg::Lock::Timeout=300';
  expect(machine.run(`UFW=active; export UFW\n${script}`)).toEqual({
    status: 0,
    said: '',
    calls: [
      'ufw disable',
      `apt-get ${lock} update`,
      ...['sudo', 'curl', 'openssl', 'socat', 'conntrack', 'ebtables', 'ipset', 'chrony'].map(
        (name) => `apt-get ${lock} install -y ${name}`,
      ),
      'systemctl enable --now chrony',
    ],
  });
  expect(machine.keys).toBe(`${publicKey}\n`);
  expect(machine.run(`UFW=inactive; export UFW\n${script}`)).toEqual({
    status: 0,
    said: '',
    calls: ['systemctl enable --now chrony'],
  });
  expect(machine.keys).toBe(`${publicKey}\n`);
});

test.each(['dnf', 'yum', 'zypper'])('a script sets up a fresh system with %s', (manager) => {
  const machine = freshMachine(manager, ['firewalld', 'chronyd']);
  const flags = manager === 'zypper' ? '--non-interactive install' : 'install -y';
  const packages = ['sudo', 'curl', 'openssl', 'socat', 'conntrack-tools', 'ebtables', 'ipset'];
  expect(machine.run(scriptOf())).toEqual({
    status: 0,
    said: '',
    calls: [
      'systemctl disable --now firewalld',
      ...packages.map((name) => `${manager} ${flags} ${name}`),
    ],
  });
});

test('a script goes on without a package that kk only recommends, and stops without one that kk needs', () => {
  const machine = freshMachine('dnf', ['chronyd']);
  const lacking = (name: string): string =>
    `for name in "$@"; do [ "$name" != ${name} ] || exit 1; done\n${machine.installs()}`;
  machine.stub('conntrack', '');
  machine.stub('dnf', lacking('ebtables'));
  const run = machine.run(scriptOf());
  expect(run.status).toBe(0);
  expect(run.said).toBe('There is no package ebtables here. kk only recommends it: going on.\n');
  const other = freshMachine('dnf', ['chronyd']);
  other.stub('dnf', lacking('socat'));
  expect(other.run(scriptOf()).status).toBe(1);
});

test('a script stops where it does not run as root, finds no package manager, or no such user', () => {
  const user = freshMachine('dnf');
  user.stub('id', 'echo 1000');
  expect(user.run(scriptOf())).toEqual({
    status: 1,
    said: 'Run this script as root: put sudo before it.\n',
    calls: [],
  });
  const alpine = new HostMachine({ systemctl: 'exit 3' });
  machines.push(alpine);
  expect(alpine.run(scriptOf()).said).toMatch(/^There is no apt-get, dnf, yum or zypper here/);
  const hosts = [{ name: 'node1', address: '10.0.0.1', user: 'nobody-knows', credential: key }];
  expect(freshMachine('dnf').run(scriptOf({ hosts })).said).toBe(
    'There is no user nobody-knows here: create it first, with sudo.\n',
  );
});

test('a key is added to a file whose last line has no end, and a line that shuts root out is named', () => {
  const machine = freshMachine('apt-get', ['chronyd']);
  const data = publicKey.split(' ')[1]!;
  const first = `command="echo Please login as ubuntu" ssh-ed25519 ${data}`;
  machine.run(scriptOf());
  writeFileSync(join(machine.home, '.ssh/authorized_keys'), first);
  const run = machine.run(scriptOf());
  expect(machine.keys).toBe(`${first}\n${publicKey}\n`);
  expect(run.said).toMatch(/SSH takes the first line, so kk can not log in: remove that one/);
});

test('the firewall stays where kk leaves the operating system alone, and lets the cluster in', () => {
  const machine = freshMachine('apt-get', ['firewalld', 'chronyd']);
  machine.stub('ufw', machine.noted);
  machine.stub('firewall-cmd', machine.noted);
  const script = scriptOf(clusters['an operating system that kk leaves alone']);
  const calls = machine.run(script).calls.filter((call) => /^(ufw|firewall)/.test(call));
  expect(calls).toEqual([
    'ufw allow from 10.0.0.2',
    'ufw allow from 10.233.64.0/18',
    'ufw allow 2222/tcp',
    'ufw allow 6443/tcp',
    'ufw allow 30000:32767/tcp',
    'ufw allow 30000:32767/udp',
    'ufw default allow routed',
    'firewall-cmd --quiet --permanent --zone=trusted --add-source=10.0.0.2',
    'firewall-cmd --quiet --permanent --zone=trusted --add-source=10.233.64.0/18',
    'firewall-cmd --quiet --permanent --add-port=2222/tcp',
    'firewall-cmd --quiet --permanent --add-port=6443/tcp',
    'firewall-cmd --quiet --permanent --add-port=30000-32767/tcp',
    'firewall-cmd --quiet --permanent --add-port=30000-32767/udp',
    'firewall-cmd --quiet --reload',
  ]);
  expect(script).toContain('kk does none of this, since skipConfigureOS is set');
});

test('chrony is installed for ntpServers even where another time service runs', () => {
  const machine = freshMachine('dnf', ['systemd-timesyncd']);
  expect(machine.run(scriptOf(clusters['time servers'])).calls.slice(-2)).toEqual([
    'dnf install -y chrony',
    'systemctl enable --now chronyd',
  ]);
  expect(machine.run(scriptOf()).calls).toEqual([]);
});

test('what kk does is named and not done', () => {
  const commands = scriptOf()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
  expect(commands).not.toMatch(
    /swap|selinux|setenforce|sysctl|hostname|iptables|modprobe|etc.hosts/,
  );
  expect(scriptOf()).toMatch(/because kk does it:\n# - swap and SELinux off\n/);
});

test('a password is nowhere, and what it needs is said', () => {
  const [{ script, userData }] = setup(clusters['a password']) as [KubeKeyHostSetup];
  expect(script + userData).not.toContain('Secret-123');
  expect(script).not.toContain('ssh-ed25519');
  expect(script).toContain('# sshd must let passwords in: PasswordAuthentication yes.');
});

test('without a public key no user is touched', () => {
  const script = scriptOf({}, {});
  expect(script).not.toContain('getent');
  expect(script).toContain('No public key was given');
});

test('user-data carries the script, and lets root in where kk logs in as root', () => {
  const [{ script, userData }] = setup() as [KubeKeyHostSetup];
  expect(userData.startsWith('#cloud-config\n')).toBe(true);
  expect(parse(userData)).toEqual({
    disable_root: false,
    write_files: [
      { path: '/usr/local/sbin/prepare-for-kubekey', permissions: '0755', content: script },
    ],
    runcmd: [['/usr/local/sbin/prepare-for-kubekey']],
  });
  expect(parse(setup(clusters['a user with sudo'])[0]!.userData)).not.toHaveProperty(
    'disable_root',
  );
});

test.each([
  [
    'a private key',
    { publicKey: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc' },
    /holds a private key/,
  ],
  ['a key that was cut', { publicKey: 'ssh-ed25519 AAAAC3Nz' }, /is not the one line/],
  ['another type', { publicKey: publicKey.replace('ed25519', 'rsa') }, /is not the one line/],
  ['two lines', { publicKey: `${publicKey}\n${publicKey}` }, /is not the one line/],
  ['an empty text', { publicKey: '' }, /is not the one line/],
  ['no text', { publicKey: 1 as unknown as string }, /is not the one line/],
  ['both', { publicKey, publicKeyFile: 'a.pub' }, /are both given/],
  [
    'a missing file',
    { publicKeyFile: 'no/such.pub' },
    /"no\/such.pub" can't be read \(ENOENT\).+"ssh-keygen -t rsa -b 4096 -f ~\/.ssh\/id_rsa" makes both/,
  ],
  ['an empty path', { publicKeyFile: '' }, /must be the path of a file, got ""/],
])('%s is refused, and not shown', (_what, options, message) => {
  const run = (): unknown => setup({}, options);
  expect(run).toThrow(message);
  expect(run).toThrow(/^sample.hostSetup: /);
  expect(run).not.toThrow(/BEGIN|AAAA(?!\.)/);
});

test('a public key is read from its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  writeFileSync(join(folder, 'id.pub'), `${publicKey}\r\n`);
  expect(scriptOf({}, { publicKeyFile: join(folder, 'id.pub') })).toBe(scriptOf());
  rmSync(folder, { recursive: true });
});

/** What a tool says about a text, or undefined where it has nothing to say. */
function complaints(tool: string, args: readonly string[], text: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  try {
    writeFileSync(join(folder, 'text'), text);
    const { status, stdout, stderr } = spawnSync(tool, [...args, join(folder, 'text')], {
      encoding: 'utf8',
    });
    return status === 0 ? undefined : `${stdout}\n${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

const withShellcheck = isThere('shellcheck');
const ifShellcheck = withShellcheck ? test : test.skip;

ifShellcheck.each(Object.entries(clusters))(
  `shellcheck finds nothing in the script for %s${withShellcheck ? '' : ' (skipped: shellcheck is not installed)'}`,
  (_what, props) => {
    for (const options of [{ publicKey }, {}]) {
      for (const { script } of setup(props, options)) {
        expect(complaints('shellcheck', ['--shell=sh'], script)).toBeUndefined();
      }
    }
  },
);

const withCloudInit = isThere('cloud-init');
const ifCloudInit = withCloudInit ? test : test.skip;

ifCloudInit.each(Object.entries(clusters))(
  `cloud-init accepts the user-data for %s${withCloudInit ? '' : ' (skipped: cloud-init is not installed)'}`,
  (_what, props) => {
    for (const { userData } of setup(props)) {
      expect(complaints('cloud-init', ['schema', '--config-file'], userData)).toBeUndefined();
    }
  },
  30_000,
);

ifCloudInit(
  'cloud-init refuses user-data that is wrong, so the test above can fail',
  () => {
    const [{ userData }] = setup() as [KubeKeyHostSetup];
    const wrong = userData.replace('runcmd:\n  - [', 'runcmd:\n  - wrong: [');
    expect(complaints('cloud-init', ['schema', '--config-file'], wrong)).toMatch(/runcmd/);
  },
  30_000,
);
