import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import { dnsSubdomainProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** The rules of an Ingress are such that the API server takes them. */
export const validIngress: Check = {
  id: 'valid-ingress',
  summary: 'An Ingress has a rule or a default backend, and sound hosts, paths and backends.',
  why: 'The API server refuses an Ingress without rules, a path that does not begin with a slash, and a backend without a port.',
  fix: 'Write the host as a name without scheme and port, and each path with a leading slash.',
  severity: 'error',
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
          - path: shop
            pathType: Prefix
            backend:
              service:
                name: web
                port: { number: 80 }
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
          - path: /shop
            pathType: Prefix
            backend:
              service:
                name: web
                port: { number: 80 }
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('networking.k8s.io/Ingress')) {
      if (object.manifest.apiVersion !== 'networking.k8s.io/v1') continue;
      for (const found of ingressProblems(object)) {
        if (!isReported(input, object, found.field)) yield found;
      }
    }
    for (const object of objectIndex(input).ofKind('networking.k8s.io/IngressClass')) {
      yield* parametersProblems(object);
    }
  },
};

/** What an IngressClass takes its parameters from is of the cluster, unless it says otherwise. */
function* parametersProblems(object: CheckedObject): Generator<Report> {
  const parameters = at(object.manifest, 'spec', 'parameters');
  if (!isFields(parameters)) return;
  const scope = textAt(parameters, 'scope') ?? 'Cluster';
  const hasNamespace = textAt(parameters, 'namespace') !== undefined;
  if (hasNamespace === (scope === 'Namespace')) return;
  const field = 'spec.parameters.namespace';
  const from = ['spec.parameters.scope'];
  yield hasNamespace
    ? {
        object,
        field,
        problem: 'parameters with the scope Cluster have no namespace',
        fix: 'Write scope: Namespace beside it, or take namespace out.',
        from,
      }
    : {
        object,
        field,
        problem: 'parameters with the scope Namespace need a namespace',
        fix: 'Write the namespace that they are in.',
        from,
      };
}

function* ingressProblems(object: CheckedObject): Generator<Report> {
  const spec = at(object.manifest, 'spec');
  const rules = itemsAt(spec, 'rules');
  const isMisspelt = Object.keys(Object(spec) as object).some((key) => !known.has(key));
  if (rules.length === 0 && at(spec, 'defaultBackend') == null && !isMisspelt) {
    const fix = 'Add a rule with a host, paths and their backends.';
    yield {
      object,
      field: 'spec.rules',
      problem: 'the Ingress has no rules and no default backend',
      fix,
      from: ['spec.rules[]', 'spec.defaultBackend'],
    };
  }
  yield* backendProblems(object, at(spec, 'defaultBackend'), 'spec.defaultBackend');
  for (const { item, index } of rules) {
    const field = `spec.rules[${index}]`;
    const host = textAt(item, 'host');
    const problem = host === undefined ? undefined : dnsSubdomainProblem(host.replace(/^\*\./, ''));
    if (host !== undefined && (problem !== undefined || /^\d+(\.\d+){3}$/.test(host))) {
      yield {
        object,
        field: `${field}.host`,
        problem: `${problem ?? 'must be a name, not an address'}, got ${show(host)}`,
        fix: 'Write the host as a DNS name without scheme, port and path, such as www.example.com.',
      };
    }
    for (const { item: path, index: position } of itemsAt(item, 'http', 'paths')) {
      const place = `${field}.http.paths[${position}]`;
      const text = path['path'];
      const type = textAt(path, 'pathType');
      const isAbsolute = typeof text === 'string' && text.startsWith('/');
      if (
        (type === 'Exact' || type === 'Prefix') &&
        !isAbsolute &&
        (text == null || typeof text === 'string')
      ) {
        yield {
          object,
          field: `${place}.path`,
          problem: `must begin with a slash where pathType is ${type}, got ${text == null ? 'nothing' : `"${text}"`}`,
          fix: 'Write a path such as /.',
        };
      }
      const sequence = isAbsolute ? /\/\/|\/\.\.?(?=\/|$)|%2f/i.exec(text)?.[0] : undefined;
      if ((type === 'Exact' || type === 'Prefix') && sequence !== undefined) {
        yield {
          object,
          field: `${place}.path`,
          problem: `must not contain "${sequence}" where pathType is ${type}, got ${show(String(text))}`,
          fix: 'Write the path as it is, with one slash between its parts.',
        };
      }
      yield* backendProblems(object, path['backend'], `${place}.backend`);
    }
  }
}

const known: ReadonlySet<string> = new Set(['rules', 'defaultBackend', 'tls', 'ingressClassName']);

function* backendProblems(
  object: CheckedObject,
  backend: unknown,
  field: string,
): Generator<Report> {
  const service = at(backend, 'service');
  const resource = at(backend, 'resource');
  if (backend == null || typeof backend !== 'object') return;
  if (service != null && resource != null) {
    const problem = 'the backend has both a service and a resource';
    yield { object, field, problem, fix: 'Leave one of the two.' };
    return;
  }
  if (service == null && resource == null) {
    // The form of the API versions before v1 is reported as unknown fields.
    if (Object.keys(backend).length > 0) return;
    yield {
      object,
      field,
      problem: 'the backend is empty',
      fix: 'Write service with its name and port.',
    };
    return;
  }
  const port = at(service, 'port');
  const hasNumber = at(port, 'number') != null;
  const hasName = at(port, 'name') != null;
  if (service == null || typeof service !== 'object' || hasNumber !== hasName) return;
  if (port != null && typeof port === 'object' && !hasNumber && Object.keys(port).length > 0)
    return;
  if (port != null && typeof port !== 'object') return;
  if (Object.keys(service).some((key) => key !== 'name' && key !== 'port')) return;
  yield {
    object,
    field: `${field}.service.port`,
    problem: hasNumber ? 'the port has both a number and a name' : 'the backend has no port',
    fix: 'Write either number or name under port.',
  };
}
