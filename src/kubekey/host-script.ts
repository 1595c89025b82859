import { shellWord } from './shell-word';

/** What a host's script is made from. */
export interface HostScriptInput {
  /** Name of the host. */
  readonly host: string;
  /** User that kk logs in as. */
  readonly user: string;
  /** How kk logs in. */
  readonly login: 'key' | 'password';
  /** Whether kk knows a password for `sudo`. */
  readonly hasPassword: boolean;
  /** Line for `authorized_keys`; undefined where none is given. */
  readonly publicKey: string | undefined;
  /** Release line of kk: 3 or 4. */
  readonly kk: 3 | 4;
  /** Whether kk is told to leave the operating system alone. */
  readonly skipsOs: boolean;
  /** Whether kk is to write chrony's configuration. */
  readonly needsChrony: boolean;
  /** Addresses of the other hosts, and the networks of Pods. */
  readonly sources: readonly string[];
  /** Ports that people outside of the cluster use, such as `6443/tcp` or `30000-32767/tcp`. */
  readonly ports: readonly string[];
}

/**
 * The script that makes a host ready for kk: POSIX shell, for Debian's, Red Hat's and SUSE's families. Running it
 * again changes nothing. It leaves to kk what kk does.
 *
 * Sources: KubeKey v3.1.12 (commit 17c1df86), cmd/kk/pkg/bootstrap; v4.0.6 (commit ee6a16ac),
 * builtin/core/roles/native.
 */
export function hostScript(input: HostScriptInput): string {
  return [
    '#!/bin/sh',
    `# Makes the host ${input.host} ready for KubeKey ${input.kk}. Run it there as root. Running it again changes nothing.`,
    '#',
    ...leftToKk(input).map((line) => `# ${line}`),
    '',
    ...beginning,
    '',
    '# 1. The firewall.',
    ...(input.skipsOs ? openFirewall(input) : noFirewall),
    '',
    '# 2. Packages. kk stops without sudo, socat and conntrack.',
    ...packages,
    '',
    '# 3. The time: certificates and etcd need the same on all hosts.',
    ...time(input),
    '',
    `# 4. SSH: kk logs in as ${input.user} by a ${input.login}.`,
    ...(input.login === 'key' ? keyLogin(input) : passwordLogin(input)),
    ...sudoNote(input),
    '',
    `echo "The host ${input.host} is ready for KubeKey."`,
    '',
  ].join('\n');
}

function leftToKk({ kk, skipsOs, host }: HostScriptInput): readonly string[] {
  const steps = [
    '- swap and SELinux off',
    `- the host name: ${host}`,
    '- kernel modules, sysctls and limits',
    '- the names of all hosts and of the API server in /etc/hosts',
  ];
  if (skipsOs) {
    return [
      'kk does none of this, since skipConfigureOS is set, and Kubernetes needs it. Do it before kk:',
      ...steps,
    ];
  }
  return [
    'Not done here, because kk does it:',
    ...steps,
    ...(kk === 3
      ? ['- iptables, ebtables and arptables by their old back end']
      : ['- on Ubuntu, Rocky Linux, CentOS and Kylin also the packages below']),
    'A firewall of your cloud (its "security group") is no part of the host: open it there. The hosts must reach each',
    'other by every protocol; people need the ports of SSH, of the API server (6443) and of NodePorts (30000-32767).',
  ];
}

const beginning = [
  'set -eu',
  'export LC_ALL=C',
  '',
  'fail() {',
  '  echo "$1" >&2',
  '  exit 1',
  '}',
  '',
  '[ "$(id -u)" -eq 0 ] || fail "Run this script as root: put sudo before it."',
];

const noFirewall = [
  '# kk turns off ufw and firewalld, too, but only after it has checked the hosts.',
  'if command -v ufw >/dev/null 2>&1 && ufw status | grep -q "Status: active"; then',
  '  ufw disable',
  'fi',
  'if systemctl is-active --quiet firewalld; then',
  '  systemctl disable --now firewalld',
  'fi',
];

function openFirewall({ sources, ports }: HostScriptInput): readonly string[] {
  const all = sources.map(shellWord).join(' ');
  return [
    '# It stays, since skipConfigureOS is set. It lets in the other hosts, the Pods, and people.',
    'if command -v ufw >/dev/null 2>&1; then',
    `  for source in ${all}; do`,
    '    ufw allow from "$source"',
    '  done',
    `  for port in ${ports.map((port) => port.replace('-', ':')).join(' ')}; do`,
    '    ufw allow "$port"',
    '  done',
    '  ufw default allow routed',
    'fi',
    'if systemctl is-active --quiet firewalld; then',
    `  for source in ${all}; do`,
    '    firewall-cmd --quiet --permanent --zone=trusted --add-source="$source"',
    '  done',
    `  for port in ${ports.join(' ')}; do`,
    '    firewall-cmd --quiet --permanent --add-port="$port"',
    '  done',
    '  firewall-cmd --quiet --reload',
    'fi',
  ];
}

const packages = [
  'conntrack="conntrack-tools"',
  'chrony=chronyd',
  'if command -v apt-get >/dev/null 2>&1; then',
  '  manager=apt-get',
  '  conntrack=conntrack',
  '  chrony=chrony',
  'elif command -v dnf >/dev/null 2>&1; then',
  '  manager=dnf',
  'elif command -v yum >/dev/null 2>&1; then',
  '  manager=yum',
  'elif command -v zypper >/dev/null 2>&1; then',
  '  manager=zypper',
  'else',
  '  fail "There is no apt-get, dnf, yum or zypper here: neither KubeKey nor this script knows this system."',
  'fi',
  '',
  'updated=no',
  'install() {',
  '  case $manager in',
  '    apt-get)',
  '      if [ "$updated" = no ]; then',
  '        apt-get -o DPkg::Lock::Timeout=300 update',
  '        updated=yes',
  '      fi',
  '      DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y "$1"',
  '      ;;',
  '    zypper) zypper --non-interactive install "$1" ;;',
  '    *) "$manager" install -y "$1" ;;',
  '  esac',
  '}',
  '',
  '# need COMMAND PACKAGE: installs the package where the command is missing.',
  'need() {',
  '  command -v "$1" >/dev/null 2>&1 || install "$2"',
  '}',
  '',
  'need sudo sudo',
  'need curl curl',
  'need openssl openssl',
  'need socat socat',
  'need conntrack "$conntrack"',
  'for tool in ebtables ipset; do',
  '  need "$tool" "$tool" || echo "There is no package $tool here. kk only recommends it: going on." >&2',
  'done',
];

function time({ needsChrony }: HostScriptInput): readonly string[] {
  const start = ['need chronyd chrony', 'systemctl enable --now "$chrony"'];
  if (needsChrony) {
    return [
      '# kk writes ntpServers and timezone for chrony, and stops where chrony is missing.',
      ...start,
    ];
  }
  return [
    'if ! systemctl is-active --quiet chronyd chrony systemd-timesyncd ntpd ntp ntpsec; then',
    ...start.map((line) => `  ${line}`),
    'fi',
  ];
}

function keyLogin({ user, publicKey }: HostScriptInput): readonly string[] {
  if (publicKey === undefined) {
    return [
      '# No public key was given for this script, so its line must be in ~/.ssh/authorized_keys already.',
    ];
  }
  const data = publicKey.split(' ')[1] ?? '';
  return [
    `user=${shellWord(user)}`,
    `key=${shellWord(publicKey)}`,
    'home=$(getent passwd "$user" | cut -d: -f6)',
    '[ -n "$home" ] || fail "There is no user $user here: create it first, with sudo."',
    'keys=$home/.ssh/authorized_keys',
    'mkdir -p "$home/.ssh"',
    'touch "$keys"',
    'if ! grep -qxF -e "$key" "$keys"; then',
    '  # The last line may lack its end.',
    '  [ -z "$(tail -c 1 "$keys")" ] || echo >>"$keys"',
    '  printf "%s\\n" "$key" >>"$keys"',
    'fi',
    'chmod 700 "$home/.ssh"',
    'chmod 600 "$keys"',
    'chown -R "$user:" "$home/.ssh"',
    'if command -v restorecon >/dev/null 2>&1; then',
    '  restorecon -R "$home/.ssh"',
    'fi',
    `if grep -F ${shellWord(data)} "$keys" | grep -q "command="; then`,
    '  echo "$keys names this key a second time, with command=, as cloud images do for root." >&2',
    '  echo "SSH takes the first line, so kk can not log in: remove that one." >&2',
    'fi',
  ];
}

function passwordLogin({ user }: HostScriptInput): readonly string[] {
  return [
    '# sshd must let passwords in: PasswordAuthentication yes' +
      (user === 'root' ? ', and PermitRootLogin yes.' : '.'),
  ];
}

function sudoNote({ user, hasPassword }: HostScriptInput): readonly string[] {
  if (user === 'root') return [];
  return [
    hasPassword
      ? `# ${user} needs sudo; kk answers it with the password of the host.`
      : `# ${user} needs sudo without a password, such as by a line "${user} ALL=(ALL) NOPASSWD:ALL" (visudo).`,
  ];
}
