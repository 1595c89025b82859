import type { Manifest } from '../../../src/manifest/manifest';
import { manifests } from '../cases/case';

/** An app with a bit of everything that the picture shows. */
const text = `
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: {name: sample}
spec:
  hosts:
    - {name: node1, address: 192.168.0.2, internalAddress: 192.168.0.2, user: root, password: hunter2}
    - {name: node2, address: 192.168.0.3, internalAddress: 192.168.0.3, user: root, password: hunter2, labels: {disk: ssd}}
  roleGroups: {etcd: [node1], control-plane: [node1], worker: [node1, node2]}
  kubernetes: {version: v1.26.4}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  rules:
    - http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 4
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "registry.example.com/web:1.4.2", envFrom: [{configMapRef: {name: settings}}]}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers: [{name: api, image: "api:2", envFrom: [{secretRef: {name: db}}]}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: postgres, namespace: shop}
spec:
  serviceName: postgres
  selector: {matchLabels: {app: postgres}}
  template:
    metadata: {labels: {app: postgres}}
    spec:
      nodeSelector: {disk: ssd}
      containers: [{name: postgres, image: "postgres:15"}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data: {LOG_LEVEL: info}
---
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop}
stringData: {password: topsecret, user: shop}
---
apiVersion: batch/v1
kind: Job
metadata: {name: old, namespace: shop}
spec: {template: {spec: {restartPolicy: Never, nodeName: node1, containers: [{name: w, image: "w:1"}]}}}
`;

/** The shop as it is. */
export const shopBefore: readonly Manifest[] = manifests(text);

/** The shop after a change of each sort. */
export const shopAfter: readonly Manifest[] = manifests(
  text
    .slice(0, text.lastIndexOf('---'))
    .replace('web:1.4.2', 'web:1.5.0')
    .replace('LOG_LEVEL: info', 'LOG_LEVEL: debug')
    .replace('topsecret', 'newsecret1')
    .replace('selector: {app: api}, ports', 'selector: {app: api, tier: new}, ports')
    .replace('replicas: 2', 'replicas: 3')
    .replace('serviceName: postgres', 'serviceName: pg'),
);
