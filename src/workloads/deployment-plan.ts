import type { ApiObjectMetadata } from 'cdk8s';
import { show, type Problem } from '../errors';
import type { DeploymentSpec } from '../facts/kubernetes/api/apps-v1.generated';
import type { Container, PodSpec } from '../facts/kubernetes/api/core-v1.generated';
import { countProblem } from '../manifest/scalars';
import type { AppDeploymentProps } from './app-deployment-props';
import { isResolvedLater, lateProblems } from './literal';
import { Merge } from './merge';
import { annotationProblems, labelProblems, metadataProblems } from './metadata-problems';
import { problemAt } from './place';
import { podProblems } from './pod-problems';
import { selectorOf } from './selector';

/** What an `AppDeployment` writes, and what is wrong with it. */
export interface DeploymentPlan {
  /** The object's `metadata`. */
  readonly metadata: ApiObjectMetadata;
  /** The object's `spec`. */
  readonly spec: DeploymentSpec;
  /** The containers of the pods, the main one first. */
  readonly containers: readonly Container[];
  /** The labels that select the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Everything that is wrong with the props. */
  readonly problems: readonly Problem[];
}

type Labels = Readonly<Record<string, string>>;

/** Puts together what the props of an `AppDeployment` say. */
export function deploymentPlan(
  path: string,
  id: string,
  props: AppDeploymentProps,
): DeploymentPlan {
  const { name = id, namespace, annotations, podAnnotations } = props;
  const { labels, podLabels, selector, merge } = mergeLabels(path, name, props);
  const pod = mergePod(path, id, props);
  const podSpec = pod.result as unknown as PodSpec;
  const metadata = { name, namespace, labels, annotations };
  return {
    metadata: metadata,
    spec: {
      replicas: props.replicas,
      selector: { matchLabels: selector },
      strategy: props.strategy,
      minReadySeconds: props.minReadySeconds,
      progressDeadlineSeconds: props.progressDeadlineSeconds,
      revisionHistoryLimit: props.revisionHistoryLimit,
      paused: props.paused,
      template: { metadata: { labels: podLabels, annotations: podAnnotations }, spec: podSpec },
    },
    containers: podSpec.containers,
    selector,
    problems: [
      ...lateProblems(path, props, [
        ...['labels', 'annotations', 'podLabels', 'podAnnotations', 'selector'],
        ...['container', 'pod'],
      ]),
      ...metadataProblems(path, 'apps/v1', 'Deployment', metadata),
      ...labelProblems(path, 'podLabels', props.podLabels),
      ...annotationProblems(path, 'podAnnotations', podAnnotations),
      ...labelProblems(path, 'selector', props.selector),
      ...selectorProblems(path, selector),
      ...replicasProblems(path, props.replicas),
      ...merge.problems,
      ...pod.problems,
      ...mainNameProblems(path, mainNameOf(id, props), props),
      ...podProblems(path, pod.result),
    ],
  };
}

function mergeLabels(
  path: string,
  name: string,
  props: AppDeploymentProps,
): { labels: Labels; podLabels: Labels; selector: Labels; merge: Merge } {
  const merge = new Merge(path);
  merge.say(props.labels, '', 'labels');
  merge.say(props.podLabels, '', 'podLabels');
  merge.say(props.selector, '', 'selector');
  const said = merge.result as Labels;
  const selector = props.selector ?? selectorOf(said, name);
  // The label that the selector took from the name is part of the object's labels, and comes first.
  const added = Object.fromEntries(Object.entries(selector).filter(([key]) => !(key in said)));
  return {
    labels: { ...added, ...(isResolvedLater(props.labels) ? {} : props.labels) },
    podLabels: { ...added, ...said },
    selector,
    merge,
  };
}

function mergePod(path: string, id: string, props: AppDeploymentProps): Merge {
  const main = mainNameOf(id, props);
  const mainPath = `containers[${main}]`;
  const pod = new Merge(path);
  const sayMain = (fields: Partial<Container>, prefix: string, place: string): void => {
    pod.say({ containers: [{ ...fields, name: main }] }, prefix, place);
  };
  const { image, port, ports, command, args, workingDir, env, envFrom, resources } = props;
  const { readinessProbe, livenessProbe, startupProbe, lifecycle, imagePullPolicy } = props;
  const { volumeMounts, volumes, initContainers, serviceAccountName, nodeSelector } = props;
  const { tolerations, affinity, topologySpreadConstraints, imagePullSecrets } = props;
  const { priorityClassName, terminationGracePeriodSeconds } = props;

  pod.say({ containers: [{ name: main, image }] }, `${mainPath}.`, '');
  if (port !== undefined) {
    sayMain({ ports: [{ containerPort: port }] }, `${mainPath}.ports[${port}/TCP]`, 'port');
  }
  sayMain(
    {
      ...{ imagePullPolicy, command, args, workingDir, ports, env, envFrom, resources },
      ...{ volumeMounts, startupProbe, readinessProbe, livenessProbe, lifecycle },
    },
    `${mainPath}.`,
    '',
  );
  sayMain(props.container ?? {}, mainPath, 'container');
  pod.say({
    ...{ containers: othersOf(main, props), initContainers, volumes, imagePullSecrets },
    ...{ serviceAccountName, nodeSelector, affinity, tolerations, topologySpreadConstraints },
    ...{ priorityClassName, terminationGracePeriodSeconds },
  });
  pod.say(props.pod, '', 'pod');
  return pod;
}

function mainNameOf(id: string, props: AppDeploymentProps): string {
  return props.container?.name ?? id;
}

/** `containers` are other containers: one named like the main one is a mistake, not more about it. */
function othersOf(main: string, { containers }: AppDeploymentProps): Container[] | undefined {
  return Array.isArray(containers) ? containers.filter(({ name }) => name !== main) : containers;
}

function mainNameProblems(path: string, main: string, props: AppDeploymentProps): Problem[] {
  const repeated = othersOf(main, props)?.length !== props.containers?.length;
  return [
    ...lateProblems(path, { 'container.name': main }, ['container.name']),
    ...problemAt(
      path,
      'the name of a container',
      repeated ? 'must be used once in a pod' : undefined,
      `${show(main)} for the main container and in containers`,
      'Give the other container a name of its own; say more about the main one in `container`.',
    ),
  ];
}

function selectorProblems(path: string, selector: Labels): Problem[] {
  const rule = Object.keys(selector).length > 0 ? undefined : 'must hold a label';
  const fix = 'Leave it out, or give labels such as { app: "web" }.';
  return problemAt(path, 'selector', rule, show(selector), fix);
}

function replicasProblems(path: string, replicas: unknown): Problem[] {
  if (replicas === undefined || isResolvedLater(replicas)) return [];
  const fix = 'Give a number such as 2, or leave it out for an autoscaler to decide.';
  return problemAt(path, 'replicas', countProblem(replicas), show(replicas), fix);
}
