import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** Every field is one that the target version's API has at that place. */
export const knownFields: Check = {
  id: 'known-fields',
  summary: 'Every field is known to the Kubernetes version at its place.',
  why: 'kubectl refuses a field that is misspelt, wrongly indented or from another version; where it does not look, the server drops the field in silence and the object does not do what was meant.',
  fix: 'Correct the name or the indentation of the field, or remove it.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - port: 80
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - containerPort: 80
`,
  },
  run: reportFaults('unknown-field'),
};
