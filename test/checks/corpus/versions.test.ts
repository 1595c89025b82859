import { checks } from '../../../src/checks/rules/index';
import { finds } from '../finds';

const kind = (apiVersion: string, name: string, rest = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${name}\nmetadata: { name: it }\n${rest}`;
const pod = (container: string, spec = ''): string =>
  kind('v1', 'Pod', `spec: { ${spec} containers: [{ name: it, image: nginx, ${container} }] }`);
const service = (spec: string): string =>
  kind('v1', 'Service', `spec: { ports: [{ port: 80 }], ${spec} }`);
const cronJob = (spec = ''): string =>
  `spec: { schedule: "@daily", ${spec} jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } } } } }`;
const job = (spec: string): string =>
  kind(
    'batch/v1',
    'Job',
    `spec: { ${spec} template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } } }`,
  );

/** What an object is valid in, and the neighbouring version that refuses it, by kind of change. */
const cases: readonly [valid: string, refused: string, yaml: string][] = [
  ['1.19', '1.20', service('ipFamily: IPv4')],
  ['1.20', '1.19', service('ipFamilyPolicy: SingleStack')],
  ['1.21', '1.20', kind('batch/v1', 'CronJob', cronJob())],
  [
    '1.21',
    '1.22',
    kind(
      'networking.k8s.io/v1beta1',
      'Ingress',
      'spec: { backend: { serviceName: a, servicePort: 80 } }',
    ),
  ],
  [
    '1.22',
    '1.21',
    kind(
      'v1',
      'PersistentVolumeClaim',
      'spec: { accessModes: [ReadWriteOncePod], resources: { requests: { storage: 1Gi } } }',
    ),
  ],
  [
    '1.23',
    '1.22',
    kind(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a } }',
    ),
  ],
  [
    '1.24',
    '1.25',
    kind('policy/v1beta1', 'PodDisruptionBudget', 'spec: { maxUnavailable: 1, selector: {} }'),
  ],
  ['1.24', '1.25', kind('batch/v1beta1', 'CronJob', cronJob())],
  [
    '1.25',
    '1.26',
    kind(
      'autoscaling/v2beta2',
      'HorizontalPodAutoscaler',
      'spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a } }',
    ),
  ],
  [
    '1.26',
    '1.24',
    job(
      'podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [1] } }] },',
    ),
  ],
  ['1.27', '1.26', pod('resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]')],
  [
    '1.28',
    '1.29',
    kind('batch/v1', 'CronJob', cronJob().replace('@daily', 'TZ=Etc/UTC 0 3 * * *')),
  ],
  [
    '1.29',
    '1.28',
    kind('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', 'spec: { type: Exempt }'),
  ],
  ['1.30', '1.29', pod('', 'securityContext: { appArmorProfile: { type: RuntimeDefault } },')],
  ['1.31', '1.30', pod('', 'securityContext: { supplementalGroupsPolicy: Strict },')],
  ['1.32', '1.31', pod('env: [{ name: "1 a", value: b }]')],
  ['1.33', '1.32', service('trafficDistribution: PreferSameZone')],
  ['1.34', '1.33', kind('resource.k8s.io/v1', 'DeviceClass', 'spec: {}')],
  ['1.35', '1.34', pod('', 'tolerations: [{ key: a, operator: Gt, value: "1" }],')],
  [
    '1.36',
    '1.35',
    kind('v1', 'Service', 'spec: { ports: [{ port: 80 }] }').replace('name: it', 'name: 1st'),
  ],
];

test.each(cases)('valid in %s, refused in %s', (valid, refused, yaml) => {
  const errors = (kubernetesVersion: string): string[] =>
    finds(checks, yaml, { kubernetesVersion }).filter((line) => line.startsWith('error'));
  expect(errors(valid)).toEqual([]);
  expect(errors(refused)).toHaveLength(1);
});

test('all 18 versions are among them', () => {
  const versions = new Set(cases.flatMap(([valid]) => valid));
  expect(versions.size).toBe(18);
});
