import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { at, type Manifest } from '../../manifest/manifest';
import type { Check } from '../check';
import { isInstalled } from '../cluster-software';
import { kubeKeyClusters } from '../kubekey-clusters';
import { objectIndex } from '../object-index';

/** Software that gives addresses to Services of the type LoadBalancer, by the words that tell it. */
const software =
  /metallb|openelb|network\.kubesphere\.io|porterlb|kube-vip-cloud|purelb|loxilb|klipper|servicelb|ciliumloadbalancerippool|cloud-controller|cloud-provider|\bccm\b/i;

/** A Service of the type LoadBalancer gets its address from something. */
export const loadBalancerProvided: Check = {
  id: 'load-balancer-provided',
  summary:
    'Something in the KubeKey Cluster provides load balancers for Services that ask for one.',
  why: 'KubeKey installs nothing that provides load balancers: such a Service waits for its external address for ever, and is reachable by its nodePort only.',
  fix: 'Add MetalLB or OpenELB to the Cluster’s addons, or write type: NodePort. What is in the cluster already can be named as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec: { addons: [] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  addons:
    - name: metallb
      namespace: metallb-system
      sources: { chart: { name: metallb, repo: "https://metallb.github.io/metallb", version: 0.15.2 } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  *run(input) {
    const [checked, ...others] = kubeKeyClusters(input);
    if (checked === undefined || others.length > 0) return;
    const services = objectIndex(input).services.filter(({ type }) => type === 'LoadBalancer');
    if (services.length === 0 || isInstalled(input, checked, software)) return;
    const { text } = checked.cluster;
    const hasKubeVip = text('spec.controlPlaneEndpoint.internalLoadbalancer') === 'kube-vip';
    for (const { object } of services) {
      if (isServed(object.manifest, hasKubeVip)) continue;
      yield {
        object,
        field: 'spec.type',
        problem: `type is LoadBalancer, and nothing among the objects and the Cluster’s addons provides load balancers`,
        severity: input.references === 'closed' ? 'error' : 'warning',
      };
    }
  },
};

/** A Service that names who serves it, has been given an address, or gets the one it asks kube-vip for. */
function isServed(manifest: Manifest, hasKubeVip: boolean): boolean {
  const isAsked =
    textAt(manifest, 'spec', 'loadBalancerIP') !== undefined ||
    Object.hasOwn(fieldsAt(manifest, 'metadata', 'annotations'), 'kube-vip.io/loadbalancerIPs');
  return (
    at(manifest, 'spec', 'loadBalancerClass') !== undefined ||
    itemsAt(manifest, 'status', 'loadBalancer', 'ingress').length > 0 ||
    (hasKubeVip && isAsked)
  );
}
