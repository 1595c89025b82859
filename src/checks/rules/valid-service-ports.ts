import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { at, isFields, type Fields } from '../../manifest/manifest';
import { dnsLabelProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** The ports of a Service are such that the API server takes them. */
export const validServicePorts: Check = {
  id: 'valid-service-ports',
  summary: 'A Service has ports, each told apart from the others, that fit its type.',
  why: 'The API server refuses a Service without ports, several ports without names, one port twice, and a nodePort on a ClusterIP Service.',
  fix: 'Write each port once, with a name where there are several.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
    - port: 443
`,
    right: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - name: http
      port: 80
    - name: https
      port: 443
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('/Service')) {
      const type = textAt(object.manifest, 'spec', 'type') ?? 'ClusterIP';
      for (const found of typeProblems(object, type)) {
        if (!isReported(input, object, found.field)) yield found;
      }
      yield* portProblems(object, type);
    }
  },
};

function* typeProblems(object: CheckedObject, type: string): Generator<Report> {
  // What is no mapping is reported by its type.
  const spec = at(object.manifest, 'spec') ?? {};
  if (!isFields(spec)) return;
  const ports = at(spec, 'ports');
  const isHeadless = at(spec, 'clusterIP') === 'None';
  const hasNone =
    ports === undefined || ports === null || (Array.isArray(ports) && ports.length === 0);
  if (hasNone && type !== 'ExternalName' && !isHeadless) {
    const fix = 'Add a port, such as "- port: 80".';
    const problem = 'the Service has no ports';
    yield { object, field: 'spec.ports', problem, fix, from: ['spec.type', 'spec.clusterIP'] };
  }
  if (type === 'ExternalName' && textAt(spec, 'externalName') === undefined) {
    const fix = 'Write the DNS name that the Service stands for.';
    yield { object, field: 'spec.externalName', problem: 'externalName is missing', fix };
  }
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer')) {
    const problem = `a Service of type ${type} cannot have clusterIP: None`;
    yield { object, field: 'spec.clusterIP', problem, fix: 'Take one of the two out.' };
  }
  if (type === 'ClusterIP' && textAt(spec, 'externalTrafficPolicy') !== undefined) {
    yield {
      object,
      field: 'spec.externalTrafficPolicy',
      problem: 'externalTrafficPolicy is only for the types NodePort and LoadBalancer',
      fix: 'Write one of these types, or take it out.',
      from: ['spec.type'],
      cause: 'spec.type',
    };
  }
  if (
    at(spec, 'sessionAffinityConfig') !== undefined &&
    textAt(spec, 'sessionAffinity') !== 'ClientIP'
  ) {
    yield {
      object,
      field: 'spec.sessionAffinityConfig',
      problem:
        'the server drops sessionAffinityConfig in silence unless sessionAffinity is ClientIP',
      fix: 'Write sessionAffinity: ClientIP, or take sessionAffinityConfig out.',
      severity: 'warning',
    };
  }
}

function* portProblems(object: CheckedObject, type: string): Generator<Report> {
  const ports = itemsAt(object.manifest, 'spec', 'ports');
  const twice = duplicates(ports, ({ item }) => numberKey(item));
  // One that is written twice needs no name once it stands there once.
  const isSeveral = ports.length - twice.length > 1;
  for (const { item, index } of ports) {
    const field = `spec.ports[${index}]`;
    if (isSeveral && textAt(item, 'name') === undefined) {
      const problem = 'a Service with several ports needs a name for each';
      const fix = 'Give the port a name.';
      yield { object, field: `${field}.name`, problem, fix, cause: 'names of spec.ports' };
    }
    const nameProblem = textAt(item, 'name') && dnsLabelProblem(item['name']);
    if (nameProblem) {
      yield {
        object,
        field: `${field}.name`,
        problem: `${nameProblem}, got "${textAt(item, 'name') ?? ''}"`,
        fix: 'Write a name such as http.',
      };
    }
    for (const key of ['port', 'targetPort']) {
      const number = numberAt(item, key);
      if (number === undefined || !Number.isInteger(number) || (number >= 1 && number <= 65535))
        continue;
      // A targetPort of 0 is one that isn't written: the server takes the port.
      if (key === 'targetPort' && number === 0) continue;
      yield {
        object,
        field: `${field}.${key}`,
        problem: `${key} must be within 1-65535, got ${number}`,
        fix: 'Write a port in that range.',
      };
    }
    if (type === 'ClusterIP' && (numberAt(item, 'nodePort') ?? 0) !== 0) {
      yield {
        object,
        field: `${field}.nodePort`,
        problem: 'nodePort may not be used when the type is ClusterIP',
        fix: 'Write type: NodePort, or take nodePort out.',
        from: ['spec.type'],
        cause: 'spec.type',
      };
    }
  }
  for (const { entry, key } of duplicates(ports, ({ item }) => textAt(item, 'name'))) {
    const problem = `another port of the Service has the name "${key}"`;
    const cause = `spec.ports[${entry.index}]`;
    yield { object, field: `${cause}.name`, problem, cause };
  }
  for (const { entry, first, key } of twice) {
    const problem = `the Service has the port ${key} already`;
    // The protocol of each of the two tells them apart.
    const from = [first.index, entry.index].map((index) => `spec.ports[${index}].protocol`);
    const cause = `spec.ports[${entry.index}]`;
    yield { object, field: `${cause}.port`, problem, from, cause };
  }
}

function numberKey(port: Fields): string | undefined {
  const number = numberAt(port, 'port');
  return number === undefined ? undefined : `${number} ${textAt(port, 'protocol') ?? 'TCP'}`;
}
