import { definition } from '../../facts/kubernetes/schema';
import { itemsAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** Each volume of a pod has one source. */
export const validVolumes: Check = {
  id: 'valid-volumes',
  summary: 'A volume says once where its files come from.',
  why: 'The API server refuses a volume with several sources, and makes an empty directory of one whose source is left empty.',
  fix: 'Leave one source, such as emptyDir, configMap or persistentVolumeClaim.',
  severity: 'error',
  *run(input) {
    const sources = definition(input.kubernetesVersion, 'core.v1.Volume')?.fields ?? new Map();
    for (const { object, pod } of objectIndex(input).podsWith('volumes')) {
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        const keys = Object.keys(item).filter((key) => key !== 'name' && item[key] !== undefined);
        // An unknown field may be the source, misspelt: it is reported as such.
        if (keys.some((key) => !sources.has(key))) continue;
        // "configMap:" with nothing after it is null, which the server takes for absent.
        const given = keys.filter((key) => item[key] !== null);
        if (given.length === 1) continue;
        const field = `${pod.specField}.volumes[${index}]`;
        const [empty] = keys;
        if (given.length > 1) {
          const problem = `the volume has ${given.length} sources: ${given.join(', ')}`;
          yield { object, field, problem };
        } else if (empty !== undefined && empty !== 'emptyDir') {
          // The server takes a volume without a source for an empty directory.
          yield {
            object,
            field: `${field}.${empty}`,
            problem: `${empty} is empty, so the server makes the volume an emptyDir`,
            fix: `Write what belongs below ${empty}.`,
            severity: 'warning',
          };
        }
      }
    }
  },
};
