import { show } from '../../errors';
import type { Check } from '../check';
import { dnsSubdomainProblem } from '../../manifest/names';
import { onEachCluster } from '../kubekey-clusters';

/** The names of the cluster are DNS names. */
export const kubekeyValidName: Check = {
  id: 'kubekey-valid-name',
  summary: 'The name of the cluster and its domains are DNS names.',
  why: 'KubeKey panics without a name, and at the very end of an installation it stores the access to the cluster under it, which Kubernetes refuses where it is no DNS name. The domains go into certificates and /etc/hosts as they are.',
  fix: 'Use small letters, digits, "-" and ".", with a letter or digit at both ends.',
  severity: 'error',
  example: {
    wrong: `metadata:
  name: My_Cluster
`,
    right: `metadata:
  name: my-cluster
`,
  },
  run: onEachCluster(function* ({ cluster: { has, value, text }, report }) {
    const name = value('metadata.name');
    if (!has('metadata.name') || name === '') {
      yield report(
        'metadata.name',
        'is missing; KubeKey panics',
        'Give the cluster a name, such as sample.',
      );
    } else if (
      typeof name === 'string' &&
      dnsSubdomainProblem(`${name}-kubeconfig`) !== undefined
    ) {
      yield report(
        'metadata.name',
        `${show(name)} is no DNS name; KubeKey fails at the end of the installation, when it stores the access to the cluster`,
      );
    }
    for (const field of [
      'spec.controlPlaneEndpoint.domain',
      'spec.kubernetes.clusterName',
      'spec.kubernetes.dnsDomain',
    ]) {
      if (dnsSubdomainProblem(text(field)) === undefined) continue;
      yield report(
        field,
        `${show(text(field))} is no DNS name; KubeKey writes it into certificates and /etc/hosts as it is`,
      );
    }
  }),
};
