import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** No two volumes of a pod have one name. */
export const uniqueVolumeName: Check = {
  id: 'unique-volume-name',
  summary: 'The volumes of a pod have different names.',
  why: 'The API server refuses a pod with two volumes of one name.',
  fix: 'Give one of the volumes another name, or take it out.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - { name: data, emptyDir: {} }
    - { name: data, emptyDir: {} }
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - { name: data, emptyDir: {} }
    - { name: cache, emptyDir: {} }
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod } of objectIndex(input).podsWith('volumes')) {
      const volumes = itemsAt(pod.spec, 'volumes');
      for (const { entry, key } of duplicates(volumes, ({ item }) => textAt(item, 'name'))) {
        yield {
          object,
          field: `${pod.specField}.volumes[${entry.index}].name`,
          problem: `another volume of the pod has the name ${show(key)}`,
        };
      }
    }
  },
};
