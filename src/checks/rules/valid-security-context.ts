import { numberAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

/** The security context of a container does not contradict itself. */
export const validSecurityContext: Check = {
  id: 'valid-security-context',
  summary:
    'Users and groups are numbers that Linux has, and the settings of a container fit together.',
  why: 'The API server refuses users below 0, and a privileged container that may not gain privileges; the node does not start a container that must not be root and is.',
  fix: 'Write a number from 0 to 2147483647.',
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
      securityContext:
        runAsNonRoot: true
        runAsUser: 0
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const { object, pod } of index.podsWith('shareProcessNamespace')) {
      if (pod.spec['shareProcessNamespace'] !== true || pod.spec['hostPID'] !== true) continue;
      yield {
        object,
        field: `${pod.specField}.shareProcessNamespace`,
        problem: 'shareProcessNamespace and hostPID may not both be true',
        fix: 'Take one of the two out.',
      };
    }
    const pods = new Map(
      [...index.podsWith('securityContext'), ...index.containersWith('securityContext')].map(
        ({ object, pod }) => [pod, object],
      ),
    );
    for (const [pod, object] of pods) {
      const common = at(pod.spec, 'securityContext');
      const field = `${pod.specField}.securityContext`;
      for (const found of idProblems(common, field)) yield { object, ...found };
      for (const found of profileProblems(common, field)) yield { object, ...found };
      for (const one of pod.containers) {
        const own = at(one.container, 'securityContext');
        if (own === undefined && common === undefined) continue;
        const place = `${one.field}.securityContext`;
        for (const found of idProblems(own, place)) yield { object, ...found };
        for (const found of profileProblems(own, place)) yield { object, ...found };
        for (const found of containerProblems(own, common, place)) yield { object, ...found };
      }
    }
  },
};

type Found = Omit<Report, 'object'>;

function* idProblems(context: unknown, field: string): Generator<Found> {
  for (const key of ['runAsUser', 'runAsGroup', 'fsGroup']) {
    const id = numberAt(context, key) ?? 0;
    if (id >= 0 && id <= 2147483647) continue;
    yield { field: `${field}.${key}`, problem: `must be within 0-2147483647, got ${id}` };
  }
}

/** A profile of seccomp or AppArmor has a file where it is on the node, and only there. */
function* profileProblems(context: unknown, field: string): Generator<Found> {
  for (const key of ['seccompProfile', 'appArmorProfile']) {
    const type = textAt(context, key, 'type');
    if (type === undefined) continue;
    const place = `${field}.${key}.localhostProfile`;
    const file = at(context, key, 'localhostProfile') ?? undefined;
    if (type === 'Localhost' && file === undefined) {
      const problem = 'the type Localhost needs localhostProfile';
      yield { field: place, problem, fix: 'Write the name of the profile on the node.' };
    } else if (type !== 'Localhost' && file !== undefined) {
      const problem = `localhostProfile is only for the type Localhost, got ${type}`;
      yield { field: place, problem, fix: 'Take it out, or write type: Localhost.' };
    }
  }
}

function* containerProblems(own: unknown, common: unknown, field: string): Generator<Found> {
  const of = (key: string): unknown => at(own, key) ?? at(common, key);
  if (of('runAsNonRoot') === true && of('runAsUser') === 0) {
    yield {
      field: `${field}.runAsUser`,
      problem: 'the container must not run as root (runAsNonRoot), and runs as the user 0',
      fix: 'Write the number of another user, such as 1000, or take runAsNonRoot out.',
    };
  }
  if (at(own, 'allowPrivilegeEscalation') !== false) return;
  const added = at(own, 'capabilities', 'add');
  const isAdmin = Array.isArray(added) && added.includes('CAP_SYS_ADMIN');
  if (at(own, 'privileged') !== true && !isAdmin) return;
  yield {
    field: `${field}.allowPrivilegeEscalation`,
    problem: `must not be false beside ${isAdmin ? 'the capability CAP_SYS_ADMIN' : 'privileged: true'}`,
    fix: 'Take one of the two out.',
  };
}
