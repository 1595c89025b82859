import { alternatives, forms } from '../../../src/facts/kubernetes/field-forms';
import { definition, schemaOf } from '../../../src/facts/kubernetes/schema';
import { servedKind, versionsOfKind } from '../../../src/facts/kubernetes/served';

test('a kind has a schema from the release that serves it to the last that does', () => {
  const has = (version: string): boolean =>
    schemaOf(version, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler') !== undefined;
  expect([has('1.19'), has('1.25'), has('1.26'), has('1.36')]).toEqual([true, true, false, false]);
  expect(schemaOf('1.22', 'autoscaling/v2', 'HorizontalPodAutoscaler')).toBeUndefined();
  expect(schemaOf('v1.23.4', 'autoscaling/v2', 'HorizontalPodAutoscaler')).toBeDefined();
});

test('a field is there in the releases that have it', () => {
  const has = (version: string): boolean =>
    definition(version, 'core.v1.Container')?.fields.has('resizePolicy') === true;
  expect([has('1.26'), has('1.27'), has('1.36')]).toEqual([false, true, true]);
});

test('tells types, what is required and the values of a field', () => {
  const port = definition('1.26', 'core.v1.ServicePort')?.fields;
  expect(port?.get('port')).toEqual({ type: { is: 'int32' }, required: true });
  expect(port?.get('nodePort')).toEqual({ type: { is: 'int32' }, required: false });
  expect(port?.get('protocol')?.type).toEqual({
    is: 'string',
    enum: { closed: true, values: [{ value: 'SCTP' }, { value: 'TCP' }, { value: 'UDP' }] },
  });
});

test('tells the form of a field, and which fields exclude each other', () => {
  const port = definition('1.26', 'core.v1.ServicePort')?.fields;
  expect(port?.get('targetPort')?.form).toBe('port-name');
  expect(port?.get('port')?.form).toBeUndefined();
  const hook = definition('1.26', 'admissionregistration.v1.WebhookClientConfig');
  expect(hook?.alternatives).toEqual({ of: ['service', 'url'], isNeeded: true });
});

test('knows forms of fields that there are, and no others', () => {
  const all = [
    ...Object.entries(forms).map(([name, own]) => [name, Object.keys(own)] as const),
    ...Object.entries(alternatives).map(([name, { of }]) => [name, of] as const),
  ];
  for (const [name, own] of all) {
    const known = ['1.19', '1.36'].flatMap((version) => [
      ...(definition(version, name)?.fields.keys() ?? []),
    ]);
    for (const field of own) expect(known).toContain(field);
  }
});

test('tells from when a value is accepted by default', () => {
  const values = (version: string): unknown => {
    const type = definition(version, 'core.v1.ServiceSpec')?.fields.get(
      'trafficDistribution',
    )?.type;
    return type?.is === 'string' ? type.enum?.values : undefined;
  };
  expect(values('1.29')).toBeUndefined();
  expect(values('1.30')).toEqual([{ value: 'PreferClose', onByDefault: 31 }]);
  expect(values('1.33')).toHaveLength(3);
});

test('knows that the server takes a StatefulSet without a service name', () => {
  expect(definition('1.26', 'apps.v1.StatefulSetSpec')?.fields.get('serviceName')?.required).toBe(
    false,
  );
});

test('tells how the items of a list are told apart', () => {
  const type = (field: string) => definition('1.36', 'core.v1.Container')?.fields.get(field)?.type;
  expect(type('ports')).toMatchObject({
    is: 'list',
    keys: {
      type: 'map',
      mapKeys: ['containerPort', 'protocol'],
      patchMergeKey: 'containerPort',
    },
  });
  expect(type('args')).toMatchObject({ is: 'list', keys: { type: 'atomic', mapKeys: [] } });
});

test('every struct that a definition names is there in every version that names it', () => {
  for (let minor = 19; minor <= 36; minor += 1) {
    const version = `1.${minor}`;
    const seen = new Set(['apps.v1.Deployment', 'batch.v1.Job', 'core.v1.Service']);
    for (const name of seen) {
      const found = definition(version, name);
      expect(found?.fields.size ?? 0).toBeGreaterThan(0);
      for (const { type } of found?.fields.values() ?? []) {
        let inner = type;
        while (inner.is === 'list' || inner.is === 'map') {
          inner = inner.is === 'list' ? inner.items : inner.values;
        }
        if (inner.is === 'struct') seen.add(inner.definition);
      }
    }
  }
});

test('tells what replaced an API version that is gone', () => {
  expect(servedKind('1.26', 'extensions/v1beta1', 'Ingress')).toMatchObject({
    isServed: false,
    removedIn: '1.22',
    replacedBy: 'networking.k8s.io/v1 Ingress',
  });
  expect(servedKind('1.26', 'apps/v1beta1', 'Deployment')).toMatchObject({
    isServed: false,
    removedIn: '1.16',
  });
  expect(servedKind('1.26', 'example.com/v1', 'Widget')).toBeUndefined();
});

test('lists the API versions of a kind', () => {
  expect(versionsOfKind('1.21', 'CronJob').map(({ apiVersion }) => apiVersion)).toEqual([
    'batch/v1',
    'batch/v1beta1',
    'batch/v2alpha1',
  ]);
});
