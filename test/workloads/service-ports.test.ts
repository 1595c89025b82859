import { Chart, Lazy, Testing } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';
import { NodePortService, type NodePortServiceProps } from '../../src/workloads/node-port-service';

function setUp(props: Partial<AppDeploymentProps> = { port: 80 }): {
  chart: Chart;
  web: AppDeployment;
} {
  const chart = new Chart(Testing.app(), 'ng');
  return { chart, web: new AppDeployment(chart, 'web', { image: 'nginx:1.27', ...props }) };
}

/** What the last construct of a chart writes. */
function last(chart: Chart): unknown {
  return (Testing.synth(chart) as unknown[]).at(-1);
}

/** The ports of a Service that selects a workload with these props. */
function portsFor(
  workload: Partial<AppDeploymentProps>,
  props: Partial<NodePortServiceProps> = {},
): unknown {
  const { chart, web } = setUp(workload);
  new NodePortService(chart, 'service', { selects: web, ...props });
  return at(last(chart), 'spec', 'ports');
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message;
  }
  return '';
}

test('lead to the port of the workload', () => {
  expect(portsFor({ port: 8080 }, { port: 80 })).toEqual([
    { protocol: 'TCP', port: 80, targetPort: 8080 },
  ]);
});

test('lead where targetPort says, by number or by name', () => {
  expect(portsFor({ port: 8080 }, { port: 80, targetPort: 9090 })).toEqual([
    { protocol: 'TCP', port: 80, targetPort: 9090 },
  ]);
  expect(portsFor({ port: 80 }, { targetPort: 9090 })).toEqual([
    { protocol: 'TCP', port: 80, targetPort: 9090 },
  ]);
  const ports = [{ name: 'http', containerPort: 8080 }];
  expect(portsFor({ ports }, { targetPort: 'http' })).toEqual([
    { protocol: 'TCP', port: 8080, targetPort: 'http' },
  ]);
});

test('have the protocol of the workload', () => {
  const ports = [{ containerPort: 53, protocol: 'UDP' as const }];
  expect(portsFor({ ports })).toEqual([{ protocol: 'UDP', port: 53, targetPort: 53 }]);
});

test('are all of the workload, each with a name, where it has several', () => {
  const ports = [
    { name: 'http', containerPort: 8080 },
    { containerPort: 53 },
    { containerPort: 53, protocol: 'UDP' as const },
  ];
  expect(portsFor({ ports })).toEqual([
    { name: 'http', protocol: 'TCP', port: 8080, targetPort: 8080 },
    { name: 'tcp-53', protocol: 'TCP', port: 53, targetPort: 53 },
    { name: 'udp-53', protocol: 'UDP', port: 53, targetPort: 53 },
  ]);
});

test('are those of the main container, not of what runs beside it', () => {
  const containers = [{ name: 'log', image: 'log:1', ports: [{ containerPort: 2020 }] }];
  expect(portsFor({ port: 80, containers })).toHaveLength(1);
  expect(portsFor({ containers })).toEqual([{ protocol: 'TCP', port: 2020, targetPort: 2020 }]);
});

test('can be written one by one, completed by name and by number', () => {
  const ports = [
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9100 },
  ];
  expect(
    portsFor(
      { ports },
      {
        ports: [
          { name: 'http', port: 80, nodePort: 30080, appProtocol: 'http' },
          { port: 9100 },
          { name: 'other', port: 81, targetPort: 8181 },
        ],
      },
    ),
  ).toEqual([
    {
      name: 'http',
      protocol: 'TCP',
      appProtocol: 'http',
      port: 80,
      targetPort: 8080,
      nodePort: 30080,
    },
    { name: 'metrics', protocol: 'TCP', port: 9100, targetPort: 9100 },
    { name: 'other', protocol: 'TCP', port: 81, targetPort: 8181 },
  ]);
});

test('may be lazy', () => {
  const late: unknown = Lazy.any({ produce: () => 81 });
  expect(portsFor({ port: late as number })).toEqual([
    { protocol: 'TCP', port: 81, targetPort: 81 },
  ]);
});

const several = {
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9100 },
  ],
};
test.each<[string, Partial<AppDeploymentProps>, Partial<NodePortServiceProps>, string]>([
  ['none at all', {}, {}, 'port must be given, since what it selects names no such port'],
  ['a name alone', {}, { targetPort: 'http' }, 'port must be given'],
  ['an empty list', { port: 80 }, { ports: [] }, 'port must be given'],
  ['0', { port: 80 }, { port: 0 }, 'port must be a whole number from 1 to 65535, got 0'],
  ['a text', { port: 80 }, { port: '80' as never }, 'port must be a whole number'],
  ['8080.5', { port: 80 }, { targetPort: 8080.5 }, 'targetPort must be a whole number'],
  ['a number as text', { port: 80 }, { targetPort: '80' }, 'targetPort must hold only'],
  ['a nodePort beyond all', { port: 80 }, { nodePort: 70000 }, 'nodePort must be a whole'],
  ['one nodePort for several', several, { nodePort: 30007 }, 'nodePort must belong to one port'],
  ['no targetPort for another port', several, { port: 80 }, 'targetPort must be given'],
  [
    'both forms',
    { port: 80 },
    { port: 80, ports: [{ port: 80 }] },
    'port must be left out where ports is given, got 80. Say it in ports.',
  ],
  [
    'one port twice',
    {},
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 80 },
      ],
    },
    '80/TCP',
  ],
  [
    'one name twice',
    {},
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'a', port: 81 },
      ],
    },
    'got a',
  ],
  ['a bad name', {}, { ports: [{ name: 'A', port: 80 }] }, 'the name of a port must hold'],
])('are refused for %s', (_, workload, props, message) => {
  const text = refusal(() => portsFor(workload, props));
  expect(text).toContain(`ng/service: `);
  expect(text).toContain(message);
  expect(text.split('\n')).toHaveLength(1);
});
