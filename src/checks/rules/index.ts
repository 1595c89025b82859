import type { Check } from '../check';
import { autoscaledPodsHaveRequests } from './autoscaled-pods-have-requests';
import { budgetSelectsPods } from './budget-selects-pods';
import { checkedCustomResources } from './checked-custom-resources';
import { configMapExists } from './config-map-exists';
import { cronJobHasDeadline } from './cron-job-has-deadline';
import { disruptionBudgetAllowsDrain } from './disruption-budget-allows-drain';
import { dualStackCluster } from './dual-stack-cluster';
import { exposedServerHasAuthentication } from './exposed-server-has-authentication';
import { gpuOnSomeHost } from './gpu-on-some-host';
import { hasDisruptionBudget } from './has-disruption-budget';
import { hasReadinessProbe } from './has-readiness-probe';
import { hasResources } from './has-resources';
import { headlessServiceExists } from './headless-service-exists';
import { imageFromKnownRegistry } from './image-from-known-registry';
import { imageHasDigest } from './image-has-digest';
import { ingressBackendExists } from './ingress-backend-exists';
import { jobIsCleanedUp } from './job-is-cleaned-up';
import { knownFields } from './known-fields';
import { knownValues } from './known-values';
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
import { limitsEphemeralStorage } from './limits-ephemeral-storage';
import { loadBalancerProvided } from './load-balancer-provided';
import { namespaceAdmitsPods } from './namespace-admits-pods';
import { namespaceExists } from './namespace-exists';
import { networkPolicyCoversPods } from './network-policy-covers-pods';
import { noDeprecatedApiVersion } from './no-deprecated-api-version';
import { noDeprecatedFields } from './no-deprecated-fields';
import { noHostNamespaces } from './no-host-namespaces';
import { noPlainSecrets } from './no-plain-secrets';
import { noPrivilegedContainer } from './no-privileged-container';
import { noRuntimeSocket } from './no-runtime-socket';
import { nodePortInRange } from './node-port-in-range';
import { nodeSelectorMatchesHost } from './node-selector-matches-host';
import { ownNamespace } from './own-namespace';
import { pinnedImage } from './pinned-image';
import { podSecurityBaseline } from './pod-security-baseline';
import { podSecurityRestricted } from './pod-security-restricted';
import { readOnlyRootFilesystem } from './read-only-root-filesystem';
import { readinessUnlikeLiveness } from './readiness-unlike-liveness';
import { replicasFitHosts } from './replicas-fit-hosts';
import { replicasSetOnce } from './replicas-set-once';
import { requestsFitHosts } from './requests-fit-hosts';
import { requiredFields } from './required-fields';
import { roleExists } from './role-exists';
import { rolloutFitsHosts } from './rollout-fits-hosts';
import { rolloutKeepsServing } from './rollout-keeps-serving';
import { scaleTargetExists } from './scale-target-exists';
import { secretExists } from './secret-exists';
import { selectorMatchesTemplate } from './selector-matches-template';
import { servedApiVersion } from './served-api-version';
import { serviceAccountExists } from './service-account-exists';
import { serviceAccountTokenIsUsed } from './service-account-token-is-used';
import { servicePortExists } from './service-port-exists';
import { serviceSelectsPods } from './service-selects-pods';
import { spreadOverHosts } from './spread-over-hosts';
import { storageClassExists } from './storage-class-exists';
import { survivesNodeLoss } from './survives-node-loss';
import { toleratesControlPlane } from './tolerates-control-plane';
import { uniqueContainerName } from './unique-container-name';
import { uniqueContainerPort } from './unique-container-port';
import { uniqueEnvName } from './unique-env-name';
import { uniqueHostPort } from './unique-host-port';
import { uniqueMountPath } from './unique-mount-path';
import { uniqueNodePort } from './unique-node-port';
import { uniqueObject } from './unique-object';
import { uniqueVolumeName } from './unique-volume-name';
import { validAddresses } from './valid-addresses';
import { validAutoscaler } from './valid-autoscaler';
import { validClaim } from './valid-claim';
import { validConfigData } from './valid-config-data';
import { validContainerPorts } from './valid-container-ports';
import { validEnv } from './valid-env';
import { validHostCapacity } from './valid-host-capacity';
import { validImage } from './valid-image';
import { validIngress } from './valid-ingress';
import { validJob } from './valid-job';
import { validLabels } from './valid-labels';
import { validLifecycle } from './valid-lifecycle';
import { validMountPaths } from './valid-mount-paths';
import { validNetworkPolicy } from './valid-network-policy';
import { validObjectName } from './valid-object-name';
import { validPersistentVolume } from './valid-persistent-volume';
import { validPodNames } from './valid-pod-names';
import { validPodNetwork } from './valid-pod-network';
import { validPriorityClass } from './valid-priority-class';
import { validProbes } from './valid-probes';
import { validQuota } from './valid-quota';
import { validResources } from './valid-resources';
import { validRestartPolicy } from './valid-restart-policy';
import { validRole } from './valid-role';
import { validRoleBinding } from './valid-role-binding';
import { validRollout } from './valid-rollout';
import { validSchedule } from './valid-schedule';
import { validScheduling } from './valid-scheduling';
import { validSecurityContext } from './valid-security-context';
import { validServicePorts } from './valid-service-ports';
import { validServiceType } from './valid-service-type';
import { validTypes } from './valid-types';
import { validVolumes } from './valid-volumes';
import { volumeClaimExists } from './volume-claim-exists';
import { volumeMountsResolve } from './volume-mounts-resolve';

/** All checks, sorted by id. To add one: its file beside this one, and a line here. */
export const checks: readonly Check[] = [
  autoscaledPodsHaveRequests,
  budgetSelectsPods,
  checkedCustomResources,
  configMapExists,
  cronJobHasDeadline,
  disruptionBudgetAllowsDrain,
  dualStackCluster,
  exposedServerHasAuthentication,
  gpuOnSomeHost,
  hasDisruptionBudget,
  hasReadinessProbe,
  hasResources,
  headlessServiceExists,
  imageFromKnownRegistry,
  imageHasDigest,
  ingressBackendExists,
  jobIsCleanedUp,
  knownFields,
  knownValues,
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
  limitsEphemeralStorage,
  loadBalancerProvided,
  namespaceAdmitsPods,
  namespaceExists,
  networkPolicyCoversPods,
  noDeprecatedApiVersion,
  noDeprecatedFields,
  noHostNamespaces,
  noPlainSecrets,
  noPrivilegedContainer,
  noRuntimeSocket,
  nodePortInRange,
  nodeSelectorMatchesHost,
  ownNamespace,
  pinnedImage,
  podSecurityBaseline,
  podSecurityRestricted,
  readOnlyRootFilesystem,
  readinessUnlikeLiveness,
  replicasFitHosts,
  replicasSetOnce,
  requestsFitHosts,
  requiredFields,
  roleExists,
  rolloutFitsHosts,
  rolloutKeepsServing,
  scaleTargetExists,
  secretExists,
  selectorMatchesTemplate,
  servedApiVersion,
  serviceAccountExists,
  serviceAccountTokenIsUsed,
  servicePortExists,
  serviceSelectsPods,
  spreadOverHosts,
  storageClassExists,
  survivesNodeLoss,
  toleratesControlPlane,
  uniqueContainerName,
  uniqueContainerPort,
  uniqueEnvName,
  uniqueHostPort,
  uniqueMountPath,
  uniqueNodePort,
  uniqueObject,
  uniqueVolumeName,
  validAddresses,
  validAutoscaler,
  validClaim,
  validConfigData,
  validContainerPorts,
  validEnv,
  validHostCapacity,
  validImage,
  validIngress,
  validJob,
  validLabels,
  validLifecycle,
  validMountPaths,
  validNetworkPolicy,
  validObjectName,
  validPersistentVolume,
  validPodNames,
  validPodNetwork,
  validPriorityClass,
  validProbes,
  validQuota,
  validResources,
  validRestartPolicy,
  validRole,
  validRoleBinding,
  validRollout,
  validSchedule,
  validScheduling,
  validSecurityContext,
  validServicePorts,
  validServiceType,
  validTypes,
  validVolumes,
  volumeClaimExists,
  volumeMountsResolve,
];
