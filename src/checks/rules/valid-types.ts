import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** Every value has the type and the form that its field takes. */
export const validTypes: Check = {
  id: 'valid-types',
  summary: 'Every value has the type and the form that its field takes.',
  why: 'The API server refuses an object with a value of a wrong type, such as replicas: "2" or a memory limit of 128MB.',
  fix: 'Write a value of the type that the field takes.',
  severity: 'error',
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: three
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
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
  run: reportFaults('wrong-type'),
};
