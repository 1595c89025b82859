import type { Check } from '../check';
import { kubekeyAloneInItsFile } from './kubekey-alone-in-its-file';
import { kubekeyAuditNeedsRenewal } from './kubekey-audit-needs-renewal';
import { kubekeyBalancesControlPlanes } from './kubekey-balances-control-planes';
import { kubekeyCalicoOneTunnel } from './kubekey-calico-one-tunnel';
import { kubekeyEtcdDirectories } from './kubekey-etcd-directories';
import { kubekeyExternalEtcd } from './kubekey-external-etcd';
import { kubekeyFieldsHaveEffect } from './kubekey-fields-have-effect';
import { kubekeyFirstControlPlane } from './kubekey-first-control-plane';
import { kubekeyHaproxyWithoutAddress } from './kubekey-haproxy-without-address';
import { kubekeyHarborNeedsAmd64 } from './kubekey-harbor-needs-amd64';
import { kubekeyHasRoles } from './kubekey-has-roles';
import { kubekeyHostsHaveRoles } from './kubekey-hosts-have-roles';
import { kubekeyInstallsContainerManager } from './kubekey-installs-container-manager';
import { kubekeyKnownFeatureGates } from './kubekey-known-feature-gates';
import { kubekeyKnownFields } from './kubekey-known-fields';
import { kubekeyKnownGroups } from './kubekey-known-groups';
import { kubekeyKnownValues } from './kubekey-known-values';
import { kubekeyKubeOvnGateway } from './kubekey-kube-ovn-gateway';
import { kubekeyKubeOvnSslNeedsDocker } from './kubekey-kube-ovn-ssl-needs-docker';
import { kubekeyKubeVipAddress } from './kubekey-kube-vip-address';
import { kubekeyKubeVipExcludesAddress } from './kubekey-kube-vip-excludes-address';
import { kubekeyKubesphereVersion } from './kubekey-kubesphere-version';
import { kubekeyNeedsChrony } from './kubekey-needs-chrony';
import { kubekeyNoRemoteMirrors } from './kubekey-no-remote-mirrors';
import { kubekeyOddEtcd } from './kubekey-odd-etcd';
import { kubekeyOneClusterPerFile } from './kubekey-one-cluster-per-file';
import { kubekeyOneControlPlaneGroup } from './kubekey-one-control-plane-group';
import { kubekeyOneRegistry } from './kubekey-one-registry';
import { kubekeyPodNetworkFits } from './kubekey-pod-network-fits';
import { kubekeyReachesHosts } from './kubekey-reaches-hosts';
import { kubekeyRolesNameHosts } from './kubekey-roles-name-hosts';
import { kubekeySeparateNetworks } from './kubekey-separate-networks';
import { kubekeySupportedVersion } from './kubekey-supported-version';
import { kubekeyUniqueAddresses } from './kubekey-unique-addresses';
import { kubekeyUniqueHostNames } from './kubekey-unique-host-names';
import { kubekeyUniqueMembers } from './kubekey-unique-members';
import { kubekeyValidAddons } from './kubekey-valid-addons';
import { kubekeyValidAddress } from './kubekey-valid-address';
import { kubekeyValidApiVersion } from './kubekey-valid-api-version';
import { kubekeyValidAuths } from './kubekey-valid-auths';
import { kubekeyValidCidr } from './kubekey-valid-cidr';
import { kubekeyValidComponentArgs } from './kubekey-valid-component-args';
import { kubekeyValidDualStack } from './kubekey-valid-dual-stack';
import { kubekeyValidEndpoint } from './kubekey-valid-endpoint';
import { kubekeyValidHostName } from './kubekey-valid-host-name';
import { kubekeyValidHostRange } from './kubekey-valid-host-range';
import { kubekeyValidLabels } from './kubekey-valid-labels';
import { kubekeyValidName } from './kubekey-valid-name';
import { kubekeyValidPorts } from './kubekey-valid-ports';
import { kubekeyValidRegistry } from './kubekey-valid-registry';
import { kubekeyValidScripts } from './kubekey-valid-scripts';
import { kubekeyValidTypes } from './kubekey-valid-types';
import { kubekeyValidVersion } from './kubekey-valid-version';

/** The checks of what KubeKey refuses, or what its cluster can not work with, by id. */
export const kubekeyRules: readonly Check[] = [
  kubekeyAloneInItsFile,
  kubekeyAuditNeedsRenewal,
  kubekeyBalancesControlPlanes,
  kubekeyCalicoOneTunnel,
  kubekeyEtcdDirectories,
  kubekeyExternalEtcd,
  kubekeyFieldsHaveEffect,
  kubekeyFirstControlPlane,
  kubekeyHaproxyWithoutAddress,
  kubekeyHarborNeedsAmd64,
  kubekeyHasRoles,
  kubekeyHostsHaveRoles,
  kubekeyInstallsContainerManager,
  kubekeyKnownFeatureGates,
  kubekeyKnownFields,
  kubekeyKnownGroups,
  kubekeyKnownValues,
  kubekeyKubeOvnGateway,
  kubekeyKubeOvnSslNeedsDocker,
  kubekeyKubeVipAddress,
  kubekeyKubeVipExcludesAddress,
  kubekeyKubesphereVersion,
  kubekeyNeedsChrony,
  kubekeyNoRemoteMirrors,
  kubekeyOddEtcd,
  kubekeyOneClusterPerFile,
  kubekeyOneControlPlaneGroup,
  kubekeyOneRegistry,
  kubekeyPodNetworkFits,
  kubekeyReachesHosts,
  kubekeyRolesNameHosts,
  kubekeySeparateNetworks,
  kubekeySupportedVersion,
  kubekeyUniqueAddresses,
  kubekeyUniqueHostNames,
  kubekeyUniqueMembers,
  kubekeyValidAddons,
  kubekeyValidAddress,
  kubekeyValidApiVersion,
  kubekeyValidAuths,
  kubekeyValidCidr,
  kubekeyValidComponentArgs,
  kubekeyValidDualStack,
  kubekeyValidEndpoint,
  kubekeyValidHostName,
  kubekeyValidHostRange,
  kubekeyValidLabels,
  kubekeyValidName,
  kubekeyValidPorts,
  kubekeyValidRegistry,
  kubekeyValidScripts,
  kubekeyValidTypes,
  kubekeyValidVersion,
];
