import { show, shorten } from '../../errors';
import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { choiceOf } from '../../manifest/listed';
import { at, isFields, type Fields } from '../../manifest/manifest';
import type { PodContainer } from '../../manifest/relations';
import { isNoPort } from '../../manifest/scalars';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { portCause } from '../port-cause';

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

/** The probes of containers are such that the API server takes them and the kubelet can run them. */
export const validProbes: Check = {
  id: 'valid-probes',
  summary: 'A probe has one action, a port of its container and numbers that fit.',
  why: 'The API server refuses a probe with no action or several; one that names a port its container does not have fails for ever, and the container is restarted or never ready.',
  fix: 'Write one of exec, httpGet, tcpSocket and grpc, with a port of the container.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - name: http
          containerPort: 80
      readinessProbe:
        httpGet: { path: /, port: web }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - name: http
          containerPort: 80
      readinessProbe:
        httpGet: { path: /, port: http }
`,
  },
  *run(input) {
    for (const name of probes) {
      for (const container of objectIndex(input).containersWith(name)) {
        const probe = container.container[name];
        if (!isFields(probe)) continue;
        const { object } = container;
        const field = `${container.field}.${name}`;
        for (const found of probeProblems(name, probe, container)) {
          yield { object, ...found, field: found.field === '' ? field : `${field}.${found.field}` };
        }
      }
    }
  },
};

type Found = Omit<Report, 'object'>;

function* probeProblems(
  name: (typeof probes)[number],
  probe: Fields,
  container: PodContainer,
): Generator<Found> {
  const policy = `${container.field}.restartPolicy`;
  if (container.list === 'initContainers' && container.container['restartPolicy'] !== 'Always') {
    yield {
      field: '',
      problem: 'an init container cannot have probes',
      fix: 'Make it a sidecar with restartPolicy: Always, or take the probe out.',
      from: [policy],
      cause: policy,
    };
    return;
  }
  const actions = handlers.filter(
    (handler) => probe[handler] !== undefined && probe[handler] !== null,
  );
  // A probe with fields of other names is reported as such.
  const isMisspelt = Object.keys(probe).some((key) => !knownKeys.has(key));
  if (actions.length === 0 && !isMisspelt) {
    const place = `${container.field}.${name}`;
    const from = handlers.map((handler) => `${place}.${handler}`);
    yield { field: '', problem: 'the probe has no action', from };
  }
  if (actions.length > 1) {
    const problem = `the probe has ${actions.length} actions: ${actions.join(', ')}`;
    yield { field: '', problem, fix: 'Leave one of them.' };
  }
  const success = numberAt(probe, 'successThreshold');
  if (name !== 'readinessProbe' && success !== undefined && success > 1) {
    const problem = `must be 1 in a ${name}, got ${success}`;
    yield { field: 'successThreshold', problem, fix: 'Take it out, or write 1.' };
  }
  if (name === 'readinessProbe' && typeof probe['terminationGracePeriodSeconds'] === 'number') {
    const field = 'terminationGracePeriodSeconds';
    yield { field, problem: 'a readinessProbe cannot have it', fix: 'Take it out.' };
  }
  for (const key of counts) {
    const count = numberAt(probe, key);
    if (count === undefined || count >= 0) continue;
    yield { field: key, problem: `must be 0 or more, got ${count}`, fix: 'Write 0 or more.' };
  }
  for (const action of ['httpGet', 'tcpSocket', 'grpc']) {
    yield* portProblems(action, at(probe, action, 'port'), container);
  }
}

const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;
const knownKeys: ReadonlySet<string> = new Set([
  ...counts,
  ...handlers,
  'terminationGracePeriodSeconds',
]);

function* portProblems(
  action: string,
  port: unknown,
  { container, field: place }: PodContainer,
): Generator<Found> {
  const field = `${action}.port`;
  if (isNoPort(port)) {
    const problem = `must be within 1-65535, got ${port}`;
    yield { field, problem, fix: 'Write a port in that range.' };
  }
  if (typeof port !== 'string') return;
  const names = new Set(
    itemsAt(container, 'ports').flatMap(({ item }) => textAt(item, 'name') ?? []),
  );
  if (names.has(port)) return;
  const isNumber = /^\d+$/.test(port);
  yield {
    field,
    problem: `the container has no port named ${show(port)}`,
    fix: isNumber
      ? `Write ${shorten(port)} without quotes.`
      : names.size > 0
        ? `Write the number of a port, or one of the names ${choiceOf(names, port)}.`
        : 'Give a port of the container this name, or write the number of a port.',
    from: [`${place}.ports[].name`, `${place}.ports`],
    cause: portCause(port),
  };
}
