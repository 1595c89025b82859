import { numberAt } from '../../manifest/fields';
import { isFields, type Fields } from '../../manifest/manifest';
import { isEqual } from '../../manifest/equal';
import type { Check } from '../check';
import { lastingContainers, ownPods } from '../own-pods';

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

/** A container is taken out of service before it is restarted. */
export const readinessUnlikeLiveness: Check = {
  id: 'readiness-unlike-liveness',
  summary: 'A livenessProbe asks something else than the readinessProbe, or is more patient.',
  why: 'With two equal probes, a container that is busy for a moment is restarted where it should only get no new connections; under load, all of them restart one after the other.',
  fix: 'Raise the failureThreshold of the livenessProbe, let it ask something simpler, or leave it out.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      readinessProbe:
        httpGet: { path: /, port: 80 }
      livenessProbe:
        httpGet: { path: /, port: 80 }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      readinessProbe:
        httpGet: { path: /, port: 80 }
      livenessProbe:
        httpGet: { path: /, port: 80 }
        failureThreshold: 10
`,
  },
  *run(input) {
    for (const pod of ownPods(input)) {
      for (const { container, field } of lastingContainers(pod)) {
        const { readinessProbe: readiness, livenessProbe: liveness } = container;
        if (!isFields(readiness) || !isFields(liveness)) continue;
        const action = handlers.find((handler) => isFields(readiness[handler]));
        if (action === undefined || !isEqual(readiness[action], liveness[action])) continue;
        const [ready, alive] = [patience(readiness), patience(liveness)];
        if (alive > ready) continue;
        yield {
          object: pod.object,
          field: `${field}.livenessProbe`,
          problem: `it asks the same as the readinessProbe and gives up no later: after ${alive} s of failures, the readinessProbe after ${ready} s`,
        };
      }
    }
  },
};

/** For how many seconds a probe may fail before something happens. The defaults are the API's. */
function patience(probe: Fields): number {
  return (numberAt(probe, 'periodSeconds') ?? 10) * (numberAt(probe, 'failureThreshold') ?? 3);
}
