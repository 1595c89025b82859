import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { refOf, type Manifest } from '../../manifest/manifest';
import type { Check, CheckInput } from '../check';
import { configReferences, reportConfigReferences } from '../config-references';
import { namespaceOf, objectIndex, type IndexedPod } from '../object-index';
import type { Reference } from '../references';

/** The Secrets that pods and Ingresses take, and the keys in them, are there. */
export const secretExists: Check = {
  id: 'secret-exists',
  summary: 'The Secrets and keys that pods and Ingresses refer to exist.',
  why: 'A pod that refers to a Secret or a key that is not there does not start; an Ingress without its Secret serves another certificate.',
  fix: 'Add the Secret to the objects, correct its name, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      envFrom:
        - secretRef: { name: web-secret }
---
apiVersion: v1
kind: Secret
metadata:
  name: web
stringData:
  user: web
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      envFrom:
        - secretRef: { name: web }
---
apiVersion: v1
kind: Secret
metadata:
  name: web
stringData:
  user: web
`,
  },
  run(input) {
    const fields = {
      envFrom: 'secretRef',
      keyRef: 'secretKeyRef',
      volume: 'secret',
      volumeName: 'secretName',
    };
    const made = madeSecrets(input);
    const pullSecrets = objectIndex(input).podsWith('imagePullSecrets').flatMap(pullSecretsOf);
    return reportConfigReferences(
      input,
      '/Secret',
      [...configReferences(input, fields), ...pullSecrets, ...tlsSecrets(input)],
      ({ name }) => made.has(name),
    );
  },
};

function pullSecretsOf({ object, pod, namespace }: IndexedPod): Reference[] {
  return itemsAt(pod.spec, 'imagePullSecrets').flatMap(({ item, index }) => {
    const name = textAt(item, 'name');
    const field = `${pod.specField}.imagePullSecrets[${index}].name`;
    return name === undefined ? [] : [{ object, namespace, name, field }];
  });
}

function tlsSecrets(input: CheckInput): Reference[] {
  return objectIndex(input)
    .ofKind('networking.k8s.io/Ingress')
    .filter(({ manifest }) => !hasIssuer(manifest))
    .flatMap((object) =>
      itemsAt(object.manifest, 'spec', 'tls').flatMap(({ item, index }) => {
        const name = textAt(item, 'secretName');
        const field = `spec.tls[${index}].secretName`;
        return name === undefined ? [] : [{ object, namespace: namespaceOf(object), name, field }];
      }),
    );
}

/** An issuer that an annotation names makes the Secrets of the Ingress. */
function hasIssuer(manifest: Manifest): boolean {
  const annotations = fieldsAt(manifest, 'metadata', 'annotations');
  return Object.keys(annotations).some((key) => key.startsWith('cert-manager.io/'));
}

/** Names of the Secrets that controllers make from other objects of the input. */
function madeSecrets(input: CheckInput): ReadonlySet<string> {
  const names = new Set<string>();
  const others = objectIndex(input).kinds.filter(({ group }) => group.includes('.'));
  for (const { manifest } of others.flatMap(({ objects }) => objects)) {
    const made = [
      textAt(manifest, 'spec', 'secretName'),
      textAt(manifest, 'spec', 'target', 'name'),
      manifest.kind.endsWith('Secret') ? refOf(manifest).name : undefined,
    ];
    for (const name of made) if (name !== undefined) names.add(name);
  }
  return names;
}
