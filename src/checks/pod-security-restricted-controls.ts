import { show } from '../errors';
import { itemsAt } from '../manifest/fields';
import { at, isFields } from '../manifest/manifest';
import type { PodTemplate } from '../manifest/relations';
import { procMounts } from './pod-security-baseline-controls';
import { hasOwnUsers, securityContexts, type PodSecurityControl } from './pod-security';

/** Kinds of volumes that a restricted pod may have. */
const allowedVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/**
 * What the level restricted adds to baseline. Source: the Pod Security Standards of the Kubernetes
 * documentation, and the versions of policies in kubernetes/pod-security-admission.
 */
export const restrictedControls: readonly PodSecurityControl[] = [
  {
    name: 'Volume Types',
    *look(pod) {
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        const kinds = Object.keys(item).filter((key) => isFields(item[key]));
        // A path of the node is what baseline reports.
        if (kinds.some((kind) => kind === 'hostPath' || allowedVolumes.includes(kind))) continue;
        const [kind] = kinds;
        // A volume without a kind is an emptyDir.
        if (kind === undefined) continue;
        yield {
          field: `${pod.specField}.volumes[${index}].${kind}`,
          problem: `a volume may not be of this kind, got ${kind}`,
          fix: `Use one of ${allowedVolumes.join(', ')}.`,
        };
      }
    },
  },
  {
    name: 'Privilege Escalation',
    *look(pod, minor) {
      if (isExempt(pod, minor)) return;
      for (const { context, field, of } of securityContexts(pod)) {
        const value = context['allowPrivilegeEscalation'];
        if (of === 'pod' || value === false) continue;
        yield {
          field: `${field}.allowPrivilegeEscalation`,
          problem: `must be false, got ${show(value)}`,
          fix: 'Write allowPrivilegeEscalation: false.',
        };
      }
    },
  },
  {
    name: 'Running as Non-root',
    *look(pod, minor) {
      if (minor >= 35 && hasOwnUsers(pod)) return;
      const [own, ...others] = securityContexts(pod);
      const byPod = own?.context['runAsNonRoot'];
      for (const { context, field } of [...(byPod === false && own ? [own] : []), ...others]) {
        const value = context['runAsNonRoot'] ?? byPod;
        if (value === true) continue;
        // What the pod says wrong is reported at the pod.
        if (byPod === false && field !== own?.field && context['runAsNonRoot'] === undefined)
          continue;
        yield {
          field: `${field}.runAsNonRoot`,
          problem: `must be true, here or for the whole pod, got ${show(value)}`,
          fix: 'Write runAsNonRoot: true, with an image whose user is not root or with runAsUser.',
        };
      }
    },
  },
  {
    name: 'Running as Non-root user',
    *look(pod, minor) {
      if (minor < 23 || (minor >= 35 && hasOwnUsers(pod))) return;
      for (const { context, field } of securityContexts(pod)) {
        if (context['runAsUser'] !== 0) continue;
        const problem = 'the user may not be root, got 0';
        yield { field: `${field}.runAsUser`, problem, fix: 'Write another user, such as 1000.' };
      }
    },
  },
  {
    name: 'Seccomp',
    *look(pod, minor) {
      if (isExempt(pod, minor)) return;
      const [own, ...others] = securityContexts(pod);
      if (isFields(own?.context['seccompProfile'])) return;
      for (const { context, field } of others) {
        if (isFields(context['seccompProfile'])) continue;
        yield {
          field: `${field}.seccompProfile.type`,
          problem: 'must be RuntimeDefault or Localhost, here or for the whole pod, got nothing',
          fix: 'Write seccompProfile with type: RuntimeDefault under the securityContext of the pod.',
        };
      }
    },
  },
  {
    name: 'Capabilities',
    *look(pod, minor) {
      if (minor < 22 || isExempt(pod, minor)) return;
      for (const { container, field } of pod.containers) {
        const path = ['securityContext', 'capabilities'] as const;
        const drop = at(container, ...path, 'drop');
        if (!Array.isArray(drop) || !drop.includes('ALL')) {
          yield {
            field: `${field}.${path.join('.')}.drop`,
            problem: `must have ALL, got ${show(drop)}`,
            fix: 'Write drop: [ALL], and add back NET_BIND_SERVICE where the container listens below 1024.',
          };
        }
        const add = at(container, ...path, 'add');
        for (const [index, value] of (Array.isArray(add) ? (add as unknown[]) : []).entries()) {
          if (value === 'NET_BIND_SERVICE') continue;
          yield {
            field: `${field}.${path.join('.')}.add[${index}]`,
            problem: `only NET_BIND_SERVICE may be added, got ${show(value)}`,
            fix: 'Take it out.',
          };
        }
      }
    },
  },
  {
    name: '/proc Mount Type',
    *look(pod, minor) {
      // Where the pod has no users of its own, baseline reports it.
      if (minor >= 35 && hasOwnUsers(pod)) yield* procMounts(pod);
    },
  },
];

/** A pod that says that it runs on Windows can not set what these controls ask for. */
function isExempt(pod: PodTemplate, minor: number): boolean {
  return minor >= 25 && at(pod.spec, 'os', 'name') === 'windows';
}
