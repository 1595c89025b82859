import type { Check } from '../check';
import { configReferences, reportConfigReferences } from '../config-references';

/** The ConfigMaps that pods take, and the keys in them, are there. */
export const configMapExists: Check = {
  id: 'config-map-exists',
  summary: 'The ConfigMaps and keys that pods refer to exist.',
  why: 'A pod that refers to a ConfigMap or a key that is not there does not start: it stays in CreateContainerConfigError or ContainerCreating.',
  fix: 'Add the ConfigMap to the objects, correct its name, or name it as external.',
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
        - configMapRef: { name: web-config }
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
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
        - configMapRef: { name: web }
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
`,
  },
  run(input) {
    const fields = {
      envFrom: 'configMapRef',
      keyRef: 'configMapKeyRef',
      volume: 'configMap',
      volumeName: 'name',
    };
    return reportConfigReferences(
      input,
      '/ConfigMap',
      configReferences(input, fields),
      // The control plane puts this one into each namespace.
      ({ name }) => name === 'kube-root-ca.crt',
    );
  },
};
