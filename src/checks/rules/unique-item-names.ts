import { itemsAt, textAt, type ListItem } from '../../manifest/fields';
import type { Check, CheckedObject, Report } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** In lists whose items go by their names, each name is there once. */
export const uniqueItemNames: Check = {
  id: 'unique-item-names',
  summary:
    'Webhooks, their conditions, kernel parameters, claims of resources and devices each have a name of their own.',
  why: 'The API server refuses a list that has one of these names twice.',
  fix: 'Give one of the two another name, or take it out.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - { name: net.core.somaxconn, value: "1024" }
      - { name: net.core.somaxconn, value: "4096" }
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - { name: net.core.somaxconn, value: "4096" }
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      for (const object of index.ofKind(`admissionregistration.k8s.io/${kind}`)) {
        const hooks = itemsAt(object.manifest, 'webhooks');
        yield* twice(object, hooks, 'webhooks');
        for (const { item, index: position } of hooks) {
          const conditions = itemsAt(item, 'matchConditions');
          yield* twice(object, conditions, `webhooks[${position}].matchConditions`);
        }
      }
    }
    for (const { object, pod } of index.podsWith('securityContext')) {
      const list = ['securityContext', 'sysctls'] as const;
      yield* twice(object, itemsAt(pod.spec, ...list), `${pod.specField}.${list.join('.')}`);
    }
    for (const { object, pod } of index.podsWith('resourceClaims')) {
      yield* twice(object, itemsAt(pod.spec, 'resourceClaims'), `${pod.specField}.resourceClaims`);
    }
    for (const { object, container, field } of index.containersWith('volumeDevices')) {
      const devices = itemsAt(container, 'volumeDevices');
      for (const key of ['name', 'devicePath']) {
        yield* twice(object, devices, `${field}.volumeDevices`, key);
      }
    }
  },
};

function* twice(
  object: CheckedObject,
  items: readonly ListItem[],
  list: string,
  name = 'name',
): Generator<Report> {
  for (const { entry, key } of duplicates(items, ({ item }) => textAt(item, name))) {
    const cause = `${list}[${entry.index}]`;
    yield { object, field: `${cause}.${name}`, problem: `"${key}" is there already`, cause };
  }
}
