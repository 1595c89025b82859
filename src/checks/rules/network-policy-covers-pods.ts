import { at, groupOf } from '../../manifest/manifest';
import type { Check } from '../check';
import { ownPods } from '../own-pods';
import { isExternal } from '../references';
import { SelectorIndex } from '../selector-index';

/** Groups whose policies select pods in ways of their own. */
const otherPolicies: ReadonlySet<string> = new Set([
  'cilium.io',
  'crd.projectcalico.org',
  'projectcalico.org',
  'policy.networking.k8s.io',
]);

/** A NetworkPolicy says who may reach each pod. */
export const networkPolicyCoversPods: Check = {
  id: 'network-policy-covers-pods',
  summary: 'A NetworkPolicy selects each pod.',
  why: 'A pod that no NetworkPolicy selects can be reached by every pod of the cluster, those of other teams and those that someone broke into among them.',
  fix: 'Add a NetworkPolicy that selects the pod and names who may reach it; the network plugin has to enforce it, as Calico and Cilium do and flannel does not.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: { app: web }
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: { app: web }
spec:
  containers:
    - name: web
      image: nginx:1.27.3
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels: { app: web }
  policyTypes: [Ingress]
  ingress:
    - ports:
        - port: 80
`,
  },
  *run(input) {
    if (input.objects.some(({ manifest }) => otherPolicies.has(groupOf(manifest.apiVersion))))
      return;
    const policies = new SelectorIndex(
      input,
      'networking.k8s.io/NetworkPolicy',
      ({ manifest }) => at(manifest, 'spec', 'podSelector') ?? {},
    );
    for (const pod of ownPods(input)) {
      // Policies don't reach a pod in the network of its node.
      if (pod.pod.spec['hostNetwork'] === true || policies.hasFor(pod)) continue;
      if (isExternal(input, 'NetworkPolicy', pod.namespace, '*')) continue;
      yield { object: pod.object, field: '', problem: 'no NetworkPolicy selects the pods' };
    }
  },
};
