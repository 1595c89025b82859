import { ManifestApp, ManifestFile, KubeObject, type Manifest } from 'cdk8s-groundwork';
import { checkFindings, Manifests } from 'cdk8s-groundwork/testing';
import { fileOf, shop } from './shop';

describe('Manifests', () => {
  const manifests = Manifests.of(shop());

  test('counts and finds by kind', () => {
    expect(manifests.count('Deployment')).toBe(1);
    expect(manifests.count('Ingress')).toBe(0);
    expect(manifests.all('Service').map(({ manifest }) => manifest.kind)).toEqual(['Service']);
    expect(Manifests.of(fileOf(shop())).count('PersistentVolumeClaim')).toBe(0);
  });

  test('contains what is named, however deep', () => {
    const nginx = manifests.get('Deployment', 'nginx');
    nginx.toContain({ spec: { replicas: 2 } });
    nginx.toContain({ spec: { template: { spec: { containers: [{ image: 'nginx:1.27' }] } } } });
    nginx.toContain({ spec: { replicas: expect.any(Number) as unknown, paused: undefined } });
    nginx.toContain({ metadata: expect.objectContaining({ name: 'nginx' }) as unknown });
  });

  test('fails with every field that is otherwise', () => {
    const nginx = manifests.get('Deployment', 'nginx');
    const assert = (): void => {
      nginx.toContain({
        metadata: { namespace: 'shop', labels: undefined },
        spec: {
          replicas: expect.any(String) as unknown,
          template: { spec: { containers: [{ name: 'nginx', image: 'nginx:1.28' }] } },
        },
      });
    };
    expect(assert).toThrow(
      [
        'Deployment nginx metadata.namespace: expected "shop", got nothing',
        'Deployment nginx metadata.labels: expected nothing, got {"app":"nginx"}',
        'Deployment nginx spec.replicas: expected Any<String>, got 2',
        'Deployment nginx spec.template.spec.containers[0].image: expected "nginx:1.28", got "nginx:1.27"',
      ].join('\n'),
    );
  });

  test('a list of plain values is the very same, an empty list is empty', () => {
    const pod = (command: readonly string[]): Manifest[] => [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: { containers: [{ command }] },
      },
    ];
    const found = Manifests.of(pod(['sh', '-c'])).get('Pod', 'a');
    const expected = (command: readonly string[]): (() => void) => {
      return () => {
        found.toContain({ spec: { containers: [{ command }] } });
      };
    };
    expect(expected(['sh', '-c'])).not.toThrow();
    expect(expected(['-c', 'sh'])).toThrow('containers[0].command[0]');
    expect(expected(['sh'])).toThrow('expected ["sh"], got ["sh","-c"]');
    expect(expected([])).toThrow('expected [], got ["sh","-c"]');
  });

  test('a secret is compared and never shown', () => {
    const login = manifests.get('Secret', 'login');
    login.toContain({ stringData: { password: 'shop-secret' } });
    expect(() => {
      login.toContain({ stringData: { password: 'guess' } });
    }).toThrow(/^Secret login stringData.password: expected <redacted>, got <redacted>$/);
    expect(() => {
      login.toContain({ stringData: 'guess' });
    }).toThrow(/^Secret login stringData: expected <redacted>, got {"password":"<redacted>"}$/);
  });

  test('finds the pods of a Service', () => {
    const pods = manifests.podsOf('nginx-service');
    expect(pods).toHaveLength(1);
    pods[0]!.toContain({ metadata: { labels: { app: 'nginx' } }, spec: { containers: [{}] } });
    expect(() => {
      pods[0]!.toContain({ spec: { hostNetwork: true } });
    }).toThrow('Deployment nginx spec.template.spec.hostNetwork: expected true, got nothing');
  });

  test('fails for an object that is not there, and says what is', () => {
    expect(() => manifests.get('Deployment', 'ngnix')).toThrow(
      'Deployment ngnix: there is no object of this kind and name. There are: Deployment nginx.',
    );
    expect(() => manifests.get('deployment', 'nginx')).toThrow(
      'There are: Deployment, Service, Secret, PersistentVolumeClaim.',
    );
    expect(() => Manifests.of([]).get('Deployment', 'nginx')).toThrow('no objects at all');
  });

  test('fails for several objects of one name, unless the namespace tells', () => {
    const web = (namespace: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace },
    });
    const both = Manifests.of([web('a'), web('b')]);
    expect(() => both.get('Service', 'web')).toThrow('there are 2 objects of this kind and name');
    expect(both.get('Service', 'web', { namespace: 'b' }).manifest).toEqual(web('b'));
  });

  test('fails for what makes no manifests', () => {
    expect(() => Manifests.of(3 as never)).toThrow(
      'Manifests.of: it tests an app, a chart or a list',
    );
    expect(() => {
      manifests.get('Service', 'nginx-service').toContain([] as never);
    }).toThrow('what is expected must be an object, got a list');
  });
});

describe('checkFindings', () => {
  const broken = (): ManifestApp => {
    const app = new ManifestApp();
    const good = new ManifestFile(app, 'good');
    new KubeObject(good, 'config', { apiVersion: 'v1', kind: 'ConfigMap', data: {} });
    const bad = new ManifestFile(app, 'bad');
    new KubeObject(bad, 'web', {
      apiVersion: 'v1',
      kind: 'Service',
      spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, nodePort: 80 }] },
    });
    return app;
  };

  test('finds nothing in a sound app', () => {
    expect(checkFindings(shop())).toEqual({ pass: true, findings: [], message: '' });
  });

  test('gives the report of what it finds, by construct', () => {
    const { pass, message } = checkFindings(broken());
    expect(pass).toBe(false);
    expect(message).toContain('bad/web');
    expect(message).toContain('node-port-in-range');
  });

  test('gives what is found in the chart that is asked for', () => {
    expect(checkFindings(fileOf(broken(), 'good')).pass).toBe(true);
    expect(checkFindings(fileOf(broken(), 'bad')).pass).toBe(false);
  });

  test('checks plain manifests', () => {
    const { message } = checkFindings([
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'Web' }, spec: { ports: [] } },
    ]);
    expect(message).toContain('manifests[0]');
  });

  test('runs the checks of the app', () => {
    expect(checkFindings(new ManifestApp({ checks: 'off' })).pass).toBe(true);
  });
});
