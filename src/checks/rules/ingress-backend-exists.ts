import { shorten } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { choiceOf } from '../../manifest/listed';
import { isFields, type Fields } from '../../manifest/manifest';
import type { Check, CheckedObject, CheckInput, Report } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

/** The Services and ports that an Ingress sends to are there. */
export const ingressBackendExists: Check = {
  id: 'ingress-backend-exists',
  summary: 'The Services and ports that an Ingress sends to exist.',
  why: 'An Ingress whose Service or port is not there answers each request with 503.',
  fix: 'Add the Service to the objects, correct its name, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port: { number: 8080 }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
`,
    right: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port: { number: 80 }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
`,
  },
  *run(input) {
    for (const kind of ['networking.k8s.io/Ingress', 'extensions/Ingress']) {
      for (const object of objectIndex(input).ofKind(kind)) {
        for (const { backend, field } of backendsOf(object)) {
          yield* backendProblems(input, object, backend, field);
        }
      }
    }
  },
};

interface Backend {
  readonly backend: unknown;
  readonly field: string;
}

function backendsOf({ manifest }: CheckedObject): Backend[] {
  const spec = isFields(manifest['spec']) ? manifest['spec'] : {};
  const rules = itemsAt(spec, 'rules').flatMap(({ item, index }) =>
    itemsAt(item, 'http', 'paths').map(({ item: path, index: position }) => ({
      backend: path['backend'],
      field: `spec.rules[${index}].http.paths[${position}].backend`,
    })),
  );
  return [
    { backend: spec['defaultBackend'], field: 'spec.defaultBackend' },
    { backend: spec['backend'], field: 'spec.backend' },
    ...rules,
  ];
}

interface Target {
  readonly name: string;
  readonly nameField: string;
  readonly port: unknown;
  readonly portField: string;
}

/** The Service of a backend, as networking.k8s.io/v1 or as the versions before it write it. */
function targetOf(backend: Fields, field: string): Target | undefined {
  const oldName = textAt(backend, 'serviceName');
  if (oldName !== undefined) {
    return {
      name: oldName,
      nameField: `${field}.serviceName`,
      port: backend['servicePort'],
      portField: `${field}.servicePort`,
    };
  }
  const name = textAt(backend, 'service', 'name');
  const service = backend['service'];
  if (name === undefined || !isFields(service)) return undefined;
  const port = isFields(service['port']) ? service['port'] : {};
  const by = port['name'] === undefined ? 'number' : 'name';
  return {
    name,
    nameField: `${field}.service.name`,
    // A port with both is reported as such.
    port: port['name'] !== undefined && port['number'] !== undefined ? undefined : port[by],
    portField: `${field}.service.port.${by}`,
  };
}

function* backendProblems(
  input: CheckInput,
  object: CheckedObject,
  backend: unknown,
  field: string,
): Generator<Report> {
  const target = isFields(backend) ? targetOf(backend, field) : undefined;
  if (target === undefined) return;
  const { name, nameField, port, portField } = target;
  const namespace = namespaceOf(object);
  if (isExternal(input, 'Service', namespace, name)) return;
  const service = objectIndex(input).find('/Service', namespace, name);
  if (service === undefined) {
    yield reportMissing(input, '/Service', { object, field: nameField, name, namespace });
    return;
  }
  if (typeof port !== 'string' && typeof port !== 'number') return;
  let ports = known.get(service);
  if (ports === undefined) known.set(service, (ports = portsOf(service)));
  // A Service without ports is reported as such.
  if (ports.choice.size === 0 || ports.has.has(port)) return;
  yield {
    object,
    field: portField,
    problem: `Service ${name} has no port ${shorten(String(port))}`,
    fix: `Write one of its ports: ${choiceOf(ports.choice, String(port))}.`,
    severity: 'error',
    from: ['port', 'name'].map((key) => [service, `spec.ports[].${key}`] as const),
  };
}

/** The ports of a Service. */
interface ServicePorts {
  /** Their numbers and names. */
  readonly has: ReadonlySet<unknown>;
  /** How messages name them. */
  readonly choice: ReadonlySet<string>;
}

const known = new WeakMap<CheckedObject, ServicePorts>();

function portsOf({ manifest }: CheckedObject): ServicePorts {
  const ports = itemsAt(manifest, 'spec', 'ports').map(({ item }) => item);
  return {
    has: new Set(ports.flatMap((one) => [one['port'], one['name']])),
    choice: new Set(
      ports.map((one) => [one['port'], textAt(one, 'name')].filter(Boolean).join(' ')),
    ),
  };
}
