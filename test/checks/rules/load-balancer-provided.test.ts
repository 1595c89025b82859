import { loadBalancerProvided as check } from '../../../src/checks/rules/load-balancer-provided';
import { finds, serviceYaml, workloadYaml } from '../finds';
import { findsOnCluster } from '../on-cluster';

const web = serviceYaml('type: LoadBalancer, ports: [{ port: 80 }]');

test('warns of a LoadBalancer where nothing provides them', () => {
  expect(findsOnCluster(check, '', web)).toEqual([
    'warning web spec.type: type is LoadBalancer, and nothing among the objects and the Cluster’s addons provides load balancers',
  ]);
});

test('reports it where everything is said to be here', () => {
  expect(findsOnCluster(check, '', web, { references: 'closed' })[0]).toMatch(/^error/);
});

test.each([
  ['an addon by its name', 'spec: { addons: [{ name: openelb }] }', ''],
  [
    'an addon by its chart',
    'spec: { addons: [{ name: lb, sources: { chart: { name: metallb } } }] }',
    '',
  ],
  [
    'an addon by its file',
    'spec: { addons: [{ name: lb, sources: { yaml: { path: [metallb-native.yaml] } } }] }',
    '',
  ],
  ['a script', 'spec: { system: { postInstall: [{ bash: kubectl apply -f metallb.yaml }] } }', ''],
  [
    'an object of its API',
    '',
    'apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata: { name: a }\n',
  ],
  [
    'a workload by its image',
    '',
    workloadYaml('DaemonSet').replace('image: nginx', 'image: quay.io/metallb/speaker:v0.15.2'),
  ],
])('passes where %s provides them', (_what, change, yaml) => {
  expect(findsOnCluster(check, change, `${yaml}\n---\n${web}`)).toEqual([]);
});

test.each([
  'type: LoadBalancer, loadBalancerClass: example.com/lb',
  'type: NodePort',
  'type: ClusterIP',
])('passes a Service with %s', (spec) => {
  expect(findsOnCluster(check, '', serviceYaml(spec))).toEqual([]);
});

test('passes an address that the kube-vip of the Cluster is asked for', () => {
  const kubeVip = 'spec: { controlPlaneEndpoint: { internalLoadbalancer: kube-vip } }';
  const asked = serviceYaml('type: LoadBalancer, loadBalancerIP: 192.168.0.20');
  expect(findsOnCluster(check, kubeVip, asked)).toEqual([]);
  expect(findsOnCluster(check, '', asked)).toHaveLength(1);
  expect(findsOnCluster(check, kubeVip, web)).toHaveLength(1);
});

test('passes what is declared as external', () => {
  const external = [{ kind: 'Deployment', name: 'metallb-controller' }];
  expect(findsOnCluster(check, '', web, { external })).toEqual([]);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, web)).toEqual([]);
});
