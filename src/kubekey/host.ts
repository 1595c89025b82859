import { isIP } from 'node:net';
import { show } from '../errors';
import { isFields } from '../manifest/manifest';
import { formProblem } from '../manifest/props';
import { Credential, credentialSlots, openSecretProblems } from './credential';
import { nameProblem } from './name';
import type { ArgumentProblem } from './argument-problem';
import type { KubeKeyRole } from './role';

/** A server of the cluster. */
export interface KubeKeyHost {
  /**
   * Name of the host: lower-case letters, digits, `-` and `.`, 63 characters at most. KubeKey makes it the
   * server's host name and the node's name.
   */
  readonly name: string;
  /** IP address that kk reaches the host at by SSH. */
  readonly address: string;
  /**
   * IP address of the node within the cluster; for dual stack IPv4 and IPv6 with a comma between, IPv4 first, no space.
   *
   * @default - the same as `address`
   */
  readonly internalAddress?: string;
  /**
   * Port of the SSH server, 1-65535.
   *
   * @default 22
   */
  readonly port?: number;
  /**
   * User that kk logs in as. Any other one than root needs `sudo`.
   *
   * @default root
   */
  readonly user?: string;
  /** How kk logs in. KubeKey would try `~/.ssh/id_rsa` where nothing is said, so say it. */
  readonly credential: Credential;
  /**
   * Architecture. kk 3 doesn't look at the host: it installs files for amd64 where nothing is said. kk 4 does look.
   *
   * @default amd64
   */
  readonly arch?: 'amd64' | 'arm64';
  /**
   * Seconds that kk waits for the SSH connection.
   *
   * @default 30
   */
  readonly timeout?: number;
  /**
   * Labels of the node. Values are texts, so write `'true'` and not `true`. (Taints exist only in kk 4: see `v4`.)
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What the host does in the cluster. Say the roles either here or in `roleGroups`.
   *
   * @default - all of etcd, control-plane and worker where there is one host; else those of `roleGroups`
   */
  readonly roles?: readonly KubeKeyRole[];
}

/** The host as KubeKey's v1alpha2 Cluster holds it, with its secrets in their slots. */
export function hostFields(host: KubeKeyHost): Readonly<Record<string, unknown>> {
  const { name, address, internalAddress = address, port, user = 'root', arch, timeout } = host;
  const { keyPath, key, password } = credentialSlots(host.credential, `host ${name}`);
  return {
    name,
    address,
    internalAddress,
    port,
    user,
    password,
    privateKey: key,
    privateKeyPath: keyPath,
    arch,
    timeout,
    labels: host.labels,
  };
}

/** What is wrong with hosts by themselves, without a look at the cluster as a whole. */
export function hostsProblems(hosts: unknown): readonly ArgumentProblem[] {
  if (!Array.isArray(hosts) || hosts.length === 0) {
    // What stands in a mapping may be a password.
    const got = isFields(hosts) ? 'a mapping' : show(hosts);
    const problem = `hosts must be a list of at least one host, got ${got}`;
    return [{ problem, fix: 'Give the servers, each with name, address and credential.' }];
  }
  return hosts.flatMap((host: unknown, index) =>
    isFields(host)
      ? hostProblems(host as Partial<KubeKeyHost>, `hosts[${index}]`)
      : [{ problem: `hosts[${index}] must be a host, got ${show(host)}`, fix: oneHost }],
  );
}

const oneHost = 'Give an object with name, address and credential.';

function hostProblems(host: Partial<KubeKeyHost>, where: string): readonly ArgumentProblem[] {
  const { name, address, internalAddress, port, user, timeout, labels, roles, credential } = host;
  const problems: (ArgumentProblem | undefined)[] = [
    nameProblem(`${where}.name`, name, 63),
    addressProblem(`${where}.address`, address),
    internalAddressProblem(`${where}.internalAddress`, internalAddress),
    integerProblem(`${where}.port`, port, 65535, 'port'),
    integerProblem(`${where}.timeout`, timeout, 86_400, 'number of seconds'),
    userProblem(`${where}.user`, user),
    credentialProblem(`${where}.credential`, credential),
    ...labelProblems(`${where}.labels`, labels),
    roles === undefined
      ? undefined
      : formProblem(`${where}.roles`, roles, ['control-plane', 'worker']),
    ...openSecretProblems(where, host),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function addressProblem(where: string, address: unknown): ArgumentProblem | undefined {
  if (typeof address === 'string' && isIP(address) > 0) return undefined;
  const problem = `${where} must be an IP address, got ${show(address)}`;
  return { problem, fix: 'Give the address that kk reaches the host at, such as "192.168.0.2".' };
}

function internalAddressProblem(where: string, address: unknown): ArgumentProblem | undefined {
  if (address === undefined) return undefined;
  const parts = typeof address === 'string' ? address.split(',') : [];
  if (parts.length > 0 && parts.length <= 2 && parts.every((part) => isIP(part) > 0)) {
    return undefined;
  }
  const problem = `${where} must be an IP address, or two for dual stack, got ${show(address)}`;
  return { problem, fix: 'Write "192.168.0.2", or "192.168.0.2,fd00::2" for dual stack.' };
}

function integerProblem(
  where: string,
  value: unknown,
  max: number,
  what: string,
): ArgumentProblem | undefined {
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max) return undefined;
  const problem = `${where} must be a ${what}, got ${show(value)}`;
  return { problem, fix: `Use a whole number from 1 to ${max}, without quotes.` };
}

function userProblem(where: string, user: unknown): ArgumentProblem | undefined {
  if (user === undefined || (typeof user === 'string' && /^[^\s:/]+$/.test(user))) return undefined;
  const problem = `${where} must be the name of a user, got ${show(user)}`;
  return { problem, fix: 'Give the user that kk logs in as, or leave it out for "root".' };
}

/** Never shows the value: who passes a text here most likely passes a password. */
function credentialProblem(where: string, credential: unknown): ArgumentProblem | undefined {
  if (credential instanceof Credential) return undefined;
  const problem =
    credential === undefined
      ? `${where} is missing, and kk would silently try ~/.ssh/id_rsa`
      : `${where} must be a Credential`;
  const fix =
    "Use Credential.privateKeyFile('~/.ssh/id_rsa'), Credential.privateKeyText or Credential.password.";
  return { problem, fix };
}

function labelProblems(where: string, labels: unknown): readonly ArgumentProblem[] {
  if (labels === undefined) return [];
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    return [{ problem: `${where} must be labels, got ${show(labels)}`, fix: asText }];
  }
  return Object.entries(labels)
    .filter(([, value]) => typeof value !== 'string')
    .map(([key, value]) => ({
      problem: `${where} must hold texts, got ${show(value, key)} for ${show(key)}`,
      fix: asText,
    }));
}

const asText = "Write the value as a text, such as { disk: 'ssd', gpu: 'true' }.";
