import {
  kindsOfVersion,
  servedKind,
  versionsOfKind,
  type ServedKind,
} from '../../facts/kubernetes/served';
import { shorten, show } from '../../errors';
import { closest } from '../../manifest/closest';
import { groupBy } from '../../manifest/group-by';
import { listed } from '../../manifest/listed';
import { groupOf, type Manifest } from '../../manifest/manifest';
import type { Check, CheckInput, Premise, Report } from '../check';
import { customKinds, type CustomKind } from '../custom-kinds';
import { objectIndex } from '../object-index';
import { isOfOtherGroup } from '../other-group';

/** The target version of Kubernetes serves each object's API version and kind. */
export const servedApiVersion: Check = {
  id: 'served-api-version',
  summary: 'The Kubernetes version serves the apiVersion and the kind of each object.',
  why: 'kubectl answers "no matches for kind" to an apiVersion that the cluster does not serve: one that was removed, that came later, or that never was.',
  fix: 'Write an apiVersion and kind that this Kubernetes version serves.',
  severity: 'error',
  example: {
    wrong: `apiVersion: extensions/v1beta1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
  },
  *run(input) {
    const custom = customKinds(input);
    const versions = groupBy(custom, ([key]) => groupAndKind(key));
    for (const { apiVersion, kind, objects } of objectIndex(input).kinds) {
      if (custom.has(`${apiVersion} ${kind}`)) continue;
      const [{ manifest }] = objects;
      const found = kindProblem(manifest, input) ?? customProblem(manifest, versions);
      if (found === undefined) continue;
      for (const object of objects) if (!isList(object.manifest)) yield { object, ...found };
    }
  },
};

type Found = Omit<Report, 'object'>;

function kindProblem(manifest: Manifest, input: CheckInput): Found | undefined {
  const { kubernetesVersion: version } = input;
  const served = servedKind(version, manifest.apiVersion, manifest.kind);
  if (served !== undefined) return servedProblem(served, version);
  if (isOfOtherGroup(manifest, version)) return undefined;
  return unknownProblem(manifest, version);
}

/** kubectl takes lists apart before it sends anything. */
function isList({ kind, ...rest }: Manifest): boolean {
  return kind.endsWith('List') && Array.isArray(rest['items']);
}

function servedProblem(served: ServedKind, version: string): Found | undefined {
  const { apiVersion, kind, since, removedIn, isServed, onByDefault } = served;
  if (isServed && onByDefault) return undefined;
  const name = `${apiVersion} ${kind}`;
  const best = bestVersion(served, version);
  const use =
    best === undefined
      ? 'Remove the object, or use another Kubernetes version.'
      : best.kind === kind
        ? `Write apiVersion: ${best.apiVersion}; its fields may differ.`
        : `Use ${best.apiVersion} ${best.kind}.`;
  if (!isServed) {
    const isGone = removedIn !== undefined && !(since !== undefined && isLater(since, version));
    const replaced = served.replacedBy === undefined ? ', and nothing replaced it' : '';
    const successor =
      best?.since === undefined || !isGone ? '' : `; its successor is served since ${best.since}`;
    return {
      field: 'apiVersion',
      problem: isGone
        ? `${name} is not served by Kubernetes ${version}: it was removed in ${removedIn}${replaced}${successor}`
        : `${name} is not served by Kubernetes ${version}: it came with ${since ?? 'a later version'}`,
      fix: use,
    };
  }
  return {
    field: 'apiVersion',
    problem: `Kubernetes ${version} serves ${name} only where the cluster's runtime-config switches it on`,
    fix: best === undefined ? 'Switch it on in the cluster, or remove the object.' : use,
    severity: 'warning',
  };
}

function isLater(since: string, version: string): boolean {
  return Number(since.slice('1.'.length)) > Number(version.slice('1.'.length));
}

/** The newest stable API version in which the target version serves what the object is. */
function bestVersion(served: ServedKind, version: string): ServedKind | undefined {
  const [apiVersion = '', kind = served.kind] = (served.replacedBy ?? '').split(' ');
  const successor = servedKind(version, apiVersion, kind);
  if (successor?.isServed === true && successor.onByDefault) return successor;
  const groups = [groupOf(apiVersion || served.apiVersion), groupOf(served.apiVersion)];
  const [best] = versionsOfKind(version, served.kind)
    .filter((one) => one.isServed && one.onByDefault && groups.includes(groupOf(one.apiVersion)))
    .sort((a, b) => stability(b.apiVersion) - stability(a.apiVersion));
  return best;
}

/** `v2` before `v1` before `v1beta2` before `v1beta1` before alpha versions. */
function stability(apiVersion: string): number {
  const [, major, stage, number] = /(?:^|\/)v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  const base = stage === undefined ? 2000 : stage === 'beta' ? 1000 : 0;
  return base + Number(major ?? 0) * 100 + Number(number ?? 0);
}

function unknownProblem({ apiVersion, kind }: Manifest, version: string): Found {
  const elsewhere = versionsOfKind(version, kind)
    .filter(({ isServed, onByDefault }) => isServed && onByDefault)
    .map((one) => one.apiVersion);
  if (elsewhere.length > 0) {
    return {
      field: 'apiVersion',
      problem: `Kubernetes has no kind ${shorten(kind)} in apiVersion ${show(apiVersion)}`,
      fix: `Write apiVersion: ${elsewhere.join(' or ')}.`,
    };
  }
  const kinds = kindsOfVersion(version, apiVersion)
    .filter(({ isServed }) => isServed)
    .map((one) => one.kind);
  const meant = shortKinds[kind.toLowerCase()] ?? closest(kind, kinds);
  return {
    field: kinds.length > 0 ? 'kind' : 'apiVersion',
    problem: `Kubernetes has no kind ${show(kind)} in apiVersion ${show(apiVersion)}`,
    fix:
      meant !== undefined
        ? kinds.includes(meant)
          ? `Write kind: ${meant}.`
          : `Write kind: ${meant}, and its apiVersion.`
        : kinds.length > 0
          ? 'Correct the kind, or write the apiVersion that has it.'
          : 'Correct the apiVersion and the kind.',
  };
}

/** The short names of kubectl that people write as kinds. */
const shortKinds: Readonly<Record<string, string | undefined>> = {
  cm: 'ConfigMap',
  cj: 'CronJob',
  deploy: 'Deployment',
  ds: 'DaemonSet',
  hpa: 'HorizontalPodAutoscaler',
  ing: 'Ingress',
  netpol: 'NetworkPolicy',
  ns: 'Namespace',
  pdb: 'PodDisruptionBudget',
  pv: 'PersistentVolume',
  pvc: 'PersistentVolumeClaim',
  sa: 'ServiceAccount',
  sc: 'StorageClass',
  sts: 'StatefulSet',
  svc: 'Service',
};

/** The group and kind of an apiVersion and kind: `example.com Widget` of `example.com/v1 Widget`. */
function groupAndKind(versionAndKind: string): string {
  const [apiVersion = '', kind = ''] = versionAndKind.split(' ');
  return `${groupOf(apiVersion)} ${kind}`;
}

/** A custom resource whose definition is among the objects, in a version or kind that it lacks. */
function customProblem(
  { apiVersion, kind }: Manifest,
  custom: ReadonlyMap<string, readonly (readonly [string, CustomKind])[]>,
): Found | undefined {
  const versions = custom.get(`${groupOf(apiVersion)} ${kind}`);
  if (versions === undefined) return undefined;
  const names = versions.map(([key]) => key.split(' ')[0] ?? '');
  return {
    field: 'apiVersion',
    problem: `the CustomResourceDefinition of ${kind} serves ${listed(names)}, got ${show(apiVersion)}`,
    fix: `Write apiVersion: ${names.slice(0, 8).join(' or ')}, or serve this version too.`,
    from: versions.flatMap(([, { definedBy }]): Premise[] =>
      definedBy === undefined
        ? []
        : ['name', 'served'].map((key) => [definedBy, `spec.versions[].${key}`]),
    ),
  };
}
