import type { Cases } from './case';

const template = `
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      containers:
        - name: nginx
          image: nginx:1.27
          env: [{ name: A, value: '1' }, { name: B, value: '2' }]
          ports: [{ containerPort: 80 }, { containerPort: 443, name: https }]
          resources: { requests: { cpu: 500m, memory: 128Mi } }
`;

export const workloads: readonly Cases[] = [
  {
    kind: 'apps/Deployment',
    yaml: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  replicas: 3
${template}
---
apiVersion: v1
kind: Service
metadata: { name: front, namespace: shop }
spec: { selector: { tier: front }, ports: [{ port: 80 }] }
`,
    rows: [
      ['spec.replicas', 5, 'scale', /Adds 2 pods, no restart: 3 to 5/],
      ['spec.replicas', 2, 'scale', /Removes 1 pod/],
      ['spec.replicas', 0, 'scale', /No pod is left/],
      ['spec.replicas', undefined, 'scale', /3 to 1/],
      [
        'spec.template.spec.containers.0.image',
        'nginx:1.28',
        'rolling-restart',
        /3 of 3 pods stay up; one extra is started first/,
      ],
      ['spec.template.spec.containers.0.env.0.value', '3', 'rolling-restart'],
      [
        'spec.template.spec.containers.0.env',
        [
          { name: 'B', value: '2' },
          { name: 'A', value: '1' },
        ],
        'rolling-restart',
        /order of env/,
      ],
      ['spec.template.spec.containers.0.env.2', { name: 'C', value: 'x' }, 'rolling-restart'],
      ['spec.template.spec.containers.0.env.1', undefined, 'rolling-restart'],
      ['spec.template.spec.containers.0.resources.requests.cpu', '600m', 'rolling-restart'],
      [
        'spec.template.spec.containers.0.livenessProbe',
        { httpGet: { port: 80 } },
        'rolling-restart',
      ],
      ['spec.template.spec.containers.0.command', ['sh'], 'rolling-restart'],
      ['spec.template.spec.containers.0.imagePullPolicy', 'Always', 'rolling-restart'],
      ['spec.template.spec.containers.0.securityContext', {}, 'rolling-restart'],
      ['spec.template.spec.enableServiceLinks', true, 'rolling-restart'],
      ['spec.template.spec.automountServiceAccountToken', false, 'rolling-restart'],
      ['spec.template.spec.nodeSelector', { disk: 'ssd' }, 'rolling-restart'],
      ['spec.template.spec.volumes', [{ name: 'tmp', emptyDir: {} }], 'rolling-restart'],
      ['spec.template.metadata.annotations', { a: 'b' }, 'rolling-restart'],
      [
        'spec.template.metadata.labels.tier',
        'back',
        'rolling-restart',
        /Service shop\/front no longer sends/,
      ],
      ['spec.template.metadata.labels.app', 'other', 'rejected', /selector wants app=web/],
      ['spec.template.spec.restartPolicy', 'Never', 'rejected', /always restart/],
      ['spec.template.spec.activeDeadlineSeconds', 10, 'rejected'],
      ['spec.selector.matchLabels.app', 'other', 'rejected', /spec.selector can't change/],
      ['spec.selector.matchLabels.tier', 'front', 'rejected', /its 3 pods stop/],
      ['spec.strategy', { type: 'Recreate' }, 'rollout-setting', /rollingUpdate: null/],
      ['spec.strategy', { rollingUpdate: { maxSurge: 2 } }, 'rollout-setting'],
      [
        'spec.strategy',
        { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } },
        'rejected',
        /both 0/,
      ],
      ['spec.minReadySeconds', 10, 'rollout-setting'],
      ['spec.progressDeadlineSeconds', 60, 'rollout-setting'],
      ['spec.revisionHistoryLimit', 2, 'rollout-setting'],
      ['spec.paused', true, 'rollout-setting', /no pod restarts/],
      ['spec.nonsense', 1, 'rejected', /does not have this field/],
      ['spec.template.spec.os', { name: 'linux' }, 'rejected', /does not have this field/, '1.22'],
      ['spec.template.spec.os', { name: 'linux' }, 'rolling-restart', undefined, '1.23'],
      ['metadata.labels.app', 'x', 'metadata'],
      ['metadata.annotations', { note: 'x' }, 'metadata'],
      ['metadata.finalizers', ['example.com/x'], 'config-only'],
      ['apiVersion', 'extensions/v1beta1', 'rejected', /does not serve extensions\/v1beta1/],
      ['apiVersion', 'apps/v1beta2', 'rejected', /apps\/v1 Deployment/],
    ],
  },
  {
    kind: 'apps/StatefulSet',
    yaml: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  replicas: 3
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
${template}
`,
    rows: [
      [
        'spec.template.spec.containers.0.image',
        'nginx:1.28',
        'rolling-restart',
        /2 of 3 pods stay up/,
      ],
      [
        'spec.template.spec.containers.0.resources.requests.memory',
        '134217728',
        'rolling-restart',
        /another unit/,
      ],
      ['spec.template.spec.containers.0.env.0.value', '9', 'rolling-restart', /last to the first/],
      ['spec.replicas', 4, 'scale', /own volume/],
      ['spec.replicas', 1, 'scale', /volumes of the removed pods stay/],
      ['spec.serviceName', 'other', 'rejected', /cascade=orphan/],
      ['spec.podManagementPolicy', 'Parallel', 'rejected'],
      [
        'spec.volumeClaimTemplates.0.spec.resources.requests.storage',
        '2Gi',
        'rejected',
        /Claims that exist stay as they are/,
      ],
      ['spec.selector.matchLabels.tier', 'front', 'rejected'],
      [
        'spec.updateStrategy',
        { rollingUpdate: { partition: 2 } },
        'rollout-setting',
        /Pods below number 2 keep their template/,
      ],
      ['spec.updateStrategy', { type: 'OnDelete' }, 'rejected', /rollingUpdate: null/],
      ['spec.updateStrategy', { type: 'OnDelete', rollingUpdate: null }, 'rollout-setting'],
      ['spec.minReadySeconds', 5, 'rollout-setting'],
      ['spec.minReadySeconds', 5, 'rejected', undefined, '1.22'],
      ['spec.revisionHistoryLimit', 3, 'rejected', undefined, '1.32'],
      ['spec.revisionHistoryLimit', 3, 'rollout-setting', undefined, '1.33'],
      [
        'spec.persistentVolumeClaimRetentionPolicy',
        { whenDeleted: 'Delete', whenScaled: 'Retain' },
        'data-risk',
        /when the StatefulSet is deleted/,
      ],
      [
        'spec.persistentVolumeClaimRetentionPolicy',
        { whenDeleted: 'Retain', whenScaled: 'Delete' },
        'data-risk',
        /scaled down/,
      ],
      ['spec.ordinals', { start: 5 }, 'data-risk', /other numbers/],
      ['spec.ordinals', { start: 5 }, 'rejected', undefined, '1.25'],
      ['spec.ordinals', { start: 5 }, 'none', /drops the field/, '1.26'],
      [
        'spec.persistentVolumeClaimRetentionPolicy',
        { whenDeleted: 'Delete' },
        'none',
        /drops/,
        '1.26',
      ],
    ],
  },
  {
    kind: 'apps/DaemonSet',
    yaml: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
${template}
`,
    rows: [
      [
        'spec.template.spec.containers.0.image',
        'nginx:1.28',
        'rolling-restart',
        /one node at a time/,
      ],
      ['spec.template.spec.containers.0.resources.requests.memory', '134217728', 'rolling-restart'],
      ['spec.template.spec.tolerations', [{ operator: 'Exists' }], 'rolling-restart'],
      ['spec.updateStrategy', { type: 'OnDelete' }, 'rollout-setting', /until somebody deletes it/],
      ['spec.updateStrategy', { rollingUpdate: { maxUnavailable: 2 } }, 'rollout-setting'],
      ['spec.minReadySeconds', 5, 'rollout-setting'],
      ['spec.selector.matchLabels.tier', 'front', 'rejected'],
      ['spec.template.metadata.labels.app', 'x', 'rejected'],
    ],
  },
  {
    kind: 'apps/ReplicaSet',
    yaml: `
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
${template}
`,
    rows: [
      ['spec.replicas', 3, 'scale'],
      [
        'spec.template.spec.containers.0.image',
        'nginx:1.28',
        'config-only',
        /only for pods that it starts/,
      ],
      ['spec.selector.matchLabels.tier', 'front', 'rejected'],
      ['spec.minReadySeconds', 3, 'config-only'],
    ],
  },
  {
    kind: '/ReplicationController',
    yaml: `
apiVersion: v1
kind: ReplicationController
metadata: { name: web }
spec:
  replicas: 2
  selector: { app: web }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: nginx, image: 'nginx:1.27' }] }
`,
    rows: [
      ['spec.replicas', 1, 'scale'],
      ['spec.template.spec.containers.0.image', 'nginx:1.28', 'config-only'],
    ],
  },
  {
    kind: 'batch/Job',
    yaml: `
apiVersion: batch/v1
kind: Job
metadata: { name: import }
spec:
  parallelism: 2
  completions: 2
  template:
    spec: { restartPolicy: Never, containers: [{ name: run, image: 'busybox:1.36' }] }
`,
    rows: [
      ['spec.template.spec.containers.0.image', 'busybox:1.37', 'rejected', /under another name/],
      ['spec.parallelism', 4, 'scale', /4 pods at a time/],
      ['spec.completions', 3, 'rejected'],
      ['spec.completionMode', 'Indexed', 'rejected'],
      ['spec.suspend', true, 'scale', /stopped/],
      ['spec.backoffLimit', 3, 'config-only'],
      ['spec.activeDeadlineSeconds', 60, 'config-only'],
      ['spec.ttlSecondsAfterFinished', 60, 'config-only'],
      [
        'spec.podFailurePolicy',
        { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [1] } }] },
        'rejected',
      ],
      ['spec.backoffLimitPerIndex', 1, 'rejected'],
      ['spec.manualSelector', true, 'config-only'],
    ],
  },
  {
    kind: 'batch/Job',
    yaml: `
apiVersion: batch/v1
kind: Job
metadata: { name: later }
spec:
  suspend: true
  template:
    spec: { restartPolicy: Never, containers: [{ name: run, image: 'busybox:1.36' }] }
`,
    rows: [
      ['spec.template.spec.nodeSelector', { disk: 'ssd' }, 'config-only', /suspended/],
      ['spec.template.spec.nodeSelector', { disk: 'ssd' }, 'rejected', undefined, '1.22'],
      ['spec.template.metadata.annotations', { a: 'b' }, 'config-only'],
      [
        'spec.template.spec.containers.0.resources',
        { limits: { cpu: 1 } },
        'rejected',
        undefined,
        '1.35',
      ],
      [
        'spec.template.spec.containers.0.resources',
        { limits: { cpu: 1 } },
        'config-only',
        undefined,
        '1.36',
      ],
      ['spec.template.spec.containers.0.image', 'busybox:1.37', 'rejected'],
      ['spec.suspend', false, 'scale'],
    ],
  },
  {
    kind: 'batch/CronJob',
    yaml: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup }
spec:
  schedule: 0 1 * * *
  jobTemplate:
    spec:
      template:
        spec: { restartPolicy: Never, containers: [{ name: run, image: 'busybox:1.36' }] }
`,
    rows: [
      ['spec.schedule', '0 2 * * *', 'config-only', /0 2 \* \* \* instead of 0 1/],
      ['spec.schedule', 'TZ=Asia/Shanghai 0 2 * * *', 'config-only', undefined, '1.28'],
      ['spec.schedule', 'TZ=Asia/Shanghai 0 2 * * *', 'rejected', /timeZone/, '1.29'],
      [
        'spec.jobTemplate.spec.template.spec.containers.0.image',
        'busybox:1.37',
        'config-only',
        /next run/,
      ],
      ['spec.suspend', true, 'config-only'],
      ['spec.timeZone', 'Asia/Shanghai', 'config-only'],
      ['spec.timeZone', 'Asia/Shanghai', 'rejected', undefined, '1.23'],
      ['spec.concurrencyPolicy', 'Forbid', 'config-only'],
    ],
  },
  {
    kind: '/Pod',
    yaml: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  activeDeadlineSeconds: 100
  tolerations: [{ key: a, operator: Exists }]
  containers: [{ name: nginx, image: 'nginx:1.27' }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
    rows: [
      ['spec.containers.0.image', 'nginx:1.28', 'restart-with-downtime', /same pod/],
      ['spec.containers.0.command', ['sh'], 'rejected', /replace --force/],
      ['spec.containers.0.resources', { limits: { cpu: 1 } }, 'rejected', undefined, '1.32'],
      [
        'spec.containers.0.resources',
        { limits: { cpu: 1 } },
        'rejected',
        /resize subresource/,
        '1.33',
      ],
      ['spec.activeDeadlineSeconds', 50, 'config-only'],
      ['spec.activeDeadlineSeconds', 200, 'rejected', /set or lowered only/],
      ['spec.tolerations.1', { key: 'b', operator: 'Exists' }, 'config-only'],
      ['spec.tolerations', [], 'rejected', /added only/],
      ['spec.nodeSelector', { a: 'b' }, 'rejected'],
      ['spec.terminationGracePeriodSeconds', 5, 'rejected'],
      ['spec.containers.1', { name: 'side', image: 'a:1' }, 'rejected'],
      ['metadata.labels.app', 'x', 'traffic', /Service shop\/web no longer sends/],
      ['metadata.labels.other', 'x', 'metadata'],
      ['spec.enableServiceLinks', false, 'rejected'],
    ],
  },
];
