import { minorOf } from '../../facts/kubernetes/minor';
import type { Check } from '../check';
import { ownPods } from '../own-pods';
import { violationsOf } from '../pod-security';
import { baselineControls } from '../pod-security-baseline-controls';
import { isBelow, isEnforced } from '../pod-security-levels';

/** Pods meet the level baseline of the Pod Security Standards. */
export const podSecurityBaseline: Check = {
  id: 'pod-security-baseline',
  summary:
    'Pods meet the level baseline of the Pod Security Standards, as the Kubernetes version has it.',
  why: 'The level forbids what is known to let a container out to its node. A Namespace that enforces it refuses such pods. One that is labelled pod-security.kubernetes.io/enforce: privileged among the objects is passed over.',
  fix: 'Take the field out.',
  severity: 'warning',
  profiles: ['production'],
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
        - { containerPort: 80, hostPort: 80 }
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
        - { containerPort: 80 }
`,
  },
  *run(input) {
    const minor = minorOf(input.kubernetesVersion);
    for (const { object, pod, namespace } of ownPods(input)) {
      if (isBelow(input, namespace, 'baseline')) continue;
      if (isEnforced(input, namespace, 'baseline')) continue;
      for (const found of violationsOf(baselineControls, pod, minor)) yield { object, ...found };
    }
  },
};
