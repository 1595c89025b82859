import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** No two volumes are mounted at one path of a container. */
export const uniqueMountPath: Check = {
  id: 'unique-mount-path',
  summary: 'A container mounts one volume at a path.',
  why: 'The API server refuses a container with two mounts at one path.',
  fix: 'Mount one of the volumes at another path.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - { name: a, emptyDir: {} }
    - { name: b, emptyDir: {} }
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - { name: a, mountPath: /data }
        - { name: b, mountPath: /data }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - { name: a, emptyDir: {} }
    - { name: b, emptyDir: {} }
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - { name: a, mountPath: /data }
        - { name: b, mountPath: /cache }
`,
  },
  *run(input) {
    for (const { object, container, field } of objectIndex(input).containersWith('volumeMounts')) {
      const mounts = itemsAt(container, 'volumeMounts');
      for (const { entry, key } of duplicates(mounts, ({ item }) => textAt(item, 'mountPath'))) {
        yield {
          object,
          field: `${field}.volumeMounts[${entry.index}].mountPath`,
          problem: `another volume is mounted at ${show(key)}`,
        };
      }
    }
  },
};
