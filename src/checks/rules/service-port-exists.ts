import { show, shorten } from '../../errors';
import { itemsAt, textOf, type ListItem } from '../../manifest/fields';
import { choiceOf, listed } from '../../manifest/listed';
import { describe, refOf, type Fields } from '../../manifest/manifest';
import type { Check, CheckedObject, Premise, Report } from '../check';
import { writtenPart } from '../label-selector';
import { objectIndex, type IndexedPod, type IndexedService } from '../object-index';
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
    for (const service of index.services) {
      const { object } = service;
      if (service.type === 'ExternalName') continue;
      const pods = index.selected(service.namespace, writtenPart(service.selector));
      if (isPlainlyRight(service, pods)) continue;
      let selected = known.get(pods);
      if (selected === undefined) known.set(pods, (selected = selectedPorts(pods)));
      if (selected.owner === undefined) continue;
      for (const found of targetPorts(service, selected.owner, selected)) {
        // What cannot be the name of a port is reported as such.
        if (!isReported(input, object, found.field)) yield found;
      }
    }
  },
};

/** Most Services have few ports, which the first of their pods has all: then nothing needs to be gathered. */
function isPlainlyRight({ ports }: IndexedService, [first]: readonly IndexedPod[]): boolean {
  return first !== undefined && ports.length < 10 && ports.every((port) => hasPort(first, port));
}

/** Tells whether a pod has the port that a port of a Service sends to. */
function hasPort({ pod }: IndexedPod, { item }: ListItem): boolean {
  const target = item['targetPort'] ?? item['port'];
  return pod.containers.some(({ ports }) =>
    ports.some(({ item: own }) =>
      typeof target === 'number'
        ? own['containerPort'] === target
        : own['name'] === target && isSame(protocolOf(own), protocolOf(item)),
    ),
  );
}

function protocolOf(port: Fields): string {
  return textOf(port['protocol']) ?? 'TCP';
}

const mostPremises = 60;

/** The ports of the pods that a Service selects. */
interface SelectedPorts {
  /** First object that makes such pods; a pod without containers is reported as such. */
  readonly owner: CheckedObject | undefined;
  /** The protocols of the ports of each name. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names, for messages. */
  readonly names: readonly string[];
  readonly numbers: ReadonlySet<number>;
  /** Where the ports are written, in the first of the pods: with thousands it is no longer about one slip. */
  readonly from: readonly Premise[];
}

function selectedPorts(pods: readonly IndexedPod[]): SelectedPorts {
  let owner: CheckedObject | undefined;
  const from: Premise[] = [];
  const named = new Map<string, Set<string>>();
  const numbers = new Set<number>();
  for (const { object, pod } of pods) {
    if (itemsAt(pod.spec, 'containers').length === 0) continue;
    owner ??= object;
    for (const list of ['containers', 'initContainers']) {
      const field = `${pod.specField}.${list}[].ports[]`;
      for (const key of ['name', 'containerPort', 'protocol']) {
        if (from.length < mostPremises) from.push([object, `${field}.${key}`]);
      }
    }
    for (const { item } of pod.containers.flatMap(({ ports }) => ports)) {
      const { containerPort } = item;
      if (typeof containerPort === 'number') numbers.add(containerPort);
      const name = textOf(item['name']);
      if (name === undefined) continue;
      const protocols = named.get(name) ?? new Set();
      named.set(name, protocols.add(protocolOf(item)));
    }
  }
  return { owner, named, names: [...named.keys()], numbers, from };
}

function* targetPorts(
  { object, ports: servicePorts }: IndexedService,
  pods: CheckedObject,
  { named, names, numbers, from }: SelectedPorts,
): Generator<Report> {
  const owner = describe(refOf(pods.manifest));
  for (const { item, index } of servicePorts) {
    const target = item['targetPort'] ?? item['port'];
    const protocol = protocolOf(item);
    const field = `spec.ports[${index}].${'targetPort' in item ? 'targetPort' : 'port'}`;
    if (typeof target === 'string') {
      const protocols = named.get(target);
      if (protocols === undefined) {
        const choice = names.length > 0 ? ` Its port names are ${choiceOf(names, target)}.` : '';
        yield {
          object,
          field,
          problem: `${owner} has no port named ${show(target)}`,
          fix: `Name a port of the pods, or give one the name ${shorten(target)}.${choice}`,
          from: [...from, `spec.ports[${index}].protocol`],
          cause: [pods, portCause(target)],
        };
      } else if (![...protocols].some((one) => isSame(one, protocol))) {
        const [own = 'TCP'] = protocols;
        yield {
          object,
          field,
          problem: `the port ${shorten(target)} of ${owner} is ${own}, and this one is ${protocol}`,
          fix: `Write protocol: ${own}, or name a port that is ${protocol}.`,
          from: [...from, `spec.ports[${index}].protocol`],
        };
      }
    } else if (typeof target === 'number' && numbers.size > 0 && !numbers.has(target)) {
      // Ports that a container does not declare are reachable too, so this is no more than a hint.
      yield {
        object,
        field,
        problem: `${owner} declares the ports ${listed(numbers)}, not ${target}`,
        severity: 'warning',
      };
    }
  }
}

/** A protocol that there isn't is reported as such, so it counts as the same. */
function isSame(a: string, b: string): boolean {
  return a === b || !protocols.has(a) || !protocols.has(b);
}

const protocols: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);
