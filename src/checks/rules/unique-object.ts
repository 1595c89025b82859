import { textAt } from '../../manifest/fields';
import { describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check, CheckedObject } from '../check';
import { sourceOf } from '../origin';

/** No two objects of one set are the same object to the cluster. */
export const uniqueObject: Check = {
  id: 'unique-object',
  summary: 'Each object is written once for a cluster.',
  why: 'Two manifests of one group, kind, namespace and name are one object to the cluster: the one that is applied last wins, and the other is lost without a word.',
  fix: 'Give one of them another name or namespace, or take it out.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
`,
    right: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop
data:
  LOG_LEVEL: info
`,
  },
  *run({ objects }) {
    const first = new Map<string, CheckedObject>();
    for (const object of objects) {
      if (textAt(object.manifest['metadata'], 'name') === undefined) continue;
      const identity = identityOf(object.manifest);
      const other = first.get(identity);
      if (other === undefined) first.set(identity, object);
      else {
        yield {
          object,
          field: 'metadata.name',
          problem: `${describe(refOf(object.manifest))} is already written by ${place(other)}`,
        };
      }
    }
  },
};

function place(object: CheckedObject): string {
  const origin = object.origin();
  return 'file' in origin ? `${origin.file}:${origin.line}` : sourceOf(origin);
}
