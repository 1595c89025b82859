import { definition } from '../../facts/kubernetes/schema';
import { itemsAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** Each volume of a pod has one source. */
export const validVolumes: Check = {
  id: 'valid-volumes',
  summary: 'A volume says where its files come from, once.',
  why: 'The API server refuses a volume with no source, and one with several.',
  fix: 'Leave one source, such as emptyDir, configMap or persistentVolumeClaim.',
  severity: 'error',
  *run(input) {
    const sources = definition(input.kubernetesVersion, 'core.v1.Volume')?.fields ?? new Map();
    for (const { object, pod } of objectIndex(input).pods) {
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        const keys = Object.keys(item).filter((key) => key !== 'name' && item[key] !== undefined);
        // An unknown field may be the source, misspelt: it is reported as such.
        if (keys.some((key) => !sources.has(key))) continue;
        // "emptyDir:" with nothing after it is null, which the server takes for absent.
        const given = keys.filter((key) => item[key] !== null);
        if (given.length === 1) continue;
        const [empty] = keys;
        yield {
          object,
          field: `${pod.specField}.volumes[${index}]`,
          problem:
            given.length > 1
              ? `the volume has ${given.length} sources: ${given.join(', ')}`
              : 'the volume has no source',
          ...(given.length === 0 ? { fix: `Write one, such as ${empty ?? 'emptyDir'}: {}.` } : {}),
        };
      }
    }
  },
};
