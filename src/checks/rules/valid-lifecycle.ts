import { show } from '../../errors';
import { fieldsAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import { portNameProblem } from '../../manifest/names';
import { isNoPort } from '../../manifest/scalars';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** A hook of a container does one thing. */
export const validLifecycle: Check = {
  id: 'valid-lifecycle',
  summary: 'postStart and preStop each have one handler.',
  why: 'The API server refuses a hook without a handler, or with several.',
  fix: 'Write one of exec, httpGet, sleep and tcpSocket.',
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
      lifecycle:
        preStop:
          exec: { command: [sleep, '5'] }
          httpGet: { path: /stop, port: 80 }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      lifecycle:
        preStop:
          exec: { command: [sleep, '5'] }
`,
  },
  *run(input) {
    for (const { object, container, field, list } of objectIndex(input).containersWith(
      'lifecycle',
    )) {
      if (list === 'initContainers' && container['restartPolicy'] !== 'Always') {
        const problem = 'an init container cannot have a lifecycle';
        const fix = 'Make it a sidecar with restartPolicy: Always, or take lifecycle out.';
        const cause = `${field}.restartPolicy`;
        yield { object, field: `${field}.lifecycle`, problem, fix, from: [cause], cause };
        continue;
      }
      for (const name of ['postStart', 'preStop']) {
        const hook = fieldsAt(container, 'lifecycle', name);
        for (const action of ['httpGet', 'tcpSocket']) {
          const port = at(hook, action, 'port');
          const problem = typeof port === 'string' ? portNameProblem(port) : undefined;
          if (!isNoPort(port) && problem === undefined) continue;
          yield {
            object,
            field: `${field}.lifecycle.${name}.${action}.port`,
            problem: `${problem ?? 'must be within 1-65535'}, got ${show(port)}`,
            fix: 'Write the number or the name of a port.',
          };
        }
        const keys = Object.keys(hook).filter((key) => hook[key] !== null);
        // An unknown handler is reported as such.
        if (keys.length === 1 || keys.some((key) => !handlers.has(key))) continue;
        if (!isFields(at(container, 'lifecycle', name))) continue;
        const problem =
          keys.length === 0
            ? `${name} has no handler`
            : `${name} has ${keys.length} handlers: ${keys.join(', ')}`;
        const place = `${field}.lifecycle.${name}`;
        const from = [...handlers].map((handler) => `${place}.${handler}`);
        yield { object, field: place, problem, from };
      }
    }
  },
};

const handlers: ReadonlySet<string> = new Set(['exec', 'httpGet', 'sleep', 'tcpSocket']);
