import type { Check } from '../check';
import { configMapExists } from './config-map-exists';
import { disruptionBudgetAllowsDrain } from './disruption-budget-allows-drain';
import { headlessServiceExists } from './headless-service-exists';
import { ingressBackendExists } from './ingress-backend-exists';
import { knownFields } from './known-fields';
import { knownValues } from './known-values';
import { namespaceExists } from './namespace-exists';
import { nodePortInRange } from './node-port-in-range';
import { replicasSetOnce } from './replicas-set-once';
import { requiredFields } from './required-fields';
import { roleExists } from './role-exists';
import { scaleTargetExists } from './scale-target-exists';
import { secretExists } from './secret-exists';
import { selectorMatchesTemplate } from './selector-matches-template';
import { servedApiVersion } from './served-api-version';
import { serviceAccountExists } from './service-account-exists';
import { servicePortExists } from './service-port-exists';
import { serviceSelectsPods } from './service-selects-pods';
import { uniqueContainerName } from './unique-container-name';
import { uniqueContainerPort } from './unique-container-port';
import { uniqueEnvName } from './unique-env-name';
import { uniqueMountPath } from './unique-mount-path';
import { uniqueNodePort } from './unique-node-port';
import { uniqueObject } from './unique-object';
import { uniqueVolumeName } from './unique-volume-name';
import { validAutoscaler } from './valid-autoscaler';
import { validClaim } from './valid-claim';
import { validConfigData } from './valid-config-data';
import { validContainerPorts } from './valid-container-ports';
import { validImage } from './valid-image';
import { validIngress } from './valid-ingress';
import { validLabels } from './valid-labels';
import { validObjectName } from './valid-object-name';
import { validPodNames } from './valid-pod-names';
import { validProbes } from './valid-probes';
import { validResources } from './valid-resources';
import { validRestartPolicy } from './valid-restart-policy';
import { validRoleBinding } from './valid-role-binding';
import { validRollout } from './valid-rollout';
import { validSchedule } from './valid-schedule';
import { validServicePorts } from './valid-service-ports';
import { validTypes } from './valid-types';
import { validVolumes } from './valid-volumes';
import { volumeClaimExists } from './volume-claim-exists';
import { volumeMountsResolve } from './volume-mounts-resolve';

/** All checks, sorted by id. To add one: its file beside this one, and a line here. */
export const checks: readonly Check[] = [
  configMapExists,
  disruptionBudgetAllowsDrain,
  headlessServiceExists,
  ingressBackendExists,
  knownFields,
  knownValues,
  namespaceExists,
  nodePortInRange,
  replicasSetOnce,
  requiredFields,
  roleExists,
  scaleTargetExists,
  secretExists,
  selectorMatchesTemplate,
  servedApiVersion,
  serviceAccountExists,
  servicePortExists,
  serviceSelectsPods,
  uniqueContainerName,
  uniqueContainerPort,
  uniqueEnvName,
  uniqueMountPath,
  uniqueNodePort,
  uniqueObject,
  uniqueVolumeName,
  validAutoscaler,
  validClaim,
  validConfigData,
  validContainerPorts,
  validImage,
  validIngress,
  validLabels,
  validObjectName,
  validPodNames,
  validProbes,
  validResources,
  validRestartPolicy,
  validRoleBinding,
  validRollout,
  validSchedule,
  validServicePorts,
  validTypes,
  validVolumes,
  volumeClaimExists,
  volumeMountsResolve,
];
