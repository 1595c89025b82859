import { ApiObject } from 'cdk8s';
import type {
  INetworkPolicyPeer,
  IPodSelector,
  IScalable,
  NetworkPolicyPeerConfig,
  PodSelectorConfig,
  ScalingTarget,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { throwProblems } from '../errors';
import type { Container } from '../facts/kubernetes/api/core-v1.generated';
import type { AppDeploymentProps } from './app-deployment-props';
import { deploymentPlan } from './deployment-plan';
import { placeOf } from './place';
import { podSelectorConfig, scalingContainers } from './plus';

/**
 * A Deployment of one app: a main container, and what runs beside it.
 *
 * Writes what is said and nothing else: no limits, probes or security settings of its own. It is an
 * `ApiObject`, so JSON patches and dependencies work on it, and cdk8s-plus-28 takes it wherever that
 * takes a pod selector, a target to scale or a peer of a network policy.
 *
 * @example
 * const nginx = new AppDeployment(file, 'nginx', { image: 'nginx:1.27', port: 80, replicas: 2 });
 */
export class AppDeployment
  extends ApiObject
  implements IPodSelector, IScalable, INetworkPolicyPeer
{
  /** Number of pods, where one was said. */
  readonly replicas: number | undefined;
  /** The containers of the pods, the main one first. */
  readonly containers: readonly Container[];
  /** Whether an autoscaler of cdk8s-plus-28 has this Deployment as its target. */
  hasAutoscaler = false;
  private readonly selector: Readonly<Record<string, string>>;

  /**
   * @throws GroundworkError with everything in the props that Kubernetes would refuse, and every
   * value that is said twice differently
   */
  constructor(scope: Construct, id: string, props: AppDeploymentProps) {
    const { metadata, spec, replicas, containers, selector, problems } = deploymentPlan(
      placeOf(scope, id),
      id,
      props,
    );
    throwProblems(problems, new.target);
    super(scope, id, { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec });
    this.replicas = replicas;
    this.containers = containers;
    this.selector = selector;
  }

  /** The labels that select the pods: a copy. */
  get matchLabels(): Record<string, string> {
    return { ...this.selector };
  }

  /** Called by an autoscaler of cdk8s-plus-28 that has this Deployment as its target. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler of cdk8s-plus-28 needs to know; it refuses a target that says `replicas`. */
  toScalingTarget(): ScalingTarget {
    return {
      apiVersion: this.apiVersion,
      kind: this.kind,
      name: this.name,
      containers: scalingContainers(this.containers),
      replicas: this.replicas,
    };
  }

  /** How cdk8s-plus-28 selects the pods. */
  toPodSelectorConfig(): PodSelectorConfig {
    return podSelectorConfig(this.matchLabels, this.metadata.namespace);
  }

  /** How a network policy of cdk8s-plus-28 names the pods. */
  toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The pods as a selector of cdk8s-plus-28. */
  toPodSelector(): IPodSelector {
    return this;
  }
}
