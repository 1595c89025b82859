import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { at, type Manifest } from '../manifest/manifest';
import { newerForm } from './newer-form';

/** A Service that an Ingress sends to. */
export interface IngressBackend {
  /** Name of the Service. */
  readonly service: string;
  /** The port as the Ingress names it: by name or by number; undefined where it names none. */
  readonly port: string | number | undefined;
}

/** The Services that an Ingress sends to, once for each path. */
export function backendsOf(ingress: Manifest): readonly IngressBackend[] {
  const spec = fieldsAt(newerForm(ingress), 'spec');
  const backends = [
    fieldsAt(spec, 'defaultBackend'),
    ...itemsAt(spec, 'rules').flatMap(({ item }) =>
      itemsAt(item, 'http', 'paths').map((path) => fieldsAt(path.item, 'backend')),
    ),
  ];
  return backends.flatMap((backend) => {
    const service = textAt(backend, 'service', 'name');
    if (service === undefined) return [];
    const port = at(backend, 'service', 'port', 'name') ?? at(backend, 'service', 'port', 'number');
    return {
      service,
      port: typeof port === 'string' || typeof port === 'number' ? port : undefined,
    };
  });
}
