import { minorOf } from '../../facts/kubernetes/minor';
import { isEqual } from '../../manifest/equal';
import { groupOf } from '../../manifest/manifest';
import type { Attribution, Effect } from '../change';
import type { KindEffects } from '../kind-effects';

/** What a change of the kinds does that need one sentence only. */
const sentences: Readonly<Record<string, readonly [Effect, string]>> = {
  '/Endpoints': ['traffic', 'Where the Service of this name sends to changes at once.'],
  '/LimitRange': ['config-only', 'It counts for pods and claims that are made from now on.'],
  '/Node': [
    'config-only',
    'New pods are placed accordingly; pods that a NoExecute taint does not allow are moved.',
  ],
  '/PodTemplate': [
    'config-only',
    'Nothing runs from it; it counts when somebody makes pods from it.',
  ],
  '/ResourceQuota': [
    'config-only',
    'It counts for objects that are made from now on; what runs goes on.',
  ],
  'admissionregistration.k8s.io/MutatingAdmissionPolicy': [
    'config-only',
    'Objects are changed accordingly when they are written from now on.',
  ],
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': [
    'config-only',
    'Objects are changed accordingly when they are written from now on.',
  ],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': [
    'config-only',
    'The API server calls the webhook accordingly from now on; with failurePolicy Fail, writes fail while it does not answer.',
  ],
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': [
    'config-only',
    'Objects are checked accordingly when they are written from now on.',
  ],
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': [
    'config-only',
    'Objects are checked accordingly when they are written from now on.',
  ],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': [
    'config-only',
    'The API server calls the webhook accordingly from now on; with failurePolicy Fail, writes fail while it does not answer.',
  ],
  'apiregistration.k8s.io/APIService': [
    'traffic',
    'Requests for this part of the API go elsewhere at once.',
  ],
  'apps/ControllerRevision': [
    'config-only',
    'It counts when a StatefulSet or DaemonSet is rolled back to it.',
  ],
  'certificates.k8s.io/CertificateSigningRequest': [
    'config-only',
    'It counts for this request only.',
  ],
  'certificates.k8s.io/ClusterTrustBundle': [
    'config-only',
    'Pods that mount the bundle see it within about a minute.',
  ],
  'certificates.k8s.io/PodCertificateRequest': ['config-only', 'It counts for this request only.'],
  'coordination.k8s.io/Lease': [
    'config-only',
    'Whoever holds or watches the lease sees it at once.',
  ],
  'coordination.k8s.io/LeaseCandidate': [
    'config-only',
    'It counts when the next leader is chosen.',
  ],
  'discovery.k8s.io/EndpointSlice': ['traffic', 'Where its Service sends to changes at once.'],
  'flowcontrol.apiserver.k8s.io/FlowSchema': [
    'config-only',
    'The API server queues requests accordingly from now on.',
  ],
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': [
    'config-only',
    'The API server queues requests accordingly from now on.',
  ],
  'networking.k8s.io/IPAddress': ['traffic', 'Which object the address belongs to changes.'],
  'networking.k8s.io/ServiceCIDR': [
    'config-only',
    'New Services get addresses accordingly; those that exist keep theirs.',
  ],
  'node.k8s.io/RuntimeClass': ['config-only', 'It counts for pods that start from now on.'],
  'policy/PodSecurityPolicy': ['config-only', 'It counts for pods that are made from now on.'],
  'resource.k8s.io/DeviceClass': [
    'config-only',
    'It counts for devices that are claimed from now on.',
  ],
  'resource.k8s.io/DeviceTaintRule': [
    'config-only',
    'New pods are kept from the devices; pods that a NoExecute taint does not allow are stopped.',
  ],
  'resource.k8s.io/ResourceClaim': ['config-only', 'It counts for this claim only.'],
  'resource.k8s.io/ResourceClaimTemplate': [
    'config-only',
    'It counts for pods that are made from now on.',
  ],
  'resource.k8s.io/ResourcePoolStatusRequest': ['config-only', 'It counts for this request only.'],
  'resource.k8s.io/ResourceSlice': [
    'config-only',
    'It counts for devices that are claimed from now on.',
  ],
  'scheduling.k8s.io/PodGroup': [
    'config-only',
    'It counts for pods that are scheduled from now on.',
  ],
  'scheduling.k8s.io/Workload': [
    'config-only',
    'It counts for pods that are scheduled from now on.',
  ],
  'storage.k8s.io/CSIDriver': [
    'config-only',
    'It counts for volumes that are mounted from now on.',
  ],
  'storage.k8s.io/CSINode': [
    'config-only',
    'It counts for volumes that are mounted on the node from now on.',
  ],
  'storage.k8s.io/CSIStorageCapacity': [
    'config-only',
    'It counts for pods that are scheduled from now on.',
  ],
  'storage.k8s.io/VolumeAttachment': ['config-only', 'It counts for this attachment only.'],
  'storage.k8s.io/VolumeAttributesClass': [
    'config-only',
    'It counts for volumes that are made or changed from now on.',
  ],
  'storagemigration.k8s.io/StorageVersionMigration': [
    'config-only',
    'It counts for this migration only.',
  ],
};

/** The kinds whose changes need one sentence each. */
export const otherKinds: KindEffects = {
  kinds: Object.keys(sentences),
  rules(change, { after, version }): Attribution | undefined {
    if (
      after.kind === 'CSINode' &&
      /^spec\.drivers\[\*\]\.(nodeID|topologyKeys|allocatable)/.test(change.pattern)
    ) {
      return {
        effect: 'rejected',
        explanation: 'The API server refuses it: what a CSINode says of a driver is fixed.',
        advice:
          'Take the driver out and apply, then add it again: the driver itself does so when it registers.',
      };
    }
    const isRange = after.kind === 'ServiceCIDR' && change.pattern === 'spec.cidrs';
    if (!isRange || minorOf(version) < 33) return undefined;
    const { before, after: now } = change;
    const isSecond =
      Array.isArray(before) &&
      Array.isArray(now) &&
      before.length === 1 &&
      now.length === 2 &&
      isEqual(before[0], now[0]);
    return isSecond
      ? {
          effect: 'config-only',
          explanation: 'New Services may get addresses of the second range too.',
        }
      : undefined;
  },
  changed(change, { after }) {
    if (change.pattern.startsWith('metadata.')) return undefined;
    const [effect, explanation] = sentences[`${groupOf(after.apiVersion)}/${after.kind}`] ?? [];
    return effect === undefined || explanation === undefined ? undefined : { effect, explanation };
  },
};
