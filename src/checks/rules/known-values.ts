import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** A field with a closed set of values holds one of them. */
export const knownValues: Check = {
  id: 'known-values',
  summary: 'A field that takes one of a few values holds one of them.',
  why: 'The API server refuses any other value, such as protocol: tcp or restartPolicy: always.',
  fix: 'Write one of the values that the field takes.',
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
      imagePullPolicy: Allways
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      imagePullPolicy: Always
`,
  },
  run: reportFaults('unknown-value'),
};
