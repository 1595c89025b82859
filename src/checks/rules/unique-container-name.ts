import { show } from '../../errors';
import type { Check } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** No two containers of a pod have one name. */
export const uniqueContainerName: Check = {
  id: 'unique-container-name',
  summary: 'The containers of a pod have different names.',
  why: 'The API server refuses a pod with two containers of one name, init containers among them.',
  fix: 'Give one of the containers another name.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
    - name: web
      image: busybox:1.36
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
    - name: logs
      image: busybox:1.36
`,
  },
  *run(input) {
    for (const { object, pod } of objectIndex(input).pods) {
      for (const { entry, first, key } of duplicates(
        pod.containers,
        ({ name }) => name || undefined,
      )) {
        yield {
          object,
          field: `${entry.field}.name`,
          problem: `${show(key)} is already the name of ${first.field}`,
          cause: entry.field,
        };
      }
    }
  },
};
