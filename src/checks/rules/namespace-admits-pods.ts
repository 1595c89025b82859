import type { Check } from '../check';
import { objectIndex } from '../object-index';
import { violationsOf } from '../pod-security';
import { baselineControls } from '../pod-security-baseline-controls';
import { enforcedLevel } from '../pod-security-levels';
import { restrictedControls } from '../pod-security-restricted-controls';

/** Pods are such that their Namespace lets them in. */
export const namespaceAdmitsPods: Check = {
  id: 'namespace-admits-pods',
  summary: 'Pods meet the level of the Pod Security Standards that their Namespace enforces.',
  why: 'The API server takes the Deployment and then refuses each of its pods, which shows only in the events of its ReplicaSet: it stays at 0 pods.',
  fix: 'Set the field as the level asks for, or lower the level of the Namespace.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  hostNetwork: true
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod, namespace } of objectIndex(input).pods) {
      const enforced = enforcedLevel(input, namespace);
      if (enforced === undefined || enforced.level === 'privileged') continue;
      // A PodTemplate makes no pods by itself.
      if (object.manifest.kind === 'PodTemplate') continue;
      const controls =
        enforced.level === 'baseline'
          ? baselineControls
          : [...baselineControls, ...restrictedControls];
      for (const { field, problem, fix } of violationsOf(controls, pod, enforced.minor)) {
        yield {
          object,
          field,
          problem: `Namespace ${namespace} enforces ${enforced.level}: ${problem}`,
          fix,
        };
      }
    }
  },
};
