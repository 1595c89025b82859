import { itemsAt, labelsAt, textAt } from '../manifest/fields';
import type { Manifest } from '../manifest/manifest';
import { podTemplatesOf } from '../manifest/relations';
import { isWithin, type FieldChange, type Pair } from './kind-effects';
import { namedWith, namespaceOf, type Workload } from './surroundings';

/** Tells whether a pod has a port of a name. */
function hasPort({ pod }: Pick<Workload, 'pod'>, name: string): boolean {
  return pod.containers.some(({ container }) =>
    itemsAt(container, 'ports').some(({ item }) => item['name'] === name),
  );
}

/** Which Services send to a port name that the pods no longer have, as a sentence; empty where none does. */
export function lostPortSentence(change: FieldChange, pair: Pair): string {
  if (!isWithin(change.pattern, 'spec.template.spec.containers[*].ports')) return '';
  const [was] = podTemplatesOf(pair.before);
  const [is] = podTemplatesOf(pair.after);
  if (was === undefined || is === undefined) return '';
  const services = pair.next.servicesFor(namespaceOf(pair.after), is.labels).filter((service) =>
    itemsAt(service, 'spec', 'ports').some(({ item }) => {
      const name = textAt(item, 'targetPort');
      return name !== undefined && hasPort({ pod: was }, name) && !hasPort({ pod: is }, name);
    }),
  );
  return services.length === 0
    ? ''
    : ` ${namedWith(services, 'sends', 'send')} to a port by a name that the new pods don't have: nothing reaches them there.`;
}

/** The pods that a Service sends to which have no port of the name that it now sends to. */
export function withoutPort(service: Manifest, name: unknown, { next }: Pair): readonly Workload[] {
  if (typeof name !== 'string') return [];
  const selector = labelsAt(service, 'spec', 'selector');
  return next
    .workloadsWith(namespaceOf(service), selector)
    .filter((workload) => !hasPort(workload, name));
}
