import { shorten } from '../../errors';
import { parseImage } from '../../manifest/image-reference';
import type { Check } from '../check';
import { ownPods } from '../own-pods';

/** The images of containers are fixed to their content. */
export const imageHasDigest: Check = {
  id: 'image-has-digest',
  summary: 'The image of a container has a digest beside its tag.',
  why: 'A tag can be moved to another image at any time, by accident or by an attacker; a digest names the very bytes that were tested.',
  fix: 'Write the digest behind the tag, as name:tag@sha256:...; docker buildx imagetools inspect shows it.',
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
      image: nginx:1.27.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      for (const { container, field } of pod.containers) {
        const image = container['image'];
        if (typeof image !== 'string' || image === '') continue;
        // What another tool replaces before the object is applied is not ours to judge.
        if (image.includes('$') || image.includes('{{')) continue;
        const { tag, digest } = parseImage(image);
        if (digest !== undefined && tag !== undefined) continue;
        yield {
          object,
          field: `${field}.image`,
          problem: `the image has no ${digest === undefined ? 'digest' : 'tag beside its digest, so nobody can read which version it is'}, got "${shorten(image, 300)}"`,
          ...(digest === undefined
            ? {}
            : { fix: 'Write the tag before the digest, as name:tag@sha256:...' }),
        };
      }
    }
  },
};
