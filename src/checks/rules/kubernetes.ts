import type { Check } from '../check';
import { budgetSelectsPods } from './budget-selects-pods';
import { checkedCustomResources } from './checked-custom-resources';
import { configMapExists } from './config-map-exists';
import { disruptionBudgetAllowsDrain } from './disruption-budget-allows-drain';
import { dualStackCluster } from './dual-stack-cluster';
import { gpuOnSomeHost } from './gpu-on-some-host';
import { headlessServiceExists } from './headless-service-exists';
import { imageFromKnownRegistry } from './image-from-known-registry';
import { ingressBackendExists } from './ingress-backend-exists';
import { knownFields } from './known-fields';
import { knownValues } from './known-values';
import { loadBalancerProvided } from './load-balancer-provided';
import { namespaceAdmitsPods } from './namespace-admits-pods';
import { namespaceExists } from './namespace-exists';
import { noForeignQuotes } from './no-foreign-quotes';
import { nodePortInRange } from './node-port-in-range';
import { nodeSelectorMatchesHost } from './node-selector-matches-host';
import { replicasFitHosts } from './replicas-fit-hosts';
import { replicasSetOnce } from './replicas-set-once';
import { requestsFitHosts } from './requests-fit-hosts';
import { requiredFields } from './required-fields';
import { roleExists } from './role-exists';
import { rolloutFitsHosts } from './rollout-fits-hosts';
import { scaleTargetExists } from './scale-target-exists';
import { secretExists } from './secret-exists';
import { selectorMatchesTemplate } from './selector-matches-template';
import { servedApiVersion } from './served-api-version';
import { serviceAccountExists } from './service-account-exists';
import { servicePortExists } from './service-port-exists';
import { serviceSelectsPods } from './service-selects-pods';
import { storageClassExists } from './storage-class-exists';
import { toleratesControlPlane } from './tolerates-control-plane';
import { uniqueContainerName } from './unique-container-name';
import { uniqueContainerPort } from './unique-container-port';
import { uniqueEnvName } from './unique-env-name';
import { uniqueHostPort } from './unique-host-port';
import { uniqueItemNames } from './unique-item-names';
import { uniqueMountPath } from './unique-mount-path';
import { uniqueNodePort } from './unique-node-port';
import { uniqueObject } from './unique-object';
import { uniqueVolumeName } from './unique-volume-name';
import { validAddresses } from './valid-addresses';
import { validAutoscaler } from './valid-autoscaler';
import { validClaim } from './valid-claim';
import { validConfigData } from './valid-config-data';
import { validContainerPorts } from './valid-container-ports';
import { validCustomResourceDefinition } from './valid-custom-resource-definition';
import { validEnv } from './valid-env';
import { validForms } from './valid-forms';
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
import { validPodSecurityLabels } from './valid-pod-security-labels';
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

/** The checks of what Kubernetes refuses, or what can not work, by id. */
export const kubernetesRules: readonly Check[] = [
  budgetSelectsPods,
  checkedCustomResources,
  configMapExists,
  disruptionBudgetAllowsDrain,
  dualStackCluster,
  gpuOnSomeHost,
  headlessServiceExists,
  imageFromKnownRegistry,
  ingressBackendExists,
  knownFields,
  knownValues,
  loadBalancerProvided,
  namespaceAdmitsPods,
  namespaceExists,
  noForeignQuotes,
  nodePortInRange,
  nodeSelectorMatchesHost,
  replicasFitHosts,
  replicasSetOnce,
  requestsFitHosts,
  requiredFields,
  roleExists,
  rolloutFitsHosts,
  scaleTargetExists,
  secretExists,
  selectorMatchesTemplate,
  servedApiVersion,
  serviceAccountExists,
  servicePortExists,
  serviceSelectsPods,
  storageClassExists,
  toleratesControlPlane,
  uniqueContainerName,
  uniqueContainerPort,
  uniqueEnvName,
  uniqueHostPort,
  uniqueItemNames,
  uniqueMountPath,
  uniqueNodePort,
  uniqueObject,
  uniqueVolumeName,
  validAddresses,
  validAutoscaler,
  validClaim,
  validConfigData,
  validContainerPorts,
  validCustomResourceDefinition,
  validEnv,
  validForms,
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
  validPodSecurityLabels,
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
