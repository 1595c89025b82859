import type { ApiObjectMetadata } from 'cdk8s';
import { type Problem } from '../errors';
import type { DeploymentSpec } from '../facts/kubernetes/api/apps-v1.generated';
import type { Container } from '../facts/kubernetes/api/core-v1.generated';
import { soundProps } from '../manifest/props';
import { countProblem } from '../manifest/scalars';
import { appDeploymentForms, type AppDeploymentProps } from './app-deployment-props';
import { isResolvedLater, lateProblems } from '../manifest/literal';
import { Merge } from './merge';
import { annotationProblems, labelProblems, metadataProblems } from './metadata-problems';
import { valueProblem } from './place';
import { podPlan } from './pod-plan';
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
  /** Number of pods, where one was said. */
  readonly replicas: number | undefined;
  /** Everything that is wrong with the props. */
  readonly problems: readonly Problem[];
}

type Labels = Readonly<Record<string, string>>;

/** Puts together what the props of an `AppDeployment` say. */
export function deploymentPlan(
  path: string,
  id: string,
  given: AppDeploymentProps,
): DeploymentPlan {
  const { props, problems } = soundProps(path, given, appDeploymentForms);
  const { name = id, namespace, annotations, podAnnotations } = props;
  const { labels, podLabels, selector, merge } = mergeLabels(path, name, props);
  const pod = podPlan(path, id, props);
  const metadata = { name, namespace, labels, annotations };
  return {
    metadata,
    spec: {
      replicas: props.replicas,
      selector: { matchLabels: selector },
      strategy: props.strategy,
      minReadySeconds: props.minReadySeconds,
      progressDeadlineSeconds: props.progressDeadlineSeconds,
      revisionHistoryLimit: props.revisionHistoryLimit,
      paused: props.paused,
      template: { metadata: { labels: podLabels, annotations: podAnnotations }, spec: pod.spec },
    },
    replicas: props.replicas,
    containers: pod.spec.containers,
    selector,
    problems: [
      ...problems,
      ...lateProblems(path, props, [
        ...['labels', 'annotations', 'podLabels', 'podAnnotations', 'selector'],
        ...['container', 'pod'],
      ]),
      ...metadataProblems(path, 'apps/v1', 'Deployment', { ...metadata, labels: props.labels }),
      ...appLabelProblems(path, name, selector),
      ...labelProblems(path, 'podLabels', props.podLabels),
      ...annotationProblems(path, 'podAnnotations', podAnnotations),
      ...labelProblems(path, 'selector', props.selector),
      ...selectorProblems(path, selector),
      ...replicasProblems(path, props.replicas),
      ...merge.problems,
      ...pod.problems,
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
  const own = new Merge(path);
  own.say(added);
  own.say(props.labels);
  return {
    labels: own.result as Labels,
    podLabels: { ...added, ...said },
    selector,
    merge,
  };
}

function selectorProblems(path: string, selector: Labels): Problem[] {
  const rule = Object.keys(selector).length > 0 ? undefined : 'must hold a label';
  const fix = 'Leave it out, or give labels such as { app: "web" }.';
  return valueProblem(path, 'selector', rule, selector, fix);
}

/** A name that makes the label `app` must fit into a label, which is shorter than a name may be. */
function appLabelProblems(path: string, name: string, labels: Labels): Problem[] {
  const made = labels['app'] === name && typeof name === 'string' && name.length > 63;
  const rule = made
    ? `must be at most 63 characters long to be a label, not ${name.length}`
    : undefined;
  const fix = 'Give a shorter name, or a label of your own: { app: "web" }.';
  return valueProblem(path, 'name', rule, name, fix);
}

function replicasProblems(path: string, replicas: unknown): Problem[] {
  if (replicas === undefined || isResolvedLater(replicas)) return [];
  const fix = 'Give a number such as 2, or leave it out for an autoscaler to decide.';
  return valueProblem(path, 'replicas', countProblem(replicas), replicas, fix);
}
