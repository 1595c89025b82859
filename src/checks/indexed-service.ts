import { fieldsOf, itemsOf, labelsOf, textOf, type ListItem } from '../manifest/fields';
import type { Fields } from '../manifest/manifest';
import type { CheckedObject } from './check';
import { namespaceOf } from './object-groups';

/** A Service of the input. */
export interface IndexedService {
  /** The object. */
  readonly object: CheckedObject;
  /** Namespace as it is written; empty where none is. */
  readonly namespace: string;
  /** Its `spec`; empty where it has none. */
  readonly spec: Fields;
  /** Its type; `ClusterIP` where none is written. */
  readonly type: string;
  /** Labels of the pods that it sends to; empty where it selects none. */
  readonly selector: Readonly<Record<string, string>>;
  /** Its ports. */
  readonly ports: readonly ListItem[];
}

/** What the checks ask of a Service, read once. */
export function indexedService(object: CheckedObject): IndexedService {
  const spec = fieldsOf(object.manifest['spec']);
  return {
    object,
    namespace: namespaceOf(object),
    spec,
    type: textOf(spec['type']) ?? 'ClusterIP',
    selector: labelsOf(spec['selector']),
    ports: itemsOf(spec['ports']),
  };
}
