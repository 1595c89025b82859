import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { servicePlan } from './service-plan';
import type { ServiceProps } from './service-props';

/** What a `NodePortService` is made of. */
export interface NodePortServiceProps extends ServiceProps {
  /**
   * Port that every node opens, within the cluster's range: 30000 to 32767 unless the API server was
   * told otherwise.
   *
   * @default - the cluster picks a free one
   */
  readonly nodePort?: number;
  /**
   * Where the traffic of a node goes: to all pods, or with `Local` to those on that node, which then
   * see the address of the client.
   *
   * @default - left to the cluster: `Cluster`
   */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
}

/**
 * A Service that is reached through a port of every node.
 *
 * @example
 * new NodePortService(file, 'service', { selects: nginx, nodePort: 30007 });
 */
export class NodePortService extends ApiObject {
  /** @throws GroundworkError with everything in the props that Kubernetes would refuse */
  constructor(scope: Construct, id: string, props: NodePortServiceProps) {
    super(
      scope,
      id,
      servicePlan(new.target, scope, id, 'NodePort', props, { externalTrafficPolicy: true }),
    );
  }
}
