import { validClaim as check } from '../../../src/checks/rules/valid-claim';
import { finds, podYaml, workloadYaml } from '../finds';

const say = (spec: string): string[] =>
  finds(
    check,
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: it }\nspec: { accessModes: [ReadWriteOnce], ${spec} }`,
  );

test('passes an amount, and reports none or nothing', () => {
  expect(say('resources: { requests: { storage: 1Gi } }')).toEqual([]);
  expect(say('resources: { requests: {} }')).toEqual([
    'error PersistentVolumeClaim/it spec.resources.requests.storage: storage is missing',
  ]);
  expect(say('resources: { requests: { storage: 0 } }')).toHaveLength(1);
});

test('looks at the claims of a StatefulSet too', () => {
  const set = workloadYaml(
    'StatefulSet',
    'volumeClaimTemplates: [{ metadata: { name: a }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 0 } } } }]',
  );
  expect(finds(check, set)).toEqual([
    'error StatefulSet/web spec.volumeClaimTemplates[0].spec.resources.requests.storage: must be more than 0, got 0',
  ]);
});

test('wants the capacity of a PersistentVolume', () => {
  const volume = (spec: string): string[] =>
    finds(
      check,
      `apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: it }\nspec: { ${spec} }\n`,
    );
  expect(volume('capacity: { storage: 1Gi }')).toEqual([]);
  expect(volume('hostPath: { path: /data }')).toEqual([
    'error PersistentVolume/it spec.capacity: the volume has no capacity',
  ]);
  expect(volume('storage: 1Gi')).toEqual([]);
});

test('reports ReadWriteOncePod beside another access mode', () => {
  const claim = (modes: string): string[] =>
    finds(
      check,
      `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: it }\nspec: { accessModes: [${modes}], resources: { requests: { storage: 1Gi } } }`,
    );
  expect(claim('ReadWriteOncePod')).toEqual([]);
  expect(claim('ReadWriteOnce, ReadOnlyMany')).toEqual([]);
  expect(claim('ReadWriteOncePod, ReadOnlyMany')).toEqual([
    'error PersistentVolumeClaim/it spec.accessModes: ReadWriteOncePod may not be beside other access modes',
  ]);
});

test('looks at the claims that pods bring along', () => {
  const claim = (requests: string): string =>
    `volumes: [{ name: a, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce], resources: { requests: { ${requests} } } } } } }]`;
  expect(finds(check, podYaml(claim('storage: 1Gi')))).toEqual([]);
  expect(finds(check, podYaml(claim('')))).toEqual([
    'error Pod/web spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage: storage is missing',
  ]);
});

test('reports what no volume has', () => {
  const yaml = `apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: it }\nspec: { capacity: { storage: 1Gi, cpu: 1 } }\n`;
  expect(finds(check, yaml)).toEqual([
    'error PersistentVolume/it spec.capacity.cpu: a volume has storage alone, got "cpu"',
  ]);
});

test('reports a name of a claim that its pod brings along', () => {
  const spec = 'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }';
  const volume = (metadata: string): string =>
    podYaml(
      `volumes: [{ name: a, ephemeral: { volumeClaimTemplate: { metadata: { ${metadata} }, ${spec} } } }]`,
    );
  expect(finds(check, volume('labels: { a: b }'))).toEqual([]);
  expect(finds(check, volume('name: data'))).toEqual([
    'error Pod/web spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name: the claim of a pod gets its name from the server',
  ]);
});

test('reports a claim of a StatefulSet without a name', () => {
  const claim =
    '{ spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }';
  expect(finds(check, workloadYaml('StatefulSet', `volumeClaimTemplates: [${claim}]`))).toEqual([
    'error StatefulSet/web spec.volumeClaimTemplates[0].metadata.name: the claim has no name',
  ]);
});
