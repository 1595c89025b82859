import type { Check, CheckedObject, Report } from '../check';
import { nodePortRange, type NodePortRange } from '../node-port-range';
import { objectIndex } from '../object-index';

/** Every nodePort lies in the range that the cluster gives to Services. */
export const nodePortInRange: Check = {
  id: 'node-port-in-range',
  summary: 'A nodePort lies in the range of the cluster.',
  why: 'The API server refuses a Service whose nodePort is outside of the range, so nothing is exposed.',
  fix: 'Choose a port in the range, or leave nodePort out to let the cluster pick one.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: { app: web }
  ports:
    - port: 80
      nodePort: 80
`,
    right: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: { app: web }
  ports:
    - port: 80
      nodePort: 30080
`,
  },
  *run(input) {
    const range = nodePortRange(input);
    for (const { object, spec, ports } of objectIndex(input).services) {
      for (const { item, index } of ports) {
        const port = item['nodePort'];
        if (isOutside(port, range)) {
          yield outside(object, `spec.ports[${index}].nodePort`, port, range);
        }
      }
      const port = spec['healthCheckNodePort'];
      if (isOutside(port, range)) yield outside(object, 'spec.healthCheckNodePort', port, range);
    }
  },
};

function isOutside(port: unknown, { first, last }: NodePortRange): port is number {
  // 0 is how the API says that nothing was chosen.
  return typeof port === 'number' && port !== 0 && !(port >= first && port <= last);
}

function outside(
  object: CheckedObject,
  field: string,
  port: number,
  { first, last, source }: NodePortRange,
): Report {
  const whose = source === 'default' ? '' : ' that the cluster’s service-node-port-range sets';
  return {
    object,
    field,
    problem: `nodePort must be within ${first}-${last}${whose}, got ${port}`,
  };
}
