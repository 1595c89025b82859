import { show } from '../../errors';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

const host = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?`;
const part = String.raw`[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*`;
const reference = new RegExp(
  String.raw`^(?:${host}/)?${part}(?:/${part})*(?::[\w][\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);
/** Longer than any name that a registry takes. */
const longest = 500;

/** The images of containers have names that a container runtime reads. */
export const validImage: Check = {
  id: 'valid-image',
  summary: 'The image of a container has the form of an image name.',
  why: 'The kubelet cannot read such a name: the pod stays in InvalidImageName.',
  fix: 'Write it as registry/path:tag, in small letters and without a scheme, such as docker.io/library/nginx:1.27.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: https://docker.io/nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: docker.io/nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod } of objectIndex(input).pods) {
      for (const { container, field } of pod.containers) {
        const image = container['image'];
        // One that is missing or empty is reported as such.
        if (typeof image !== 'string' || image === '') continue;
        if (image.length <= longest && reference.test(image)) continue;
        const got = `got ${show(image.slice(0, 80))}`;
        const place = `${field}.image`;
        const kind = placeholderOf(image);
        if (kind === undefined) {
          yield { object, field: place, problem: `must be the name of an image, ${got}` };
          continue;
        }
        const problem = `holds a placeholder, which no cluster fills, ${got}`;
        const fix = 'Write the image in its place, or fill it before the file is applied.';
        yield { object, field: place, problem, fix, ...(kind === 'filled' && { severity }) };
      }
    }
  },
};

/** Another tool may fill such a placeholder before the object is applied. */
const severity = 'warning';

/** What stands for an image that is yet to come: what a tool fills, or what a person is to replace. */
function placeholderOf(image: string): 'filled' | 'replaced' | undefined {
  if (image.includes('$') || image.includes('{{')) return 'filled';
  return /<[^<>]*>/.test(image) ? 'replaced' : undefined;
}
