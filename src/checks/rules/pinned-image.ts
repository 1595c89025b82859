import { shorten } from '../../errors';
import { parseImage } from '../../manifest/image-reference';
import type { Check } from '../check';
import { ownPods } from '../own-pods';

/** The images of containers are pinned to a version. */
export const pinnedImage: Check = {
  id: 'pinned-image',
  summary: 'The image of a container has a tag other than latest, or a digest.',
  why: 'What latest stands for changes: two nodes may run two versions of it, a restarted pod may come back as another program, and there is no tag to go back to.',
  fix: 'Write the version that you tested, such as nginx:1.27.3.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:latest
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      for (const { container, field } of pod.containers) {
        const image = container['image'];
        if (typeof image !== 'string' || image === '' || isPlaceholder(image)) continue;
        const { tag, digest } = parseImage(image);
        if (digest !== undefined || (tag !== undefined && tag !== '' && tag !== 'latest')) continue;
        const problem =
          tag === 'latest'
            ? `the image has the tag latest, got "${shorten(image, 300)}"`
            : `the image has no tag, so it is latest, got "${shorten(image, 300)}"`;
        yield { object, field: `${field}.image`, problem };
      }
    }
  },
};

/** What another tool replaces before the object is applied is not ours to judge. */
function isPlaceholder(image: string): boolean {
  return image.includes('$') || image.includes('{{');
}
