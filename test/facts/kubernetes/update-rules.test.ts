import { apiDefaultsOf, structFieldsOf } from '../../../src/facts/kubernetes/api-defaults';
import table from '../../../src/facts/kubernetes/data/immutable-fields.json';
import { immutabilityOf } from '../../../src/facts/kubernetes/immutable-fields';
import { definition } from '../../../src/facts/kubernetes/schema';
import { zeroValuesOf } from '../../../src/facts/kubernetes/zero-values';

describe('update rules', () => {
  test('depend on the version', () => {
    const set = (version: string) => immutabilityOf(version, 'apps/v1', 'StatefulSet');
    expect(set('1.32')?.immutable).toContain('spec.revisionHistoryLimit');
    expect(set('1.33')?.immutable).not.toContain('spec.revisionHistoryLimit');
    expect(set('1.22')?.mutableOnly).not.toContain('spec.minReadySeconds');
    expect(set('1.23')?.mutableOnly).toContain('spec.minReadySeconds');
  });

  test('of an older API version are those of the newer one', () => {
    expect(immutabilityOf('1.26', 'networking.k8s.io/v1beta1', 'IngressClass')).toEqual(
      immutabilityOf('1.26', 'networking.k8s.io/v1', 'IngressClass'),
    );
  });

  test('are known for every kind that the table lists, and for no other', () => {
    for (const key of Object.keys(table).filter((name) => name !== 'source')) {
      const [apiVersion = '', kind = ''] = key.split(' ');
      expect(immutabilityOf('1.26', apiVersion, kind)).toBeDefined();
    }
    expect(immutabilityOf('1.26', 'example.com/v1', 'Widget')).toBeUndefined();
  });
});

describe('defaults and zero values', () => {
  test('are of fields that the schema of the version has', () => {
    for (const minor of [19, 26, 36]) {
      for (const name of [
        'core.v1.PodSpec',
        'core.v1.ServiceSpec',
        'batch.v1.JobSpec',
        'core.v1.Container',
      ]) {
        const fields = definition(`1.${minor}`, name)?.fields;
        for (const field of apiDefaultsOf(name, minor).keys()) {
          expect([minor, name, field, fields?.has(field)]).toEqual([minor, name, field, true]);
        }
      }
    }
  });

  test('tell a value from a pointer', () => {
    const zeros = zeroValuesOf('core.v1.PodSpec');
    expect(zeros.get('hostNetwork')).toBe(false);
    expect(zeros.has('shareProcessNamespace')).toBe(false);
    expect(zeroValuesOf('apps.v1.DeploymentSpec').has('replicas')).toBe(false);
  });

  test('name the structs that are there even where nobody writes them', () => {
    expect(structFieldsOf('apps.v1.DeploymentSpec')).toContain('strategy');
    expect(structFieldsOf('core.v1.ConfigMap')).toEqual([]);
  });
});
