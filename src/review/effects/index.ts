import { isBuiltInGroup } from '../../facts/kubernetes/served';
import { groupOf, type Manifest } from '../../manifest/manifest';
import type { KindEffects } from '../kind-effects';
import { configMap } from './config-map';
import { cronJob } from './cron-job';
import { customResource } from './custom-resource';
import { customResourceDefinition } from './custom-resource-definition';
import { daemonSet } from './daemon-set';
import { deployment } from './deployment';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { ingress } from './ingress';
import { ingressClass } from './ingress-class';
import { job } from './job';
import { kubeKeyCluster } from './kubekey-cluster';
import { kubeKeyConfig } from './kubekey-config';
import { kubeKeyInventory } from './kubekey-inventory';
import { namespace } from './namespace';
import { networkPolicy } from './network-policy';
import { otherKinds } from './other-kinds';
import { persistentVolume } from './persistent-volume';
import { persistentVolumeClaim } from './persistent-volume-claim';
import { pod } from './pod';
import { podDisruptionBudget } from './pod-disruption-budget';
import { priorityClass } from './priority-class';
import { replicaSet } from './replica-set';
import { role } from './role';
import { roleBinding } from './role-binding';
import { secret } from './secret';
import { service } from './service';
import { serviceAccount } from './service-account';
import { statefulSet } from './stateful-set';
import { storageClass } from './storage-class';

/** The effects of all kinds: to add a kind, write its file and its line here. */
export const kindEffects: readonly KindEffects[] = [
  configMap,
  cronJob,
  customResource,
  customResourceDefinition,
  daemonSet,
  deployment,
  horizontalPodAutoscaler,
  ingress,
  ingressClass,
  job,
  kubeKeyCluster,
  kubeKeyConfig,
  kubeKeyInventory,
  namespace,
  networkPolicy,
  otherKinds,
  persistentVolume,
  persistentVolumeClaim,
  pod,
  podDisruptionBudget,
  priorityClass,
  replicaSet,
  role,
  roleBinding,
  secret,
  service,
  serviceAccount,
  statefulSet,
  storageClass,
];

const byKind = new Map(
  kindEffects.flatMap((effects) => effects.kinds.map((kind) => [kind, effects])),
);

/** A built-in kind of which nothing is said. */
const silent: KindEffects = { kinds: [], changed: () => undefined };

/** What changes of an object of this kind do; those of a custom resource where no file is about it. */
export function effectsFor(manifest: Manifest): KindEffects {
  const group = groupOf(manifest.apiVersion);
  return (
    byKind.get(`${group}/${manifest.kind}`) ?? (isBuiltInGroup(group) ? silent : customResource)
  );
}
