import { fieldsAt, textAt } from '../../manifest/fields';
import { at, type Manifest } from '../../manifest/manifest';
import { parseCidr } from '../../manifest/ip-network';
import type { Check } from '../check';
import { kubeKeyClusters } from '../kubekey-clusters';
import { objectIndex } from '../object-index';

/** A Service asks only for the IP families that the Cluster has. */
export const dualStackCluster: Check = {
  id: 'dual-stack-cluster',
  summary: 'A Service asks only for the IP families of the KubeKey Cluster.',
  why: 'The API server refuses a Service that requires two families in a cluster with one, or a family that the cluster does not have.',
  fix: 'Write ipFamilyPolicy: PreferDualStack without ipFamilies, or give the Cluster two CIDRs: kubeServiceCIDR and kubePodsCIDR each as "IPv4,IPv6".',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec: { network: { kubeServiceCIDR: 10.233.0.0/18 } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ipFamilyPolicy: RequireDualStack, selector: { app: web }, ports: [{ port: 80 }] }
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec: { network: { kubeServiceCIDR: 10.233.0.0/18 } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ipFamilyPolicy: PreferDualStack, selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  *run(input) {
    const [checked, ...others] = kubeKeyClusters(input);
    if (checked === undefined || others.length > 0) return;
    const field = 'spec.network.kubeServiceCIDR';
    const cidr = checked.cluster.text(field);
    const networks = cidr.split(',').map((part) => parseCidr(part));
    // A CIDR that can't be read is a finding of its own.
    if (networks.includes(undefined) || checked.cluster.unreadable.has(field)) return;
    const families = new Set(networks.map((network) => `IPv${network?.family ?? ''}`));
    const there = `the Cluster has ${[...families].join(' and ')} only: kubeServiceCIDR is ${cidr}`;
    const services = objectIndex(input).having('/Service', 'ipFamilies', 'ipFamilyPolicy');
    for (const object of services) {
      if (isFreeOfFamilies(object.manifest)) continue;
      const own: readonly unknown[] = listAt(object.manifest, 'ipFamilies');
      const position = own.findIndex(
        (family) => ['IPv4', 'IPv6'].includes(String(family)) && !families.has(String(family)),
      );
      if (position >= 0) {
        yield {
          object,
          field: `spec.ipFamilies[${position}]`,
          problem: `asks for ${String(own[position])}, and ${there}`,
        };
      } else if (
        families.size < 2 &&
        textAt(object.manifest, 'spec', 'ipFamilyPolicy') === 'RequireDualStack'
      ) {
        yield {
          object,
          field: 'spec.ipFamilyPolicy',
          problem: `is RequireDualStack, and ${there}`,
        };
      }
    }
  },
};

/** A Service without a cluster address of its own making: a name, or a headless one whose endpoints are written by hand. */
function isFreeOfFamilies(manifest: Manifest): boolean {
  const isHeadless = textAt(manifest, 'spec', 'clusterIP') === 'None';
  return (
    textAt(manifest, 'spec', 'type') === 'ExternalName' ||
    (isHeadless && Object.keys(fieldsAt(manifest, 'spec', 'selector')).length === 0)
  );
}

function listAt(manifest: Manifest, field: string): readonly unknown[] {
  const found = at(manifest, 'spec', field);
  return Array.isArray(found) ? found : [];
}
