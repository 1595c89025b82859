import { fieldsAt, itemsAt } from '../../manifest/fields';
import { minorOf } from '../../facts/kubernetes/minor';
import type { Check } from '../check';
import { selects } from '../label-selector';
import type { IndexedPod } from '../object-index';
import { ownPods } from '../own-pods';
import { replicaCount } from '../replica-counts';
import { hasOneWorker } from '../worker-hosts';

/** Several replicas are told to run on several hosts. */
export const spreadOverHosts: Check = {
  id: 'spread-over-hosts',
  summary:
    'Several replicas are spread over hosts by podAntiAffinity or topologySpreadConstraints.',
  why: 'The scheduler only prefers to spread the pods of a workload, and weighs it against all else: on full nodes, or after one came back, all replicas may be on one host and go down with it.',
  fix: 'Write topologySpreadConstraints with topologyKey: kubernetes.io/hostname, maxSkew: 1 and a labelSelector that matches the pods.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      containers:
        - name: web
          image: nginx:1.27.3
`,
  },
  *run(input) {
    if (hasOneWorker(input)) return;
    // From 1.20 on, the scheduler has constraints of its own for pods without any.
    const byDefault =
      minorOf(input.kubernetesVersion) >= 20
        ? "only the scheduler's own preference (maxSkew 3 over hosts, 5 over zones) spreads them"
        : 'nothing but the free room of the nodes spreads them';
    for (const pod of ownPods(input)) {
      const count = replicaCount(input, pod.object);
      if (count === undefined || count.least < 2) continue;
      const rules = rulesOf(pod);
      if (rules.some((selector) => selects(selector, pod.pod.labels))) continue;
      const problem =
        rules.length > 0
          ? `the rules that should spread ${count.least} replicas select none of their pods`
          : `${count.least} replicas, and ${byDefault}`;
      yield { object: pod.object, field: pod.pod.specField, problem };
    }
  },
};

/** The selectors of all rules that keep pods apart. */
function rulesOf({ pod: { spec, labels } }: IndexedPod): readonly unknown[] {
  const constraints = itemsAt(spec, 'topologySpreadConstraints').map(({ item }) => {
    const keys = item['matchLabelKeys'];
    const own = Array.isArray(keys) && keys.some((key) => Object.hasOwn(labels, String(key)));
    // Keys of labels stand for the pod's own values, with or without a selector beside them.
    return item['labelSelector'] ?? (own ? {} : undefined);
  });
  const affinity = fieldsAt(spec, 'affinity', 'podAntiAffinity');
  const required = itemsAt(affinity, 'requiredDuringSchedulingIgnoredDuringExecution').map(
    ({ item }) => item['labelSelector'],
  );
  const preferred = itemsAt(affinity, 'preferredDuringSchedulingIgnoredDuringExecution').map(
    ({ item }) => fieldsAt(item, 'podAffinityTerm')['labelSelector'],
  );
  return [...constraints, ...required, ...preferred];
}
