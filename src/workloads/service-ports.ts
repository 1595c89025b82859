import { show, type Problem } from '../errors';
import type { ServicePort } from '../facts/kubernetes/api/core-v1.generated';
import { dnsLabelProblem, portNameProblem } from '../manifest/names';
import { portProblem } from '../manifest/scalars';
import { isResolvedLater } from '../manifest/literal';
import { problemAt, valueProblem } from './place';
import type { ServiceProps } from './service-props';
import type { TargetPort } from './service-target';

/** What the props of a Service say about its ports. */
export type SaidPorts = Pick<ServiceProps, 'port' | 'targetPort' | 'ports'> & {
  readonly nodePort?: number;
};

/** The ports of a Service, and what is wrong with them. */
export interface ServicePorts {
  /** The ports in full: protocol, port and targetPort each, and a name where there are several. */
  readonly ports: readonly ServicePort[];
  /** Everything that is wrong with them. */
  readonly problems: readonly Problem[];
}

/** Completes the ports of a Service from those of the pods that it selects. */
export function servicePorts(
  path: string,
  said: SaidPorts,
  targets: readonly TargetPort[],
): ServicePorts {
  const wanted = wantedPorts(said, targets);
  const ports = wanted.map((item) => {
    const target = targetOf(item, targets);
    const { port, protocol = target?.protocol ?? 'TCP' } = item;
    const name = item.name ?? target?.name ?? `${protocol.toLowerCase()}-${port}`;
    return {
      name: wanted.length > 1 ? name : item.name,
      protocol,
      appProtocol: item.appProtocol,
      port,
      targetPort: item.targetPort ?? target?.number ?? port,
      nodePort: wanted.length > 1 ? item.nodePort : (item.nodePort ?? said.nodePort),
    };
  });
  return {
    ports,
    problems: [
      ...shorthandProblems(path, said, wanted),
      ...wanted.flatMap((item) => targetProblems(path, item, targets)),
      // A targetPort that wasn't said repeats another number, which is judged where that was said.
      ...ports.flatMap((port, index) =>
        portProblems(path, { ...port, targetPort: wanted[index]?.targetPort }),
      ),
    ],
  };
}

function wantedPorts(
  { port, targetPort, ports }: SaidPorts,
  targets: readonly TargetPort[],
): readonly ServicePort[] {
  if (ports !== undefined) return ports;
  if (port !== undefined) return [{ port, targetPort }];
  if (targetPort === undefined) {
    return targets.map(({ number, protocol }) => ({ port: number, protocol }));
  }
  const named = targets.find(({ number, name }) => number === targetPort || name === targetPort);
  const target = named ?? (targets.length === 1 ? targets[0] : undefined);
  const number = target?.number ?? targetPort;
  return typeof number === 'string' ? [] : [{ port: number, targetPort }];
}

/** The pods' port that a Service's port leads to: as it says, by name, by number, or the only one. */
function targetOf(
  { name, port, protocol, targetPort }: ServicePort,
  all: readonly TargetPort[],
): TargetPort | undefined {
  const targets = all.filter((target) => protocol === undefined || target.protocol === protocol);
  if (targetPort !== undefined) {
    return targets.find((target) => target.number === targetPort || target.name === targetPort);
  }
  return (
    targets.find((target) => name !== undefined && target.name === name) ??
    targets.find((target) => target.number === port) ??
    (targets.length === 1 ? targets[0] : undefined)
  );
}

function shorthandProblems(
  path: string,
  { port, targetPort, nodePort, ports }: SaidPorts,
  wanted: readonly ServicePort[],
): Problem[] {
  if (wanted.length === 0) {
    const rule = 'must be given, since what it selects names no such port';
    const got = targetPort === undefined ? 'nothing' : `targetPort ${show(targetPort)} alone`;
    return problemAt(path, 'port', rule, got, 'Give a port such as 80, here or to the workload.');
  }
  if (ports !== undefined) {
    const short = Object.entries({ port, targetPort, nodePort });
    return short.flatMap(([field, value]) => {
      const rule = value === undefined ? undefined : 'must be left out where ports is given';
      return valueProblem(path, field, rule, value, 'Say it in ports.');
    });
  }
  if (nodePort === undefined || wanted.length === 1) return [];
  const rule = 'must belong to one port of the workload';
  const got = `${show(nodePort)} for the ports ${wanted.map((each) => show(each.port)).join(', ')}`;
  return problemAt(path, 'nodePort', rule, got, 'Choose one with `port`, or write all in `ports`.');
}

/** A port that is none of the workload's own must say where its traffic goes. */
function targetProblems(
  path: string,
  item: ServicePort,
  targets: readonly TargetPort[],
): Problem[] {
  if (item.targetPort !== undefined || targets.length === 0) return [];
  if (targetOf(item, targets) !== undefined) return [];
  const rule = 'must be given where the workload has no such port';
  const got = `port ${show(item.port)} for ${targets.map(({ number }) => show(number)).join(', ')}`;
  return problemAt(path, 'targetPort', rule, got, 'Say which port of the pods gets the traffic.');
}

function portProblems(path: string, { name, port, targetPort, nodePort }: ServicePort): Problem[] {
  const number = (field: string, value: unknown): Problem[] =>
    value === undefined || isResolvedLater(value)
      ? []
      : valueProblem(path, field, portProblem(value), value, 'Give a number such as 80.');
  return [
    ...number('port', port),
    ...(typeof targetPort === 'string'
      ? valueProblem(
          path,
          'targetPort',
          portNameProblem(targetPort),
          targetPort,
          "Give a number without quotes, or the name of one of the container's ports.",
        )
      : number('targetPort', targetPort)),
    ...number('nodePort', nodePort),
    ...(name === undefined || isResolvedLater(name)
      ? []
      : valueProblem(
          path,
          'the name of a port',
          dnsLabelProblem(name),
          name,
          'Choose a name such as "http".',
        )),
  ];
}
