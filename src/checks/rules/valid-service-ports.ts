import { show } from '../../errors';
import { numberAt, textAt, textOf } from '../../manifest/fields';
import { isFields, type Fields } from '../../manifest/manifest';
import { dnsLabelProblem } from '../../manifest/names';
import { isNoPort } from '../../manifest/scalars';
import type { Check, Report } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex, type IndexedService } from '../object-index';
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
  run(input) {
    const found: Report[] = [];
    for (const service of objectIndex(input).services) {
      for (const one of typeProblems(service)) {
        if (!isReported(input, service.object, one.field)) found.push(one);
      }
      addPortProblems(found, service);
    }
    return found;
  },
};

function typeProblems({ object, spec, type }: IndexedService): readonly Report[] {
  const found: Report[] = [];
  const ports = spec['ports'] ?? [];
  const isHeadless = spec['clusterIP'] === 'None';
  const hasNone = Array.isArray(ports) && ports.length === 0;
  // A spec that is no mapping is reported by its type.
  const isSound = isFields(object.manifest['spec'] ?? spec);
  if (hasNone && isSound && type !== 'ExternalName' && !isHeadless) {
    const fix = 'Add a port, such as "- port: 80".';
    const problem = 'the Service has no ports';
    const from = ['spec.type', 'spec.clusterIP'];
    found.push({ object, field: 'spec.ports', problem, fix, from });
  }
  if (type === 'ExternalName' && textOf(spec['externalName']) === undefined) {
    const fix = 'Write the DNS name that the Service stands for.';
    found.push({ object, field: 'spec.externalName', problem: 'externalName is missing', fix });
  }
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer')) {
    const problem = `a Service of type ${type} cannot have clusterIP: None`;
    found.push({ object, field: 'spec.clusterIP', problem, fix: 'Take one of the two out.' });
  }
  if (type === 'ClusterIP' && textOf(spec['externalTrafficPolicy']) !== undefined) {
    found.push({
      object,
      field: 'spec.externalTrafficPolicy',
      problem: 'externalTrafficPolicy is only for the types NodePort and LoadBalancer',
      fix: 'Write one of these types, or take it out.',
      from: ['spec.type'],
      cause: 'spec.type',
    });
  }
  if (spec['sessionAffinityConfig'] !== undefined && spec['sessionAffinity'] !== 'ClientIP') {
    found.push({
      object,
      field: 'spec.sessionAffinityConfig',
      problem:
        'the server drops sessionAffinityConfig in silence unless sessionAffinity is ClientIP',
      fix: 'Write sessionAffinity: ClientIP, or take sessionAffinityConfig out.',
      severity: 'warning',
    });
  }
  return found;
}

function addPortProblems(found: Report[], { object, type, ports }: IndexedService): void {
  const twice = duplicates(ports, ({ item }) => numberKey(item));
  // One that is written twice needs no name once it stands there once.
  const isSeveral = ports.length - twice.length > 1;
  for (const { item, index } of ports) {
    const field = `spec.ports[${index}]`;
    const name = textOf(item['name']);
    if (isSeveral && name === undefined) {
      const problem = 'a Service with several ports needs a name for each';
      const fix = 'Give the port a name.';
      found.push({ object, field: `${field}.name`, problem, fix, cause: 'names of spec.ports' });
    }
    const nameProblem = name === undefined ? undefined : dnsLabelProblem(name);
    if (nameProblem !== undefined) {
      found.push({
        object,
        field: `${field}.name`,
        problem: `${nameProblem}, got ${show(name)}`,
        fix: 'Write a name such as http.',
      });
    }
    for (const key of numbers) {
      const number = item[key];
      if (!isNoPort(number)) continue;
      // A targetPort of 0 is one that isn't written: the server takes the port.
      if (key === 'targetPort' && number === 0) continue;
      found.push({
        object,
        field: `${field}.${key}`,
        problem: `${key} must be within 1-65535, got ${number}`,
        fix: 'Write a port in that range.',
      });
    }
    if (type === 'ClusterIP' && (numberAt(item['nodePort']) ?? 0) !== 0) {
      found.push({
        object,
        field: `${field}.nodePort`,
        problem: 'nodePort may not be used when the type is ClusterIP',
        fix: 'Write type: NodePort, or take nodePort out.',
        from: ['spec.type'],
        cause: 'spec.type',
      });
    }
  }
  for (const { entry, key } of duplicates(ports, ({ item }) => textOf(item['name']))) {
    const problem = `another port of the Service has the name ${show(key)}`;
    const cause = `spec.ports[${entry.index}]`;
    found.push({ object, field: `${cause}.name`, problem, cause });
  }
  for (const { entry, first, key } of twice) {
    const problem = `the Service has the port ${key} already`;
    // The protocol of each of the two tells them apart.
    const from = [first.index, entry.index].map((index) => `spec.ports[${index}].protocol`);
    const cause = `spec.ports[${entry.index}]`;
    found.push({ object, field: `${cause}.port`, problem, from, cause });
  }
}

const numbers = ['port', 'targetPort'] as const;

function numberKey(port: Fields): string | undefined {
  const number = numberAt(port, 'port');
  return number === undefined ? undefined : `${number} ${textAt(port, 'protocol') ?? 'TCP'}`;
}
