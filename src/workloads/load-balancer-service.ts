import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NodePortServiceProps } from './node-port-service';
import { servicePlan } from './service-plan';

/** What a `LoadBalancerService` is made of. */
export interface LoadBalancerServiceProps extends NodePortServiceProps {
  /**
   * Which of the cluster's load balancers takes it.
   *
   * @default - left to the cluster: its default one
   */
  readonly loadBalancerClass?: string;
  /**
   * Addresses that may connect, as CIDRs such as `203.0.113.0/24`.
   *
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
}

/**
 * A Service that is reached through a load balancer outside the cluster, where the cluster has one.
 *
 * @example
 * new LoadBalancerService(file, 'public', { selects: nginx, port: 80 });
 */
export class LoadBalancerService extends ApiObject {
  /** @throws GroundworkError with everything in the props that Kubernetes would refuse */
  constructor(scope: Construct, id: string, props: LoadBalancerServiceProps) {
    const forms = {
      externalTrafficPolicy: true,
      loadBalancerClass: true,
      loadBalancerSourceRanges: ['203.0.113.0/24'],
    } as const;
    super(scope, id, servicePlan(new.target, scope, id, 'LoadBalancer', props, forms));
  }
}
