import { itemsAt, labelsAt, textAt } from '../../manifest/fields';
import { describe, refOf } from '../../manifest/manifest';
import { containersOf } from '../../manifest/relations';
import type { Check, CheckedObject, Report } from '../check';
import { writtenPart } from '../label-selector';
import { namespaceOf, objectIndex, type IndexedPod } from '../object-index';

/** The ports that a Service sends to are ports of its pods. */
export const servicePortExists: Check = {
  id: 'service-port-exists',
  summary: 'The targetPort of a Service is a port of the pods that it selects.',
  why: 'A Service whose targetPort names no port of its pods has no endpoints; one with a number that nothing listens on refuses each connection.',
  fix: 'Write the name or the number of a port that the container listens on.',
  severity: 'error',
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('/Service')) {
      if (textAt(object.manifest, 'spec', 'type') === 'ExternalName') continue;
      const selector = writtenPart(labelsAt(object.manifest, 'spec', 'selector'));
      // A pod without containers is reported as such.
      const pods = index
        .selected(namespaceOf(object), selector)
        .filter(({ pod }) => itemsAt(pod.spec, 'containers').length > 0);
      if (pods.length > 0) yield* targetPorts(object, pods);
    }
  },
};

interface PodPort {
  readonly name: string | undefined;
  readonly port: unknown;
  readonly protocol: string;
}

function* targetPorts(object: CheckedObject, pods: readonly IndexedPod[]): Generator<Report> {
  const ports = pods.flatMap(portsOf);
  const names = [...new Set(ports.flatMap(({ name }) => name ?? []))];
  const owner = describe(refOf(pods[0]?.object.manifest ?? object.manifest));
  for (const { item, index } of itemsAt(object.manifest, 'spec', 'ports')) {
    const target = item['targetPort'] ?? item['port'];
    const protocol = textAt(item, 'protocol') ?? 'TCP';
    const field = `spec.ports[${index}].${'targetPort' in item ? 'targetPort' : 'port'}`;
    if (typeof target === 'string') {
      const named = ports.filter(({ name }) => name === target);
      if (named.some((one) => isSame(one.protocol, protocol))) continue;
      const choice = names.length > 0 ? ` Its port names are ${names.join(', ')}.` : '';
      yield {
        object,
        field,
        problem:
          named.length > 0
            ? `the port ${target} of ${owner} is ${named[0]?.protocol ?? 'TCP'}, and this one is ${protocol}`
            : `${owner} has no port named "${target}"`,
        fix: `Name a port of the pods, or give one the name ${target}.${choice}`,
      };
    } else if (typeof target === 'number') {
      // Ports that a container does not declare are reachable too, so this is no more than a hint.
      const declared = ports.flatMap(({ port }) => (typeof port === 'number' ? [port] : []));
      if (declared.length === 0 || declared.includes(target)) continue;
      yield {
        object,
        field,
        problem: `${owner} declares the ports ${[...new Set(declared)].join(', ')}, not ${target}`,
        severity: 'warning',
      };
    }
  }
}

function portsOf({ pod }: IndexedPod): PodPort[] {
  return containersOf(pod).flatMap(({ container }) =>
    itemsAt(container, 'ports').map(({ item }) => ({
      name: textAt(item, 'name'),
      port: item['containerPort'],
      protocol: textAt(item, 'protocol') ?? 'TCP',
    })),
  );
}

/** A protocol that there isn't is reported as such, so it counts as the same. */
function isSame(a: string, b: string): boolean {
  return a === b || !protocols.has(a) || !protocols.has(b);
}

const protocols: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);
