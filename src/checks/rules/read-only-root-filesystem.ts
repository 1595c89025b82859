import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { isWindowsPod, lastingContainers, ownPods } from '../own-pods';

/** Containers can not change the files of their image. */
export const readOnlyRootFilesystem: Check = {
  id: 'read-only-root-filesystem',
  summary: 'A container has a read-only root file system.',
  why: 'Who breaks into a program first writes a file: a tool, a changed script. Where the image can not be written to, that fails; it also shows which folders hold data.',
  fix: 'Write readOnlyRootFilesystem: true, and mount an emptyDir where the program writes, such as /tmp.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      securityContext:
        readOnlyRootFilesystem: true
`,
  },
  *run(input) {
    for (const pod of ownPods(input)) {
      // Windows has no such thing.
      if (isWindowsPod(pod)) continue;
      for (const { container, field } of lastingContainers(pod)) {
        if (at(container, 'securityContext', 'readOnlyRootFilesystem') === true) continue;
        const problem = 'the container can write to the files of its image';
        const place = `${field}.securityContext.readOnlyRootFilesystem`;
        yield { object: pod.object, field: place, problem };
      }
    }
  },
};
