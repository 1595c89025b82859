import { textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

/** The headless Service that a StatefulSet names is there. */
export const headlessServiceExists: Check = {
  id: 'headless-service-exists',
  summary: 'The Service that a StatefulSet names exists and is headless.',
  why: 'Without a headless Service of that name the pods of a StatefulSet have no DNS names of their own, by which they find each other.',
  fix: 'Add a Service with clusterIP: None and the name that the StatefulSet gives.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels: { app: db }
  template:
    metadata:
      labels: { app: db }
    spec:
      containers:
        - name: db
          image: nginx:1.27.3
---
apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  selector: { app: db }
  ports:
    - port: 5432
`,
    right: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels: { app: db }
  template:
    metadata:
      labels: { app: db }
    spec:
      containers:
        - name: db
          image: nginx:1.27.3
---
apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  clusterIP: None
  selector: { app: db }
  ports:
    - port: 5432
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('apps/StatefulSet')) {
      const field = 'spec.serviceName';
      const name = textAt(object.manifest, 'spec', 'serviceName');
      const namespace = namespaceOf(object);
      // A spec that isn't there, or names the field wrongly, is reported as such.
      if (name === undefined || isExternal(input, 'Service', namespace, name)) continue;
      const service = index.find('/Service', namespace, name);
      if (service === undefined) {
        yield reportMissing(input, '/Service', { object, field, name, namespace });
      } else if (at(service.manifest, 'spec', 'clusterIP') !== 'None') {
        const problem = `Service ${name} is not headless`;
        yield { object, field, problem, fix: `Write clusterIP: None in the Service ${name}.` };
      }
    }
  },
};
