import { show, type Problem } from '../errors';
import type { Container, PodSpec } from '../facts/kubernetes/api/core-v1.generated';
import type { AppDeploymentProps } from './app-deployment-props';
import { lateProblems } from '../manifest/literal';
import { Merge } from './merge';
import { problemAt } from './place';
import { podProblems } from './pod-problems';

/** The pods of an `AppDeployment`, and what is wrong with them. */
export interface PodPlan {
  /** The pods' `spec`, the main container first. */
  readonly spec: PodSpec;
  /** Everything that is wrong with it. */
  readonly problems: readonly Problem[];
}

/** Puts together what the props of an `AppDeployment` say about its pods. */
export function podPlan(path: string, id: string, props: AppDeploymentProps): PodPlan {
  const main = mainNameOf(id, props);
  const mainPath = `containers[${main}]`;
  const pod = new Merge(path);
  const sayMain = (fields: Partial<Container>, prefix: string, place: string): void => {
    pod.say({ containers: [{ ...fields, name: main }] }, prefix, place);
  };
  const { image, port } = props;

  pod.say({ containers: [{ name: main, image }] }, `${mainPath}.`, '');
  if (port !== undefined) {
    sayMain({ ports: [{ containerPort: port }] }, `${mainPath}.ports[${port}/TCP]`, 'port');
  }
  // Literals without a spread, since each is made for each workload.
  sayMain(
    {
      imagePullPolicy: props.imagePullPolicy,
      command: props.command,
      args: props.args,
      workingDir: props.workingDir,
      ports: props.ports,
      env: props.env,
      envFrom: props.envFrom,
      resources: props.resources,
      volumeMounts: props.volumeMounts,
      startupProbe: props.startupProbe,
      readinessProbe: props.readinessProbe,
      livenessProbe: props.livenessProbe,
      lifecycle: props.lifecycle,
    },
    `${mainPath}.`,
    '',
  );
  sayMain(props.container ?? {}, mainPath, 'container');
  pod.say({
    containers: othersOf(main, props),
    initContainers: props.initContainers,
    volumes: props.volumes,
    imagePullSecrets: props.imagePullSecrets,
    serviceAccountName: props.serviceAccountName,
    nodeSelector: props.nodeSelector,
    affinity: props.affinity,
    tolerations: props.tolerations,
    topologySpreadConstraints: props.topologySpreadConstraints,
    priorityClassName: props.priorityClassName,
    terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
  });
  pod.say(props.pod, '', 'pod');

  const spec = pod.result as unknown as PodSpec;
  const problems = [
    ...pod.problems,
    ...mainNameProblems(path, main, props),
    ...podProblems(path, pod.result),
  ];
  return { spec, problems };
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
    ...(repeated ? repeatedProblem(path, main) : []),
  ];
}

function repeatedProblem(path: string, main: string): Problem[] {
  return problemAt(
    path,
    'the name of a container',
    'must be used once in a pod',
    `${show(main)} for the main container and in containers`,
    'Give the other container a name of its own; say more about the main one in `container`.',
  );
}
