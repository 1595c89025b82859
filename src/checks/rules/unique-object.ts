import { fieldsOf, textOf } from '../../manifest/fields';
import { describe, refOf } from '../../manifest/manifest';
import type { Check, CheckedObject } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
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
  *run(input) {
    for (const objects of objectIndex(input).sameKind) {
      const known = new Map<string, Map<string, CheckedObject>>();
      for (const object of objects) {
        const name = textOf(fieldsOf(object.manifest['metadata'])['name']);
        if (name === undefined) continue;
        const namespace = namespaceOf(object);
        let names = known.get(namespace);
        if (names === undefined) known.set(namespace, (names = new Map<string, CheckedObject>()));
        const first = names.get(name);
        if (first === undefined) names.set(name, object);
        else {
          yield {
            object,
            field: 'metadata.name',
            problem: `${describe(refOf(object.manifest))} is already written by ${place(first)}`,
          };
        }
      }
    }
  },
};

function place(object: CheckedObject): string {
  const origin = object.origin();
  return 'file' in origin ? `${origin.file}:${origin.line}` : sourceOf(origin);
}
