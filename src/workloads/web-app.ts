import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AppDeployment } from './app-deployment';
import type { AppDeploymentProps } from './app-deployment-props';
import { ClusterIpService } from './cluster-ip-service';
import { throwProblems, type Problem } from '../errors';
import { closest } from '../manifest/closest';
import { isLiteralFields } from '../manifest/literal';
import { givenProps } from '../manifest/props';
import { LoadBalancerService } from './load-balancer-service';
import { NodePortService } from './node-port-service';
import { placeOf, valueProblem } from './place';

/** What a `WebApp` is made of: all that its Deployment takes, and how it is reached. */
export interface WebAppProps extends AppDeploymentProps {
  /**
   * From where it is reached: from inside the cluster, through a port of every node, or through a
   * load balancer.
   *
   * @default - `NodePort` where `nodePort` is given, else `ClusterIP`
   */
  readonly serviceType?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /**
   * Name of the Service.
   *
   * @default - the name of the Deployment
   */
  readonly serviceName?: string;
  /**
   * Port that the Service listens on, 1 to 65535.
   *
   * @default - the port of the app; all of them where it has several
   */
  readonly servicePort?: number;
  /**
   * Port that every node opens, within the cluster's range: 30000 to 32767 unless the API server was
   * told otherwise.
   *
   * @default - none, or one that the cluster picks where `serviceType` needs it
   */
  readonly nodePort?: number;
}

/**
 * An app and the way to it in one: a Deployment and its Service. The names of both, and of the
 * container, are the construct's id unless others are given.
 *
 * @example
 * new WebApp(file, 'nginx', { image: 'nginx:1.27', port: 80, replicas: 1, nodePort: 30007 });
 */
export class WebApp extends Construct {
  /** The Deployment. */
  readonly deployment: AppDeployment;
  /** The Service, of the type that was asked for. */
  readonly service: ApiObject;

  /** @throws GroundworkError with everything in the props that Kubernetes would refuse */
  constructor(scope: Construct, id: string, props: WebAppProps) {
    const path = placeOf(scope, id);
    const given = givenProps(path, props);
    const { serviceName, servicePort, nodePort, serviceType: type, ...app } = given;
    const { name = id, namespace, container } = app;
    const serviceType = type ?? (nodePort === undefined ? 'ClusterIP' : 'NodePort');
    throwProblems(typeProblems(path, serviceType), new.target);
    super(scope, id);
    this.deployment = new AppDeployment(this, 'deployment', {
      ...app,
      name,
      container: isLiteralFields(container ?? {})
        ? { ...container, name: container?.name ?? id }
        : container,
    });
    const Service = services[serviceType];
    this.service = new Service(this, 'service', {
      name: serviceName ?? name,
      namespace,
      selects: this.deployment,
      port: servicePort,
      nodePort,
    });
  }
}

const services = {
  ClusterIP: ClusterIpService,
  NodePort: NodePortService,
  LoadBalancer: LoadBalancerService,
} as const;

function typeProblems(path: string, type: unknown): Problem[] {
  const types = Object.keys(services);
  const rule = types.includes(type as string) ? undefined : `must be one of ${types.join(', ')}`;
  const meant = typeof type === 'string' ? closest(type, types) : undefined;
  return valueProblem(path, 'serviceType', rule, type, `Write ${meant ?? types.join(' or ')}.`);
}
