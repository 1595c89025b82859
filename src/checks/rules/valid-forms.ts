import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** Names, numbers, paths and addresses have the form that their fields take. */
export const validForms: Check = {
  id: 'valid-forms',
  summary: 'Names, numbers, paths and addresses have the form that their fields take.',
  why: 'The API server refuses the name of a ConfigMap that no ConfigMap can have, a path that leads out of a volume, and a number out of its range.',
  fix: 'Write a value of the form that the field takes.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: config
      configMap:
        name: web
        items: [{ key: app.conf, path: /etc/app.conf }]
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: config
      configMap:
        name: web
        items: [{ key: app.conf, path: app.conf }]
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  run: reportFaults('wrong-form'),
};
