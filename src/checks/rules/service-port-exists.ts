import { itemsAt, labelsAt, textAt } from '../../manifest/fields';
import { describe, refOf, type Fields } from '../../manifest/manifest';
import { containersOf } from '../../manifest/relations';
import type { Check, CheckedObject, Premise, Report } from '../check';
import { writtenPart } from '../label-selector';
import { namespaceOf, objectIndex, type IndexedPod } from '../object-index';
import { portCause } from '../port-cause';
import { isReported } from '../schema-faults';

/** The ports that a Service sends to are ports of its pods. */
export const servicePortExists: Check = {
  id: 'service-port-exists',
  summary: 'The targetPort of a Service is a port of the pods that it selects.',
  why: 'A Service whose targetPort names no port of its pods has no endpoints; one with a number that nothing listens on refuses each connection.',
  fix: 'Write the name or the number of a port that the container listens on.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: { app: web }
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - name: http
          containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
      targetPort: web
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: { app: web }
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - name: http
          containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
      targetPort: http
`,
  },
  *run(input) {
    const index = objectIndex(input);
    // Many Services may select the same pods, whose ports are then gathered once.
    const known = new Map<readonly IndexedPod[], SelectedPorts>();
    for (const object of index.ofKind('/Service')) {
      const spec = object.manifest['spec'];
      if (textAt(spec, 'type') === 'ExternalName') continue;
      const pods = index.selected(namespaceOf(object), writtenPart(labelsAt(spec, 'selector')));
      let selected = known.get(pods);
      if (selected === undefined) known.set(pods, (selected = selectedPorts(pods)));
      if (selected.owner === undefined) continue;
      for (const found of targetPorts(object, selected.owner, selected)) {
        // What cannot be the name of a port is reported as such.
        if (!isReported(input, object, found.field)) yield found;
      }
    }
  },
};

/** The ports of the pods that a Service selects. */
interface SelectedPorts {
  /** First object that makes such pods; a pod without containers is reported as such. */
  readonly owner: CheckedObject | undefined;
  readonly ports: readonly PodPort[];
  /** Where the ports are written. */
  readonly from: readonly Premise[];
}

interface PodPort {
  readonly name: string | undefined;
  readonly port: unknown;
  readonly protocol: string;
}

function selectedPorts(pods: readonly IndexedPod[]): SelectedPorts {
  let owner: CheckedObject | undefined;
  const from: Premise[] = [];
  const ports: PodPort[] = [];
  for (const { object, pod } of pods) {
    if (itemsAt(pod.spec, 'containers').length === 0) continue;
    owner ??= object;
    for (const list of ['containers', 'initContainers']) {
      const field = `${pod.specField}.${list}[].ports[]`;
      for (const key of ['name', 'containerPort', 'protocol']) {
        from.push([object, `${field}.${key}`]);
      }
    }
    for (const { container } of containersOf(pod)) addPorts(ports, container);
  }
  return { owner, ports, from };
}

function* targetPorts(
  object: CheckedObject,
  owner: CheckedObject,
  { ports, from }: SelectedPorts,
): Generator<Report> {
  for (const { item, index } of itemsAt(object.manifest, 'spec', 'ports')) {
    const target = item['targetPort'] ?? item['port'];
    const protocol = textAt(item, 'protocol') ?? 'TCP';
    if (typeof target === 'number' && ports.some(({ port }) => port === target)) continue;
    const name = describe(refOf(owner.manifest));
    const field = `spec.ports[${index}].${'targetPort' in item ? 'targetPort' : 'port'}`;
    if (typeof target === 'string') {
      const named = ports.filter((port) => port.name === target);
      if (named.some((one) => isSame(one.protocol, protocol))) continue;
      const names = [...new Set(ports.flatMap(({ name }) => name ?? []))];
      const choice = names.length > 0 ? ` Its port names are ${names.join(', ')}.` : '';
      yield {
        object,
        field,
        problem:
          named.length > 0
            ? `the port ${target} of ${name} is ${named[0]?.protocol ?? 'TCP'}, and this one is ${protocol}`
            : `${name} has no port named "${target}"`,
        fix:
          named.length > 0
            ? `Write protocol: ${named[0]?.protocol ?? 'TCP'}, or name a port that is ${protocol}.`
            : `Name a port of the pods, or give one the name ${target}.${choice}`,
        from: [...from, `spec.ports[${index}].protocol`],
        ...(named.length > 0 ? {} : { cause: [owner, portCause(target)] }),
      };
    } else if (typeof target === 'number') {
      // Ports that a container does not declare are reachable too, so this is no more than a hint.
      const declared = ports.flatMap(({ port }) => (typeof port === 'number' ? [port] : []));
      if (declared.length === 0) continue;
      yield {
        object,
        field,
        problem: `${name} declares the ports ${[...new Set(declared)].join(', ')}, not ${target}`,
        severity: 'warning',
      };
    }
  }
}

function addPorts(ports: PodPort[], container: Fields): void {
  for (const { item } of itemsAt(container, 'ports')) {
    ports.push({
      name: textAt(item, 'name'),
      port: item['containerPort'],
      protocol: textAt(item, 'protocol') ?? 'TCP',
    });
  }
}

/** A protocol that there isn't is reported as such, so it counts as the same. */
function isSame(a: string, b: string): boolean {
  return a === b || !protocols.has(a) || !protocols.has(b);
}

const protocols: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);
