import { spreadOverHosts as check } from '../../../src/checks/rules/spread-over-hosts';
import { finds, workloadYaml } from '../finds';

const say = (pod: string, replicas = 3): string[] =>
  finds(check, workloadYaml('Deployment', `replicas: ${replicas}`, pod));
const spread = (selector: string): string =>
  `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule${selector} }]`;
const term = 'topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } }';

test('warns of several replicas without a rule, and says what the scheduler does by itself', () => {
  expect(say('')).toEqual([
    "warning Deployment/web spec.template.spec: 3 replicas, and only the scheduler's own preference (maxSkew 3 over hosts, 5 over zones) spreads them",
  ]);
  const old = finds(check, workloadYaml('Deployment', 'replicas: 2'), {
    kubernetesVersion: '1.19',
  });
  expect(old[0]).toMatch(/nothing but the free room of the nodes spreads them$/);
});

test('warns of a rule that does not mean its own pods', () => {
  expect(say(spread(''))).toHaveLength(1);
  expect(say(spread(', labelSelector: { matchLabels: { app: other } }'))).toHaveLength(1);
});

test.each([
  spread(', labelSelector: { matchLabels: { app: web } }'),
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ${term} }] } }`,
  `affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { ${term} } }] } }`,
])('passes %s', (pod) => {
  expect(say(pod)).toEqual([]);
});

test('passes one replica, and a DaemonSet', () => {
  expect(say('', 1)).toEqual([]);
  expect(finds(check, workloadYaml('DaemonSet'))).toEqual([]);
});
