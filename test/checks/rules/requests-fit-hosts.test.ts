import fc from 'fast-check';
import { requestsFitHosts as check } from '../../../src/checks/rules/requests-fit-hosts';
import { finds, podYaml, workloadYaml } from '../finds';
import { findsOnCluster } from '../on-cluster';

const hosts = { node2: { cpu: 4, memory: '8Gi' }, node3: { cpu: 4, memory: '8Gi' } };
const named = (name: string, yaml: string): string =>
  yaml.replace('metadata: { name: web', `metadata: { name: ${name}`);
const pod = (requests: string, spec = ''): string =>
  podYaml(spec, `resources: { requests: { ${requests} } }`);
const web = (replicas: number, requests: string, kind = 'Deployment'): string =>
  workloadYaml(kind, kind === 'DaemonSet' ? '' : `replicas: ${replicas}`).replace(
    'image: nginx',
    `image: nginx, resources: { requests: { ${requests} } }`,
  );

test('passes what just fits', () => {
  expect(findsOnCluster(check, '', web(2, 'cpu: 4, memory: 8Gi'), { hosts })).toEqual([]);
});

test('reports a pod that fits on no host', () => {
  expect(findsOnCluster(check, '', pod('memory: 10Gi'), { hosts })).toEqual([
    'error web spec.containers[0].resources.requests.memory: a pod requests 10Gi memory, more than any host has: node2 8Gi, node3 8Gi',
  ]);
});

test('reports replicas of which each host takes only one', () => {
  expect(findsOnCluster(check, '', web(3, 'cpu: 2500m'), { hosts })).toEqual([
    'error web spec.replicas: 3 pods that request 2500m cpu each, and the hosts have room for 2: node2 4, node3 4',
  ]);
});

test('reports the sum of all pods, with its parts, at the largest', () => {
  const yaml = named('a', web(2, 'cpu: 2')) + named('b', web(4, 'cpu: 1')) + pod('cpu: 500m');
  expect(findsOnCluster(check, '', yaml, { hosts })).toEqual([
    'error a spec.template.spec.containers[0].resources.requests.cpu: together the pods request 8500m cpu (Deployment a 2 × 2, Deployment b 4 × 1, Pod web 1 × 500m), and the hosts have 8 (node2 4, node3 4)',
  ]);
});

test('counts a DaemonSet on each host that takes it', () => {
  const agent = named('agent', web(0, 'cpu: 1', 'DaemonSet'));
  expect(findsOnCluster(check, '', agent + web(2, 'cpu: 3'), { hosts })).toEqual([]);
  expect(findsOnCluster(check, '', agent + web(2, 'cpu: 3100m'), { hosts })).toHaveLength(1);
});

test('adds up what is bound to some hosts', () => {
  const bound = 'nodeSelector: { kubernetes.io/hostname: node2 }';
  const yaml = named('a', pod('cpu: 3', bound)) + named('b', pod('cpu: 2', bound)) + pod('cpu: 1');
  expect(findsOnCluster(check, '', yaml, { hosts })).toEqual([
    'error a spec.containers[0].resources.requests.cpu: together the pods request 5 cpu (Pod a 1 × 3, Pod b 1 × 2), and the hosts have 4 (node2 4)',
  ]);
});

test('reports a pod that has room for each resource on another host', () => {
  const different = { node2: { cpu: 8, memory: '1Gi' }, node3: { cpu: 1, memory: '8Gi' } };
  expect(findsOnCluster(check, '', pod('cpu: 4, memory: 4Gi'), { hosts: different })).toEqual([
    'error web spec.containers[0].resources.requests.cpu: a pod requests 4 cpu and 4Gi memory, and no host has all of it',
  ]);
});

test('takes a limit as the request where there is none', () => {
  const yaml = podYaml('', 'resources: { limits: { cpu: 5 } }');
  expect(findsOnCluster(check, '', yaml, { hosts })).toHaveLength(1);
});

test('takes the most that a pod needs at a time: init containers, then the others with their sidecars', () => {
  const init = (containers: string): string => pod('cpu: 2', `initContainers: [${containers}]`);
  const one = (name: string, cpu: number, more = ''): string =>
    `{ name: ${name}, image: a, resources: { requests: { cpu: ${cpu} } }${more} }`;
  expect(findsOnCluster(check, '', init(one('a', 4)), { hosts })).toEqual([]);
  expect(findsOnCluster(check, '', init(one('a', 5)), { hosts })).toHaveLength(1);
  const sidecar = one('s', 2, ', restartPolicy: Always');
  expect(findsOnCluster(check, '', init(sidecar), { hosts })).toEqual([]);
  expect(findsOnCluster(check, '', init(`${sidecar}, ${one('a', 3)}`), { hosts })).toHaveLength(1);
});

test('leaves a GPU that no host has to the check of GPUs, and counts those of the replicas', () => {
  const gpus = { node2: { 'nvidia.com/gpu': 2 }, node3: { 'nvidia.com/gpu': 1 } };
  const gpu = (replicas: number, count: number): string =>
    web(replicas, 'cpu: 1').replace('requests: { cpu: 1 }', `limits: { nvidia.com/gpu: ${count} }`);
  expect(findsOnCluster(check, '', gpu(1, 3), { hosts: gpus })).toEqual([]);
  expect(findsOnCluster(check, '', gpu(2, 3), { hosts: gpus })).toEqual([]);
  const both = gpu(1, 3).replace('limits: {', 'requests: { cpu: 3 }, limits: {');
  const small = { node2: { cpu: 2, 'nvidia.com/gpu': 2 }, node3: { cpu: 2 } };
  expect(findsOnCluster(check, '', both, { hosts: small })).toEqual([
    expect.stringContaining('a pod requests 3 cpu, more than any host has: node2 2, node3 2'),
  ]);
  expect(findsOnCluster(check, '', gpu(3, 1), { hosts: gpus })).toEqual([]);
  expect(findsOnCluster(check, '', gpu(4, 1), { hosts: gpus })).toEqual([
    'error web spec.replicas: 4 pods that request 1 nvidia.com/gpu each, and the hosts have room for 3: node2 2, node3 1',
  ]);
});

test('counts the pods that the Cluster lets a host run', () => {
  expect(findsOnCluster(check, '', web(220, 'cpu: 1m'))).toEqual([]);
  expect(findsOnCluster(check, '', web(221, 'cpu: 1m'))).toEqual([
    'error web spec.replicas: 221 pods, and the hosts have room for 220: node2 110, node3 110',
  ]);
  const more = 'spec: { kubernetes: { maxPods: 200 } }';
  expect(findsOnCluster(check, more, web(221, 'cpu: 1m'))).toEqual([]);
});

test('counts the pods that are declared of a host before those of the Cluster', () => {
  const few = { node2: { pods: 20 } };
  expect(findsOnCluster(check, '', web(130, 'cpu: 1m'), { hosts: few })).toEqual([]);
  expect(findsOnCluster(check, '', web(131, 'cpu: 1m'), { hosts: few })).toEqual([
    'error web spec.replicas: 131 pods, and the hosts have room for 130: node2 20, node3 110',
  ]);
});

test('reports large pods of several objects that no hosts hold beside each other', () => {
  const yaml = named('a', web(1, 'memory: 5Gi')) + named('b', pod('memory: 4500Mi'));
  const small = named('c', pod('memory: 1Gi'));
  expect(findsOnCluster(check, '', yaml + small, { hosts })).toEqual([]);
  const third = named('d', pod('memory: 4400Mi'));
  expect(findsOnCluster(check, '', yaml + small + third, { hosts })).toEqual([
    'error a spec.template.spec.containers[0].resources.requests.memory: 3 pods request 4400Mi memory or more (Deployment a 1 × 5Gi, Pod b 1 × 4500Mi, Pod d 1 × 4400Mi), and the hosts have room for 2 of them beside each other (node2 8Gi, node3 8Gi)',
  ]);
});

test('reports a DaemonSet that only some hosts can hold', () => {
  const unlike = { node2: { memory: '8Gi' }, node3: { memory: '2Gi' } };
  const agent = web(0, 'memory: 3Gi', 'DaemonSet');
  expect(findsOnCluster(check, '', agent, { hosts: unlike })).toEqual([
    'error web spec.template.spec.containers[0].resources.requests.memory: a DaemonSet runs a pod on each host, which requests 3Gi memory here, more than some have: node3 2Gi',
  ]);
  expect(findsOnCluster(check, '', agent, { hosts })).toEqual([]);
  expect(findsOnCluster(check, '', agent, { hosts: { node2: { memory: '8Gi' } } })).toEqual([]);
});

test.each([
  ['a host of which nothing is declared', web(9, 'cpu: 4'), { node2: { cpu: 4 } }],
  [
    'Jobs, whose pods wait',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }\nspec: { parallelism: 9, template: { spec: { containers: [{ name: a, image: a, resources: { requests: { cpu: 4 } } }] } } }\n',
    hosts,
  ],
  [
    'an amount that can not be read',
    web(9, 'cpu: 4'),
    { node2: { cpu: 'four' }, node3: { cpu: 1 } },
  ],
])('says nothing of %s', (_what, yaml, declared) => {
  expect(findsOnCluster(check, '', yaml, { hosts: declared })).toEqual([]);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, pod('cpu: 100'), { hosts })).toEqual([]);
});

describe('in any arrangement', () => {
  const amount = fc.integer({ min: 1, max: 5 });
  const size = fc.record({ cpu: amount, memory: amount });
  const workload = fc.record({ size, replicas: fc.integer({ min: 1, max: 3 }) });

  test('what is reported has no place, tried in all arrangements', () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size),
        fc.array(workload, { minLength: 1, maxLength: 3 }),
        ([node2, node3], workloads) => {
          const yaml = workloads
            .map(({ size: { cpu, memory }, replicas }, number) =>
              named(`w${number}`, web(replicas, `cpu: ${cpu}, memory: ${memory}`)),
            )
            .join('');
          const found = findsOnCluster(check, '', yaml, { hosts: { node2, node3 } });
          const pods = workloads.flatMap((one) => Array<Size>(one.replicas).fill(one.size));
          if (found.length > 0) expect(fits(pods, [node2, node3])).toBe(false);
        },
      ),
    );
  });

  test('pods that have a place are not reported', () => {
    const pod = fc.record({ size, onFirst: fc.boolean() });
    fc.assert(
      fc.property(fc.array(pod, { minLength: 1, maxLength: 6 }), (pods) => {
        const yaml = pods
          .map(({ size: { cpu, memory } }, number) =>
            named(`w${number}`, web(1, `cpu: ${cpu}, memory: ${memory}`)),
          )
          .join('');
        const sum = (isFirst: boolean, key: keyof Size): number =>
          pods.reduce((all, one) => all + (one.onFirst === isFirst ? one.size[key] : 0), 0);
        const host = (isFirst: boolean): Size => ({
          cpu: sum(isFirst, 'cpu'),
          memory: sum(isFirst, 'memory'),
        });
        expect(
          findsOnCluster(check, '', yaml, { hosts: { node2: host(true), node3: host(false) } }),
        ).toEqual([]);
      }),
    );
  });
});

type Size = Readonly<Record<'cpu' | 'memory', number>>;

/** Whether some way of putting pods on hosts leaves none out. */
function fits([pod, ...others]: readonly Size[], hosts: readonly Size[]): boolean {
  if (pod === undefined) return true;
  return hosts.some((host, index) => {
    const left = { cpu: host.cpu - pod.cpu, memory: host.memory - pod.memory };
    return left.cpu >= 0 && left.memory >= 0 && fits(others, hosts.with(index, left));
  });
}
