import { numberAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** The fields of a Service fit its type. */
export const validServiceType: Check = {
  id: 'valid-service-type',
  summary: 'The fields of a Service are those that its type takes.',
  why: 'The API server refuses fields of load balancers in a Service of another type, and a session that lasts more than a day.',
  fix: 'Write type: LoadBalancer, or take the field out.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  loadBalancerSourceRanges: [10.0.0.0/8]
  ports:
    - port: 80
`,
    right: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  loadBalancerSourceRanges: [10.0.0.0/8]
  ports:
    - port: 80
`,
  },
  *run(input) {
    const services = objectIndex(input).having('/Service', ...balancerFields, ...otherFields);
    for (const object of services) {
      const spec = at(object.manifest, 'spec');
      const type = textAt(spec, 'type') ?? 'ClusterIP';
      for (const key of balancerFields) {
        const value = at(spec, key) ?? undefined;
        const isSet = Array.isArray(value) ? value.length > 0 : value !== undefined;
        if (!isSet || type === 'LoadBalancer') continue;
        const problem = `${key} is only for the type LoadBalancer, and this is a ${type}`;
        yield { object, field: `spec.${key}`, problem, from: ['spec.type'], cause: 'spec.type' };
      }
      const isLocal = type === 'LoadBalancer' && textAt(spec, 'externalTrafficPolicy') === 'Local';
      if ((numberAt(spec, 'healthCheckNodePort') ?? 0) !== 0 && !isLocal) {
        yield {
          object,
          field: 'spec.healthCheckNodePort',
          problem:
            'healthCheckNodePort is only for the type LoadBalancer with externalTrafficPolicy: Local',
          fix: 'Take healthCheckNodePort out, or write externalTrafficPolicy: Local.',
          from: ['spec.type', 'spec.externalTrafficPolicy'],
          cause: type === 'LoadBalancer' ? 'spec.externalTrafficPolicy' : 'spec.type',
        };
      }
      const families = at(spec, 'ipFamilies');
      if (Array.isArray(families) && families.length > 1) {
        const isDual = new Set(families).size === 2 && families.length === 2;
        if (!isDual || textAt(spec, 'ipFamilyPolicy') === 'SingleStack') {
          const problem = isDual
            ? 'a Service of ipFamilyPolicy: SingleStack has one family'
            : `must be one or both of IPv4 and IPv6, got ${families.join(', ')}`;
          const fix =
            'Write [IPv4, IPv6] beside ipFamilyPolicy: PreferDualStack, or one of the two.';
          yield { object, field: 'spec.ipFamilies', problem, fix };
        }
      }
      const field = ['sessionAffinityConfig', 'clientIP', 'timeoutSeconds'];
      const seconds = numberAt(spec, ...field);
      if (textAt(spec, 'sessionAffinity') !== 'ClientIP' || seconds === undefined) continue;
      if (seconds > 0 && seconds <= 86400) continue;
      yield {
        object,
        field: `spec.${field.join('.')}`,
        problem: `must be within 1-86400, a day, got ${seconds}`,
        fix: 'Write the seconds that a session lasts, such as 10800.',
      };
    }
  },
};

const otherFields = ['healthCheckNodePort', 'ipFamilies', 'sessionAffinity'];

const balancerFields = [
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
];
