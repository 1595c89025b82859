import { itemsAt, numberAt } from '../../manifest/fields';
import type { Check, CheckedObject, CheckInput, Report } from '../check';
import { nodePortRange, type NodePortRange } from '../node-port-range';

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
    for (const object of services(input)) {
      for (const { item, index } of itemsAt(object.manifest, 'spec', 'ports')) {
        const field = `spec.ports[${index}].nodePort`;
        yield* outside(object, field, numberAt(item, 'nodePort'), range);
      }
      const healthCheck = numberAt(object.manifest, 'spec', 'healthCheckNodePort');
      yield* outside(object, 'spec.healthCheckNodePort', healthCheck, range);
    }
  },
};

function services({ objects }: CheckInput): CheckedObject[] {
  return objects.filter(
    ({ manifest: { apiVersion, kind } }) => apiVersion === 'v1' && kind === 'Service',
  );
}

function* outside(
  object: CheckedObject,
  field: string,
  port: number | undefined,
  { first, last, source }: NodePortRange,
): Generator<Report> {
  // 0 is how the API says that nothing was chosen.
  if (port === undefined || port === 0 || (port >= first && port <= last)) return;
  const whose = source === 'default' ? '' : ' that the cluster’s service-node-port-range sets';
  yield {
    object,
    field,
    problem: `nodePort must be within ${first}-${last}${whose}, got ${port}`,
  };
}
