import { show, type Problem } from '../errors';
import { itemsAt } from '../manifest/fields';
import { at, isFields, type Fields } from '../manifest/manifest';
import { dnsLabelProblem, portNameProblem } from '../manifest/names';
import { imageProblem, portProblem } from '../manifest/scalars';
import { isLiteralFields, isResolvedLater } from '../manifest/literal';
import { problemAt, valueProblem } from './place';

/**
 * What the API server would refuse in a pod, as far as one construct can tell: names, images, ports.
 * Values known only at synth pass.
 */
export function podProblems(path: string, pod: Fields): Problem[] {
  const names = new Set<unknown>();
  const containers = [...literalItems(pod, 'initContainers'), ...literalItems(pod, 'containers')];
  return [
    ...containers.flatMap((container) => {
      const repeated = names.has(container['name']);
      names.add(container['name']);
      return [
        ...(repeated ? repeatedProblem(path, container) : []),
        ...containerProblems(path, container),
      ];
    }),
    ...literalItems(pod, 'volumes').flatMap((volume) =>
      unlessLater(volume['name'], (name) =>
        valueProblem(
          path,
          'the name of a volume',
          dnsLabelProblem(name),
          name,
          'Choose a name such as "data".',
        ),
      ),
    ),
  ];
}

function repeatedProblem(path: string, container: Fields): Problem[] {
  return problemAt(
    path,
    'the name of a container',
    'must be used once in a pod',
    `${show(container['name'])} twice`,
    'Give each container, init containers included, a name of its own.',
  );
}

function containerProblems(path: string, container: Fields): Problem[] {
  const who = `container ${show(container['name'])}`;
  return [
    ...unlessLater(container['name'], (name) =>
      valueProblem(
        path,
        'the name of a container',
        dnsLabelProblem(name),
        name,
        "Choose a name such as \"web\": `container: { name: 'web' }` sets the main container's, which is otherwise the construct's id.",
      ),
    ),
    ...unlessLater(container['image'], (image) =>
      valueProblem(
        path,
        `the image of ${who}`,
        imageProblem(image),
        image,
        'Give an image such as "nginx:1.27".',
      ),
    ),
    ...portListProblems(path, who, container),
    ...probes.flatMap((probe) =>
      isFields(container[probe]) ? probeProblems(path, probe, who, container[probe]) : [],
    ),
  ];
}

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;

function probeProblems(path: string, probe: string, who: string, fields: Fields): Problem[] {
  return ['httpGet', 'tcpSocket', 'grpc'].flatMap((action) => {
    const port = at(fields, action, 'port');
    return port === undefined ? [] : portRefProblems(path, `${probe} of ${who}`, port);
  });
}

function portListProblems(path: string, who: string, container: Fields): Problem[] {
  const names = new Set<unknown>();
  return literalItems(container, 'ports').flatMap(({ containerPort, hostPort, name }) => {
    const repeated = name !== undefined && names.has(name);
    names.add(name);
    return [
      ...numberProblems(path, `a port of ${who}`, containerPort),
      ...(hostPort === undefined ? [] : numberProblems(path, `a hostPort of ${who}`, hostPort)),
      ...(name === undefined
        ? []
        : unlessLater(name, () =>
            valueProblem(
              path,
              `the name of a port of ${who}`,
              repeated ? 'must be used once in a container' : portNameProblem(name),
              name,
              'Choose a name such as "http".',
            ),
          )),
    ];
  });
}

/** A probe's port is a number or the name of a container's port. */
function portRefProblems(path: string, whose: string, port: unknown): Problem[] {
  if (typeof port !== 'string') return numberProblems(path, `the port of ${whose}`, port);
  const fix = "Give a number without quotes, or the name of one of the container's ports.";
  return valueProblem(path, `the port of ${whose}`, portNameProblem(port), port, fix);
}

function numberProblems(path: string, field: string, port: unknown): Problem[] {
  return unlessLater(port, () =>
    valueProblem(path, field, portProblem(port), port, 'Give a number such as 8080.'),
  );
}

function literalItems(fields: Fields, list: string): Fields[] {
  return itemsAt(fields, list)
    .map(({ item }) => item)
    .filter(isLiteralFields);
}

function unlessLater(value: unknown, problems: (value: unknown) => Problem[]): Problem[] {
  return isResolvedLater(value) ? [] : problems(value);
}
