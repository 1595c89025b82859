import { appendField } from '../manifest/field-path';
import { fieldsAt } from '../manifest/fields';
import type { PodTemplate } from '../manifest/relations';

/** The first field of a pod's containers that asks for a resource; the pod's own spec where none does. */
export function resourceField(pod: PodTemplate, resource: string): string {
  for (const { container, field } of pod.containers) {
    for (const part of ['requests', 'limits']) {
      if (Object.hasOwn(fieldsAt(container, 'resources', part), resource)) {
        return appendField(`${field}.resources.${part}`, resource);
      }
    }
  }
  return pod.specField;
}
