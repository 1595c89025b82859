import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { parseIp, withoutLeadingZeros } from '../../manifest/ip-network';
import { at } from '../../manifest/manifest';
import { dnsLabelProblem } from '../../manifest/names';
import type { PodTemplate } from '../../manifest/relations';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** What a pod says of its names and its DNS can be used. */
export const validPodNetwork: Check = {
  id: 'valid-pod-network',
  summary: 'The host name, the host aliases and the DNS servers of a pod are written as such.',
  why: 'The API server refuses dnsPolicy: None without a server, a host name with dots, and an alias without an IP address.',
  fix: 'Write an IP address such as 10.0.0.5.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  dnsPolicy: None
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  dnsPolicy: None
  dnsConfig:
    nameservers: [10.0.0.5]
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod } of objectIndex(input).podsWith(...networkFields)) {
      for (const found of podProblems(pod)) {
        if (!isReported(input, object, found.field)) yield { object, ...found };
      }
    }
  },
};

const networkFields = ['hostname', 'subdomain', 'hostAliases', 'dnsConfig', 'dnsPolicy'];

function* podProblems({ spec, specField }: PodTemplate): Generator<Omit<Report, 'object'>> {
  for (const key of ['hostname', 'subdomain']) {
    const name = textAt(spec, key);
    const problem = name === undefined ? undefined : dnsLabelProblem(name);
    if (problem === undefined) continue;
    yield {
      field: `${specField}.${key}`,
      problem: `${problem}, got ${show(name ?? '')}`,
      fix: 'Write one part of a name, without dots, such as web.',
    };
  }
  for (const { item, index } of itemsAt(spec, 'hostAliases')) {
    const address = textAt(item, 'ip');
    if (address === undefined || parseIp(withoutLeadingZeros(address)) !== undefined) continue;
    yield {
      field: `${specField}.hostAliases[${index}].ip`,
      problem: `must be an IP address, got ${show(address)}`,
    };
  }
  const servers = at(spec, 'dnsConfig', 'nameservers') ?? [];
  if (!Array.isArray(servers)) return;
  if (textAt(spec, 'dnsPolicy') === 'None' && servers.length === 0) {
    yield {
      field: `${specField}.dnsConfig.nameservers`,
      problem: 'dnsPolicy: None needs a DNS server',
      fix: 'Write one under dnsConfig.nameservers, or take dnsPolicy out for the DNS of the cluster.',
    };
  }
  for (const [index, server] of (servers as unknown[]).entries()) {
    if (typeof server !== 'string' || parseIp(withoutLeadingZeros(server)) !== undefined) continue;
    yield {
      field: `${specField}.dnsConfig.nameservers[${index}]`,
      problem: `must be an IP address, got ${show(server)}`,
    };
  }
}
