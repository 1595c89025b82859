import { check } from '../../src/checks/check-manifests';
import type { CheckOptions } from '../../src/checks/check-options';
import type { Manifest } from '../../src/manifest/manifest';
import { readCheckConfig } from '../../src/checks/read-check-config';
import { readManifests } from '../../src/manifest/read';

const service: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, nodePort: 80 }] },
};
const external = [{ kind: 'Namespace', name: 'shop' }];
const found = (options: CheckOptions = {}): string[] =>
  check([service], { external, ...options }).map(({ check: id, severity }) => `${severity} ${id}`);
const waived = (more: object = {}): string[] =>
  found({ waivers: [{ check: 'node-port-in-range', reason: 'known', ...more }] });

test('plain objects give findings that name their place in the list', () => {
  expect(check([service], { external })[0]).toMatchObject({
    check: 'node-port-in-range',
    field: 'spec.ports[0].nodePort',
    origin: { argument: 'manifests[0]' },
  });
});

test('read objects give findings with their place in the file', () => {
  const { objects } = readManifests(JSON.stringify(service), 'a.json');
  expect(check(objects)[0]?.origin).toMatchObject({ file: 'a.json', line: 1 });
});

test('options decide on references, outside objects and severities', () => {
  expect(found()).toEqual(['error node-port-in-range', 'warning service-selects-pods']);
  expect(found({ references: 'closed' })).toContain('error service-selects-pods');
  expect(found({ severity: { 'node-port-in-range': 'warning' } })[0]).toBe(
    'warning node-port-in-range',
  );
  expect(found({ severity: { 'node-port-in-range': 'off' } })).toEqual([
    'warning service-selects-pods',
  ]);
});

test('a configured version counts where no Cluster says another', () => {
  const old: Manifest = { apiVersion: 'batch/v1beta1', kind: 'CronJob', metadata: { name: 'a' } };
  const cluster: Manifest = {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'c' },
    spec: { kubernetes: { version: 'v1.26.4' } },
  };
  const ids = (manifests: Manifest[]): string[] =>
    check(manifests, { kubernetesVersion: '1.22' }).map((finding) => finding.check);
  expect(ids([old])).not.toContain('served-api-version');
  expect(ids([cluster, old])).toContain('served-api-version');
});

test('a waiver takes away the findings of a check, of all objects or of those it names', () => {
  expect(waived()).toEqual(['warning service-selects-pods']);
  expect(waived({ object: { kind: 'Service', name: 'web', namespace: 'shop' } })).toHaveLength(1);
  expect(waived({ object: { kind: 'Service', name: '*' } })).toHaveLength(1);
});

test.each([
  [{ kind: 'Service', name: 'web' }, true],
  [{ kind: 'Service', name: '*' }, true],
  [{ kind: 'Service', name: '*', namespace: 'shop' }, true],
  [{ kind: 'Service', name: 'web', namespace: 'default' }, false],
  [{ kind: 'Service', name: 'shop' }, false],
  [{ kind: 'Deployment', name: '*' }, false],
])('a waiver for %j is for what it names: %s', (object, isWaived) => {
  const ids = waived({ object });
  expect(ids.includes('error node-port-in-range')).toBe(!isWaived);
  expect(ids.includes('warning unused-waiver')).toBe(!isWaived);
});

test('one waiver that holds is enough, beside another that has expired', () => {
  const waiver = { check: 'node-port-in-range', reason: 'known' };
  const waivers = [{ ...waiver, expires: '2026-03-01' }, waiver];
  expect(found({ waivers, today: '2026-03-02' })).toEqual([
    'warning service-selects-pods',
    'warning expired-waiver',
  ]);
});

test('a waiver that nothing is found for is reported', () => {
  const all = waived({ object: { kind: 'Service', name: 'web', namespace: 'other' } });
  expect(all).toEqual([
    'error node-port-in-range',
    'warning service-selects-pods',
    'warning unused-waiver',
  ]);
});

test('a waiver holds until its last day, by the date that is given', () => {
  const waivers = [{ check: 'node-port-in-range', reason: 'known', expires: '2026-03-01' }];
  expect(found({ waivers })).toHaveLength(1);
  expect(found({ waivers, today: '2026-03-01' })).toHaveLength(1);
  expect(found({ waivers, today: '2026-03-02' })).toEqual([
    'error node-port-in-range',
    'warning service-selects-pods',
    'warning expired-waiver',
  ]);
});

test('fails with everything that is wrong with the options', () => {
  const wrong = (): unknown =>
    check([], {
      kubernetesVersion: '1.99',
      severity: { 'node-port-in-rang': 'off' },
      waivers: [{ check: 'no-such', reason: ' ', expires: '2026-02-30' }],
    });
  expect(wrong).toThrow(/kubernetesVersion: .*\n.*Write node-port-in-range if you mean that\.\n/);
  expect(wrong).toThrow(/waivers\[0\]\.check.*\n.*waivers\[0\]\.reason.*\n.*waivers\[0\]\.expires/);
});

test('fails with values that only a program without types can give', () => {
  const wrong = (): unknown =>
    check([], {
      profile: 'recomended',
      references: true,
      severity: { 'node-port-in-range': 'info' },
      waivers: [{ check: 'node-port-in-range' }],
    } as unknown as CheckOptions);
  expect(wrong).toThrow(/^profile: .* got "recomended"\. Write recommended if you mean that\.$/m);
  expect(wrong).toThrow(/^references: must be one of open, closed, got true/m);
  expect(wrong).toThrow(/^severity\.node-port-in-range: must be one of error, warning, off/m);
  expect(wrong).toThrow(/^waivers\[0\]: "reason" is missing\. Add reason\.$/m);
});

test('fails with options of another shape', () => {
  const wrong = (options: unknown) => (): unknown => check([], options as CheckOptions);
  expect(wrong('recommended')).toThrow(/^options: must be a mapping, got "recommended"\. /);
  expect(wrong({ waivers: {}, severity: 'off', hosts: { node1: 4 } })).toThrow(
    /^waivers: must be a list, got .*\nseverity: must be a mapping, .*\nhosts\.node1: must be a mapping, got 4\. /,
  );
});

test('fails with options that do nothing, all at once, in the words of the configuration file', () => {
  const options = {
    profil: 'production',
    reference: 'closed',
    severity: { 'no-such-check': 'off' },
    waivers: [{ check: 'node-port-in-range', reasn: 'known' }],
    external: [{ kind: 'Secret' }],
    hosts: { 'a/b': { cpu: true } },
  };
  const said = [
    'profil: unknown field "profil". Write profile if you mean that.',
    'reference: unknown field "reference". Write references if you mean that.',
    'severity.no-such-check: there is no check of this id, got "no-such-check". Write the id of a check; cdk8s-groundwork check --list shows them.',
    'waivers[0].reasn: unknown field "reasn". Write reason if you mean that.',
    'waivers[0]: "reason" is missing. Add reason.',
    'external[0]: "name" is missing. Add name.',
    'hosts["a/b"].cpu: must be text, got true. Write one text here.',
  ];
  expect(() => check([], options as unknown as CheckOptions)).toThrow(said.join('\n'));
  const { problems } = readCheckConfig(JSON.stringify(options), 'a.json');
  expect(
    problems.map(({ path, problem, fix }) => `${path.split(' ')[1]}: ${problem}. ${fix}`),
  ).toEqual(
    // The file has texts only.
    [...said.slice(0, -1)],
  );
});

test('an option that is undefined is none', () => {
  const options = { profile: undefined, waivers: undefined, today: undefined };
  expect(check([], options)).toEqual([]);
});

test('fails with what is no object, all at once, and tells nothing of what it holds', () => {
  const wrong = (manifests: unknown) => (): unknown => check(manifests as Manifest[]);
  expect(wrong('password: hunter2')).toThrow(/^manifests: must be a list, got a string\. [^2]*$/);
  expect(wrong(undefined)).toThrow(/^manifests: must be a list, got undefined\. /);
  expect(wrong([null, {}, service, { apiVersion: 1, kind: 'Pod' }, new Date()])).toThrow(
    /^manifests\[0\]: must be a Kubernetes object, .* got null\. .*\nmanifests\[1\]: .* got a mapping\. .*\nmanifests\[3\]: .*\nmanifests\[4\]: .* got an object of class Date\. /,
  );
});

test('fails with what is no plain data, by its field', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const values: [unknown, string][] = [
    [cycle, 'data.a.self: must not hold itself'],
    [new Date(), 'data.a: must be plain data, got an object of class Date'],
    [() => 1, 'data.a: must be plain data, got a function'],
    [10n, 'data.a: must be plain data, got a bigint'],
    [NaN, 'data.a: must be plain data, got NaN'],
    [
      new URL('file:///a'),
      'data.a: must be plain data, got an object of class URL. Give what its toJSON() gives.',
    ],
  ];
  for (const [a, said] of values) {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it' }, data: { a } };
    expect(() => check([map])).toThrow(`ConfigMap it ${said}`);
  }
});

describe('CustomResourceDefinitions that are in the cluster already', () => {
  const definition = (more: object = {}): Manifest => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: { type: 'object', properties: { size: { type: 'integer' } }, ...more },
              },
            },
          },
        },
      ],
    },
  });
  const widget = (size: unknown): Manifest => ({
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name: 'it' },
    spec: { size },
  });
  const lines = (manifests: Manifest[], customResourceDefinitions: Manifest[]): string[] =>
    check(manifests, { customResourceDefinitions }).map(
      (finding) => `${finding.check} ${finding.object.kind} ${finding.field}`,
    );

  test('check custom resources by their schemas, without being checked themselves', () => {
    expect(lines([widget(3)], [])).toEqual(['checked-custom-resources Widget kind']);
    expect(lines([widget(3)], [definition()])).toEqual([]);
    expect(lines([widget('large')], [definition()])).toEqual(['valid-types Widget spec.size']);
    const broken = { ...definition(), metadata: { name: 'Not A Name' } };
    expect(lines([widget(3)], [broken])).toEqual([]);
  });

  test('give way to a definition of the same kind among the objects', () => {
    const text = definition({ properties: { size: { type: 'string' } } });
    expect(lines([text, widget('large')], [definition()])).toEqual([]);
  });

  test('say once at the first object of the kind that CEL rules are not evaluated', () => {
    const ruled = definition({ 'x-kubernetes-validations': [{ rule: 'self.size > 1' }] });
    const other = { ...widget(4), metadata: { name: 'other' } };
    expect(lines([widget(3), other], [ruled])).toEqual(['checked-custom-resources Widget kind']);
    expect(lines([], [ruled])).toEqual([]);
  });

  test('can be what was read from a file', () => {
    const { objects } = readManifests(JSON.stringify(definition()), 'crd.json');
    expect(check([widget('large')], { customResourceDefinitions: objects })).toHaveLength(1);
  });

  test('are nothing but CustomResourceDefinitions', () => {
    expect(() => check([], { customResourceDefinitions: [widget(3)] })).toThrow(
      'customResourceDefinitions[0]: must be a CustomResourceDefinition, got Widget it. Give only the CustomResourceDefinitions.',
    );
    const files = ['crds.yaml'] as unknown as Manifest[];
    expect(() => check([], { customResourceDefinitions: files })).toThrow(
      'customResourceDefinitions[0]: must be a CustomResourceDefinition, got "crds.yaml"',
    );
  });
});
