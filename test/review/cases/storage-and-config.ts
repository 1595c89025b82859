import type { Cases } from './case';

const uses = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: a
          image: a:1
          envFrom: [{ KINDRef: { name: conf } }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - { name: a, image: 'a:1', volumeMounts: [{ name: v, mountPath: /etc/a }] }
      volumes: [{ name: v, VOLUME }]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers:
        - { name: a, image: 'a:1', volumeMounts: [{ name: v, mountPath: /etc/a.conf, subPath: a.conf }] }
      volumes: [{ name: v, VOLUME }]
`;

const usedBy = (kind: string, volume: string): string =>
  uses.replaceAll('KIND', kind).replaceAll('VOLUME', volume);

export const storageAndConfig: readonly Cases[] = [
  {
    kind: '/ConfigMap',
    yaml: `
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: { level: info, color: red, size: '1', other: a }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: a
      image: 'a:1'
      env:
        - { name: L, valueFrom: { configMapKeyRef: { name: conf, key: level } } }
        - { name: C, valueFrom: { configMapKeyRef: { name: conf, key: color, optional: true } } }
---
apiVersion: v1
kind: Pod
metadata: { name: file }
spec:
  containers: [{ name: a, image: 'a:1', volumeMounts: [{ name: v, mountPath: /v }] }]
  volumes: [{ name: v, configMap: { name: conf, items: [{ key: size, path: size }, { key: level, path: level }] } }]
`,
    rows: [
      ['data.level', 'debug', 'config-only', /file sees it.*Pod web reads it/],
      ['data.level', undefined, 'config-only', /New pods of Pod web and Pod file do not start/],
      ['data.color', 'blue', 'config-only', /^Nothing restarts\. Pod web reads it as environment/],
      [
        'data.color',
        undefined,
        'config-only',
        /keeps the old values until then\. To make it count/,
      ],
      ['data.size', '2', 'config-only', /^Nothing restarts\. Pod file sees it in mounted files/],
      ['data.other', 'b', 'config-only', /Nothing in the input uses this key/],
    ],
  },
  {
    kind: '/ConfigMap',
    yaml: `
apiVersion: v1
kind: ConfigMap
metadata: { name: conf, namespace: shop }
data: { a.conf: 'x' }
${usedBy('configMap', 'configMap: { name: conf }')}`,
    rows: [
      [
        'data.a~conf',
        'y',
        'config-only',
        /StatefulSet shop\/db sees it.*Deployment shop\/web reads it as environment.*DaemonSet shop\/agent mounts it with subPath/,
      ],
      [
        'data.a~conf',
        'z',
        'config-only',
        /rollout restart deployment\/web -n shop; kubectl rollout restart daemonset\/agent/,
      ],
      // Nobody mounts this key by subPath.
      ['data.b', 'y', 'config-only', /count: kubectl rollout restart deployment\/web -n shop\.$/],
      ['binaryData', { a: 'eA==' }, 'config-only'],
      ['immutable', true, 'config-only', /never change again/],
      ['metadata.labels', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: '/ConfigMap',
    yaml: `
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
immutable: true
data: { a: x }
`,
    rows: [
      ['data.a', 'y', 'rejected', /under another name/],
      ['data.b', 'y', 'rejected'],
      ['immutable', undefined, 'rejected'],
      ['metadata.annotations', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: '/Secret',
    yaml: `
apiVersion: v1
kind: Secret
metadata: { name: conf, namespace: shop }
data: { a: c2VjcmV0 }
${usedBy('secret', 'secret: { secretName: conf }')}`,
    rows: [
      ['data.a', 'b3RoZXI=', 'config-only', /reads it as environment/],
      ['data.b', 'b3RoZXI=', 'config-only'],
      ['data.a', '<redacted>', 'none'],
      ['type', 'kubernetes.io/tls', 'rejected'],
      ['immutable', true, 'config-only'],
    ],
  },
  {
    kind: '/PersistentVolumeClaim',
    yaml: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
    rows: [
      ['spec.resources.requests.storage', '2Gi', 'config-only', /grows from 1Gi to 2Gi/],
      ['spec.resources.requests.storage', '512Mi', 'rejected', /grow only/],
      ['spec.resources.requests.storage', '512Mi', 'rejected', /failed expansion/, '1.32'],
      ['spec.accessModes', ['ReadWriteMany'], 'rejected', /copy the data/],
      ['spec.volumeMode', 'Block', 'rejected'],
      ['spec.storageClassName', 'fast', 'rejected', undefined, '1.25'],
      ['spec.storageClassName', 'fast', 'config-only', undefined, '1.26'],
      ['spec.volumeName', 'pv1', 'config-only'],
      ['spec.selector', { matchLabels: { a: 'b' } }, 'rejected'],
      ['spec.volumeAttributesClassName', 'fast', 'rejected', undefined, '1.33'],
      ['spec.volumeAttributesClassName', 'fast', 'config-only', undefined, '1.34'],
      ['spec.resources.limits', { storage: '2Gi' }, 'rejected'],
    ],
  },
  {
    kind: '/PersistentVolume',
    yaml: `
apiVersion: v1
kind: PersistentVolume
metadata: { name: pv1 }
spec:
  capacity: { storage: 1Gi }
  accessModes: [ReadWriteOnce]
  hostPath: { path: /data }
  nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } }
`,
    rows: [
      ['spec.hostPath.path', '/other', 'rejected', /stays on the storage/],
      ['spec.volumeMode', 'Block', 'rejected'],
      ['spec.nodeAffinity.required.nodeSelectorTerms.0.matchExpressions.0.key', 'b', 'rejected'],
      ['spec.persistentVolumeReclaimPolicy', 'Delete', 'data-risk', /deleted when the claim/],
      ['spec.capacity.storage', '2Gi', 'config-only'],
      ['spec.accessModes', ['ReadWriteMany'], 'config-only'],
      ['spec.storageClassName', 'x', 'config-only'],
      ['spec.mountOptions', ['ro'], 'config-only'],
    ],
  },
  {
    kind: 'storage.k8s.io/StorageClass',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: a.example.com
parameters: { type: ssd }
`,
    rows: [
      ['provisioner', 'b.example.com', 'rejected', /volumes that exist are not touched/],
      ['parameters.type', 'hdd', 'rejected'],
      ['parameters.more', 'x', 'rejected'],
      ['reclaimPolicy', 'Retain', 'rejected'],
      ['volumeBindingMode', 'WaitForFirstConsumer', 'rejected'],
      ['allowVolumeExpansion', true, 'config-only', /may grow/],
      ['mountOptions', ['ro'], 'config-only'],
      [
        'metadata.annotations',
        { 'storageclass.kubernetes.io/is-default-class': 'true' },
        'config-only',
        /names none/,
      ],
      ['metadata.annotations', { a: 'b' }, 'metadata'],
    ],
  },
  {
    kind: 'storage.k8s.io/CSIDriver',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata: { name: a.example.com }
spec: {}
`,
    rows: [
      ['spec.attachRequired', false, 'rejected'],
      ['spec.podInfoOnMount', true, 'rejected', undefined, '1.29'],
      ['spec.podInfoOnMount', true, 'config-only', undefined, '1.30'],
      ['spec.storageCapacity', true, 'rejected', undefined, '1.22'],
      ['spec.storageCapacity', true, 'config-only', undefined, '1.23'],
      ['spec.requiresRepublish', true, 'config-only'],
    ],
  },
  {
    kind: 'storage.k8s.io/CSINode',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: CSINode
metadata: { name: node1 }
spec: { drivers: [{ name: a.example.com, nodeID: node1 }] }
`,
    rows: [
      ['spec.drivers.0.nodeID', 'node2', 'rejected', /is fixed/],
      ['spec.drivers.0.allocatable', { count: 3 }, 'rejected'],
      ['spec.drivers.0', undefined, 'config-only'],
    ],
  },
  {
    kind: 'storage.k8s.io/CSIStorageCapacity',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: CSIStorageCapacity
metadata: { name: a }
storageClassName: fast
capacity: 1Gi
`,
    rows: [
      ['storageClassName', 'slow', 'rejected'],
      ['capacity', '2Gi', 'config-only'],
      ['capacity', '1024Mi', 'none'],
    ],
  },
  {
    kind: 'storage.k8s.io/VolumeAttachment',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: VolumeAttachment
metadata: { name: a }
spec: { attacher: a.example.com, nodeName: node1, source: { persistentVolumeName: pv1 } }
`,
    rows: [['spec.nodeName', 'node2', 'rejected']],
  },
  {
    kind: 'storage.k8s.io/VolumeAttributesClass',
    yaml: `
apiVersion: storage.k8s.io/v1
kind: VolumeAttributesClass
metadata: { name: a }
driverName: a.example.com
parameters: { iops: '1' }
`,
    rows: [['parameters.iops', '2', 'rejected', undefined, '1.34']],
  },
  {
    kind: 'storagemigration.k8s.io/StorageVersionMigration',
    yaml: `
apiVersion: storagemigration.k8s.io/v1beta1
kind: StorageVersionMigration
metadata: { name: a }
spec: { resource: { group: apps, resource: deployments } }
`,
    rows: [['spec.resource.resource', 'daemonsets', 'rejected', undefined, '1.36']],
  },
];
