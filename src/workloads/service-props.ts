import type { ServicePort, ServiceSpec } from '../facts/kubernetes/api/core-v1.generated';
import type { PropForms } from '../manifest/props';
import type { IServiceTarget } from './service-target';

/** What all Services of this package are made of. */
export interface ServiceProps {
  /**
   * Name of the Service, and its DNS name in the namespace: small letters, digits and `-`, beginning
   * with a letter, at most 63 characters.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Namespace of the Service: a Service selects pods of its own namespace only.
   *
   * @default - the namespace of what it selects, or else of the chart
   */
  readonly namespace?: string;
  /**
   * Labels of the Service.
   *
   * @default - the labels that it selects by
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * The pods that get the traffic: an `AppDeployment`, a workload of cdk8s-plus, or the labels that
   * the pods carry. A workload is read once, here: give it its ports and selectors first.
   */
  readonly selects: IServiceTarget | Readonly<Record<string, string>>;
  /**
   * Port that the Service listens on, 1 to 65535.
   *
   * @default - the port of the workload; all of them where it has several
   */
  readonly port?: number;
  /**
   * Port of the pods that gets the traffic: its number, or its name in the container.
   *
   * @default - the port of the workload; `port` where plain labels are selected
   */
  readonly targetPort?: number | string;
  /**
   * The ports one by one, in place of `port`, `targetPort` and `nodePort`. What an item leaves out
   * comes from the workload's port of the same name or number; several ports get names.
   *
   * @default - one port, from `port` and `targetPort`
   */
  readonly ports?: ServicePort[];
  /**
   * Any other field of the Service's `spec`, such as `sessionAffinity`, or `clusterIP: 'None'` for a
   * headless Service.
   *
   * @default - nothing more
   */
  readonly spec?: Partial<Omit<ServiceSpec, 'ports' | 'selector' | 'type'>>;
}

/** The form of each prop that all Services have. */
export const serviceForms: PropForms<ServiceProps> = {
  name: true,
  namespace: true,
  labels: { app: 'nginx' },
  annotations: { 'example.com/note': 'text' },
  selects: true,
  port: true,
  targetPort: true,
  ports: [{ name: 'http', port: 80 }],
  spec: { publishNotReadyAddresses: true },
};
