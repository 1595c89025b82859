import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** The path of a mount within its volume stays in the volume. */
export const validMountPaths: Check = {
  id: 'valid-mount-paths',
  summary:
    'The subPath of a mount is relative and stays in its volume; mounts go back to the host from privileged containers alone.',
  why: 'The API server refuses an absolute subPath, one with "..", subPath beside subPathExpr, and Bidirectional mounts of a container that is not privileged.',
  fix: 'Write the path within the volume, such as logs/web.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - name: data
          mountPath: /data
          subPath: /web
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - name: data
          mountPath: /data
          subPath: web
`,
  },
  *run(input) {
    for (const { object, container, field } of objectIndex(input).containersWith('volumeMounts')) {
      for (const { item, index } of itemsAt(container, 'volumeMounts')) {
        const place = `${field}.volumeMounts[${index}]`;
        const isPrivileged = at(container, 'securityContext', 'privileged') === true;
        if (item['mountPropagation'] === 'Bidirectional' && !isPrivileged) {
          yield {
            object,
            field: `${place}.mountPropagation`,
            problem: 'Bidirectional is only for privileged containers',
            fix: 'Write HostToContainer, or securityContext.privileged: true.',
          };
        }
        for (const key of ['subPath', 'subPathExpr']) {
          const path = textAt(item, key);
          if (path?.startsWith('/') === true) {
            const problem = `must be a path within the volume, without a slash before it, got ${show(path)}`;
            yield { object, field: `${place}.${key}`, problem };
          } else if (path?.split('/').includes('..') === true) {
            const problem = `must not leave the volume with "..", got ${show(path)}`;
            yield { object, field: `${place}.${key}`, problem };
          }
        }
        if (textAt(item, 'subPath') === undefined || textAt(item, 'subPathExpr') === undefined) {
          continue;
        }
        const problem = 'subPath and subPathExpr may not both be set';
        yield { object, field: `${place}.subPathExpr`, problem, fix: 'Leave one of the two.' };
      }
    }
  },
};
