import { isFields, type Fields, type Manifest } from '../manifest/manifest';

/**
 * An object in the form of its newer API version, where the older one wrote the same thing otherwise:
 * the backends of an Ingress before `networking.k8s.io/v1`, the CPU target of an `autoscaling/v1`
 * autoscaler. The server stores one object for both, so that only the form differs. Everything else
 * comes back as it is.
 */
export function newerForm(manifest: Manifest): Manifest {
  const { apiVersion, kind, spec } = manifest;
  if (!isFields(spec)) return manifest;
  if (kind === 'Ingress' && /^(extensions|networking\.k8s\.io)\/v1beta1$/.test(apiVersion)) {
    return { ...manifest, spec: ingressSpec(spec) };
  }
  if (kind === 'HorizontalPodAutoscaler' && apiVersion === 'autoscaling/v1') {
    return { ...manifest, spec: autoscalerSpec(spec) };
  }
  return manifest;
}

function ingressSpec({ backend, rules, ...spec }: Fields): Fields {
  return {
    ...spec,
    ...(backend === undefined ? {} : { defaultBackend: newBackend(backend) }),
    ...(rules === undefined ? {} : { rules: each(rules, newRule) }),
  };
}

function newRule(rule: Fields): Fields {
  const { http } = rule;
  if (!isFields(http)) return rule;
  const newPath = ({ backend, ...path }: Fields): Fields => ({
    ...path,
    ...(backend === undefined ? {} : { backend: newBackend(backend) }),
  });
  return { ...rule, http: { ...http, paths: each(http['paths'], newPath) } };
}

function newBackend(backend: unknown): unknown {
  if (!isFields(backend)) return backend;
  const { serviceName, servicePort, ...rest } = backend;
  if (serviceName === undefined) return backend;
  const port = typeof servicePort === 'number' ? { number: servicePort } : { name: servicePort };
  return { ...rest, service: { name: serviceName, port } };
}

function autoscalerSpec({ targetCPUUtilizationPercentage: target, ...spec }: Fields): Fields {
  if (target === undefined) return spec;
  const averageUtilization = { type: 'Utilization', averageUtilization: target };
  return {
    ...spec,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: averageUtilization } }],
  };
}

function each(list: unknown, change: (item: Fields) => Fields): unknown {
  return Array.isArray(list)
    ? list.map((item: unknown) => (isFields(item) ? change(item) : item))
    : list;
}
