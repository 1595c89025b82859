import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import type { Draft } from './draft';

/**
 * CoreDNS. kk 3 takes texts in CoreDNS' own form, and so does kk 4 for the lines of a zone. A list replaces
 * kk 4's whole list, so the main zone is written with all that it needs.
 */
export function writeDns(draft: Draft, spec: Fields): void {
  const coredns = fieldsAt(spec, 'dns', 'coredns');
  const hosts = textAt(spec, 'dns', 'dnsEtcHosts');
  if (Object.keys(coredns).length === 0 && hosts === undefined) return;
  const hostLines = hosts === undefined ? [] : ['hosts {', ...lines(hosts), 'fallthrough', '}'];
  const upstream = texts(coredns['upstreamDNSServers']);
  const external = itemsAt(coredns, 'externalZones').map(({ item }) => ({
    zones: texts(item['zones']),
    additional_configs: [
      'log',
      'errors',
      ...texts(item['rewrite']).map((rule) => `rewrite ${rule}`),
      'loadbalance',
      'reload',
      ...hostLines,
    ],
    // kk 4 writes the line in any case; this is what it takes for its own zone.
    cache: item['cache'] ?? 30,
    forward: [{ from: '.', to: texts(item['nameservers']) }],
  }));
  const main = {
    zones: ['.:53'],
    additional_configs: [
      ...lines(textAt(coredns, 'additionalConfigs')),
      'errors',
      ...lines(textAt(coredns, 'rewriteBlock')),
      'ready',
      'prometheus :9153',
      'loop',
      'reload',
      'loadbalance',
      ...hostLines,
    ],
    cache: 30,
    kubernetes: { zones: [textAt(spec, 'kubernetes', 'dnsDomain') ?? 'cluster.local'] },
    forward: [
      {
        from: '.',
        to: upstream.length > 0 ? upstream : ['/etc/resolv.conf'],
        prefer_udp: true,
        max_concurrent: 1000,
      },
    ],
  };
  draft.set('dns.coredns.zone_configs', [...external, main]);
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
