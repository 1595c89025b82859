import type { Check } from '../check';
import { autoscaledPodsHaveRequests } from './autoscaled-pods-have-requests';
import { cronJobHasDeadline } from './cron-job-has-deadline';
import { exposedServerHasAuthentication } from './exposed-server-has-authentication';
import { hasDisruptionBudget } from './has-disruption-budget';
import { hasReadinessProbe } from './has-readiness-probe';
import { hasResources } from './has-resources';
import { imageHasDigest } from './image-has-digest';
import { jobIsCleanedUp } from './job-is-cleaned-up';
import { limitsEphemeralStorage } from './limits-ephemeral-storage';
import { networkPolicyCoversPods } from './network-policy-covers-pods';
import { noDeprecatedApiVersion } from './no-deprecated-api-version';
import { noDeprecatedFields } from './no-deprecated-fields';
import { noHostNamespaces } from './no-host-namespaces';
import { noPlainSecrets } from './no-plain-secrets';
import { noPrivilegedContainer } from './no-privileged-container';
import { noRuntimeSocket } from './no-runtime-socket';
import { ownNamespace } from './own-namespace';
import { pinnedImage } from './pinned-image';
import { podSecurityBaseline } from './pod-security-baseline';
import { podSecurityRestricted } from './pod-security-restricted';
import { readOnlyRootFilesystem } from './read-only-root-filesystem';
import { readinessUnlikeLiveness } from './readiness-unlike-liveness';
import { rolloutKeepsServing } from './rollout-keeps-serving';
import { serviceAccountTokenIsUsed } from './service-account-token-is-used';
import { spreadOverHosts } from './spread-over-hosts';
import { survivesNodeLoss } from './survives-node-loss';

/** The checks of good practice, by id: each runs where a profile that it belongs to is chosen. */
export const practices: readonly Check[] = [
  autoscaledPodsHaveRequests,
  cronJobHasDeadline,
  exposedServerHasAuthentication,
  hasDisruptionBudget,
  hasReadinessProbe,
  hasResources,
  imageHasDigest,
  jobIsCleanedUp,
  limitsEphemeralStorage,
  networkPolicyCoversPods,
  noDeprecatedApiVersion,
  noDeprecatedFields,
  noHostNamespaces,
  noPlainSecrets,
  noPrivilegedContainer,
  noRuntimeSocket,
  ownNamespace,
  pinnedImage,
  podSecurityBaseline,
  podSecurityRestricted,
  readOnlyRootFilesystem,
  readinessUnlikeLiveness,
  rolloutKeepsServing,
  serviceAccountTokenIsUsed,
  spreadOverHosts,
  survivesNodeLoss,
];
