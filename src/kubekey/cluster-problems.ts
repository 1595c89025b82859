import { outputPathProblems } from '../app/output-path';
import { show } from '../errors';
import { itemsAt } from '../manifest/fields';
import { at, isFields, type Fields } from '../manifest/manifest';
import { formProblem } from '../manifest/props';
import type { ArgumentProblem } from './argument-problem';
import { Credential, credentialSlots, openSecretProblems } from './credential';
import { hostsProblems } from './host';
import type { KubeKeyClusterProps, KubeKeyV4 } from './kube-key-cluster-props';
import { nameProblem } from './name';
import { roleProblems } from './role-groups';

/** Room for `-kubeconfig`, which KubeKey puts behind the name in the name of a ConfigMap. */
const longestName = 253 - '-kubeconfig'.length;

/**
 * What is wrong with the arguments by themselves. What needs a look at the cluster as a whole is a
 * finding of the checks, since a file that a person wrote needs it as well.
 */
export function clusterProblems(
  id: string,
  props: KubeKeyClusterProps,
): readonly ArgumentProblem[] {
  const { name, folder, hosts, roleGroups } = props;
  const ofHosts = hostsProblems(hosts);
  const ofV4 = v4Problems(props.v4);
  return [
    ...outputPathProblems(id, folder),
    ...present(nameProblem('name', name, longestName)),
    ...present(kubernetesProblem(props.kubernetes)),
    ...ofHosts,
    // Roles are looked at only where the hosts can be.
    ...(ofHosts.length === 0 ? roleProblems({ hosts, roleGroups, ownEtcd: true }) : []),
    ...authsProblems(props.registry?.auths),
    ...(ofV4.length > 0 ? ofV4 : formatProblems(props)),
  ];
}

function present(problem: ArgumentProblem | undefined): readonly ArgumentProblem[] {
  return problem === undefined ? [] : [problem];
}

function v4Problems(v4: KubeKeyV4 = {}): readonly ArgumentProblem[] {
  const { config = {}, hosts = {} } = v4;
  const { node1: ofHost } = v4Examples.hosts;
  return [
    ...present(formProblem('v4.config', config, v4Examples.config)),
    ...present(formProblem('v4.hosts', hosts, v4Examples.hosts)),
    ...Object.entries(isFields(hosts) ? hosts : {}).flatMap(([name, variables]) =>
      present(formProblem(`v4.hosts.${name}`, variables, ofHost)),
    ),
  ];
}

const v4Examples = {
  config: { cni: { type: 'calico' } },
  hosts: { node1: { kubernetes: { custom_taints: ['gpu=true:NoSchedule'] } } },
};

function kubernetesProblem(kubernetes: unknown = {}): ArgumentProblem | undefined {
  const version = at(kubernetes, 'version');
  const form = formProblem('kubernetes', kubernetes, { version: 'v1.26.4', autoRenewCerts: true });
  if (form !== undefined) return form;
  if (typeof version === 'string' && version.trim() !== '') return undefined;
  return {
    problem: `kubernetes.version must be a version, got ${show(version)}, and kk would install its own default`,
    fix: 'Give the version of Kubernetes, such as "v1.26.4".',
  };
}

function authsProblems(auths: unknown = {}): readonly ArgumentProblem[] {
  const form = formProblem('registry.auths', auths, { 'hub.example.com': { plainHTTP: true } });
  if (form !== undefined) return [form];
  return Object.entries(auths as Fields).flatMap(([host, auth]) =>
    authProblems(`registry.auths[${show(host)}]`, auth),
  );
}

function authProblems(where: string, auth: unknown): readonly ArgumentProblem[] {
  if (!isFields(auth)) {
    return [{ problem: `${where} must be an object, got nothing like it`, fix: ofRegistry }];
  }
  const { credential } = auth as { credential?: unknown };
  if (credential === undefined) return openSecretProblems(where, auth);
  const slots = credential instanceof Credential ? credentialSlots(credential, '') : {};
  return slots.password !== undefined && slots.key === undefined && slots.keyPath === undefined
    ? openSecretProblems(where, auth)
    : [{ problem: `${where}.credential must be a password`, fix: ofRegistry }];
}

const ofRegistry = "Use { username: 'robot', credential: Credential.password(fromEnv('NAME')) }.";

function formatProblems(props: KubeKeyClusterProps): readonly ArgumentProblem[] {
  const { format = 'v1alpha2', zone, allowLoss, v4, hosts } = props;
  const problems: ArgumentProblem[] = [];
  if (!['v1alpha2', 'v4'].includes(format)) {
    const problem = `format must be a format of KubeKey, got ${show(format)}`;
    problems.push({ problem, fix: 'Use "v1alpha2" for kk 3 or "v4" for kk 4.' });
  }
  if (zone !== undefined && !['cn'].includes(zone)) {
    const problem = `zone must be a zone of KubeKey, got ${show(zone)}`;
    problems.push({ problem, fix: 'Use "cn" for servers in China, or leave it out.' });
  }
  for (const [field, value] of Object.entries({ allowLoss, v4 })) {
    if (format === 'v4' || value === undefined || value === false) continue;
    const problem = `${field} has an effect in the format "v4" only, got format ${show(format)}`;
    problems.push({ problem, fix: `Leave ${field} out, or set format: 'v4'.` });
  }
  const known = new Set(itemsAt(hosts).map(({ item }) => item['name']));
  for (const host of Object.keys(v4?.hosts ?? {}).filter((name) => !known.has(name))) {
    const problem = `v4.hosts names a host that is none of hosts, got ${show(host)}`;
    problems.push({ problem, fix: 'Use the name of a host of the cluster.' });
  }
  return problems;
}
