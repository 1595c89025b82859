import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { servicePlan } from './service-plan';
import type { ServiceProps } from './service-props';

/** What a `ClusterIpService` is made of. */
export type ClusterIpServiceProps = ServiceProps;

/**
 * A Service that is reached from inside the cluster only.
 *
 * @example
 * new ClusterIpService(file, 'backend', { selects: deployment });
 */
export class ClusterIpService extends ApiObject {
  /** @throws GroundworkError with everything in the props that Kubernetes would refuse */
  constructor(scope: Construct, id: string, props: ClusterIpServiceProps) {
    super(scope, id, servicePlan(new.target, scope, id, 'ClusterIP', props));
  }
}
