import { minorOf } from '../../facts/kubernetes/minor';
import type { Check } from '../check';
import { ownPods } from '../own-pods';
import { violationsOf } from '../pod-security';
import { isBelow, isEnforced } from '../pod-security-levels';
import { restrictedControls } from '../pod-security-restricted-controls';

/** Pods meet what the level restricted of the Pod Security Standards adds to baseline. */
export const podSecurityRestricted: Check = {
  id: 'pod-security-restricted',
  summary:
    'Pods meet what the level restricted of the Pod Security Standards adds to baseline, as the Kubernetes version has it.',
  why: 'Restricted pods run without root, without rights they do not need, and with fewer calls to the kernel, so a fault in a program stays one in that program. A Namespace whose pod-security.kubernetes.io labels among the objects name a lower level only is passed over.',
  fix: 'Set the field as restricted asks for.',
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
      image: nginxinc/nginx-unprivileged:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile: { type: RuntimeDefault }
  containers:
    - name: web
      image: nginxinc/nginx-unprivileged:1.27.3
      securityContext:
        allowPrivilegeEscalation: false
        capabilities: { drop: [ALL] }
`,
  },
  *run(input) {
    const minor = minorOf(input.kubernetesVersion);
    for (const { object, pod, namespace } of ownPods(input)) {
      if (isBelow(input, namespace, 'restricted')) continue;
      if (isEnforced(input, namespace, 'restricted')) continue;
      for (const found of violationsOf(restrictedControls, pod, minor)) yield { object, ...found };
    }
  },
};
