import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** Every field is there that the API server refuses to miss. */
export const requiredFields: Check = {
  id: 'required-fields',
  summary: 'Every field is there that the object cannot do without.',
  why: 'The API server refuses an object that lacks a required field, such as a container without an image.',
  fix: 'Add the field.',
  severity: 'error',
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
  },
  run: reportFaults('missing-field'),
};
