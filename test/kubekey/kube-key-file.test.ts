import fc from 'fast-check';
import { App } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { readKubeKeyFile } from '../../src/kubekey/kube-key-file';
import { readManifests } from '../../src/manifest/read';

const base = {
  apiVersion: 'kubekey.kubesphere.io/v1alpha2',
  kind: 'Cluster',
  metadata: { name: 'sample' },
  spec: {
    hosts: [{ name: 'node1', address: '192.168.0.2', password: 'Hidden-1' }],
    roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1'] },
    kubernetes: { version: 'v1.26.4' },
  },
};

/** The sound Cluster with another value at a field of the table. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(base) as Record<string, unknown>;
  let here: Record<string, unknown> = copy;
  const steps = path.replaceAll('<key>', 'key').split('.');
  for (const [index, step] of steps.entries()) {
    const name = step.replace('[]', '');
    if (index === steps.length - 1) here[name] = value;
    else {
      here[name] ??= step.endsWith('[]') ? [{}] : {};
      here = (step.endsWith('[]') ? (here[name] as unknown[])[0] : here[name]) as typeof here;
    }
  }
  return copy;
}

test('whatever stands in a field, a file is converted or refused, and secrets are never shown', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
      '',
      'a,b',
      'node[3:1]',
      'node[a:b]',
      'node[01:03]x',
      '~',
      '$HOME/x',
      'none',
      -1,
    ),
    fc.constantFrom<unknown>([null], [{}], [''], { a: null }, { '': {} }, { __proto__: 1 }, [[]]),
  );
  const format = fc.constantFrom('v1alpha2' as const, 'v4' as const);
  const path = fc.constantFrom('metadata.name', 'metadata', 'spec', ...Object.keys(clusterFields));
  fc.assert(
    fc.property(path, value, format, (field, content, to) => {
      const text = JSON.stringify(changed(field, content));
      const { objects, problems } = readManifests(text, 'old.yaml');
      expect(problems).toEqual([]);
      let said = '';
      try {
        const { props, findings, refusals } = readKubeKeyFile('old.yaml', objects);
        said = JSON.stringify([findings, refusals]);
        if (refusals.length === 0) {
          const loss = to === 'v4' ? { format: to, allowLoss: true } : {};
          const cluster = new KubeKeyCluster(new App(), 'old', { ...props, ...loss });
          said += JSON.stringify([cluster.toFiles(), cluster.losses]);
          for (const file of cluster.toFiles()) file.reveal?.();
        }
      } catch (error) {
        if (!(error instanceof GroundworkError)) throw error;
        said += error.message;
      }
      expect(said).not.toContain('Hidden-1');
    }),
    { numRuns: 300 },
  );
});
