import { ApiObject, Cron, Include, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ManifestApp } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';
import { withDefaults } from '../../src/manifest/api-defaults';
import type { Manifest } from '../../src/manifest/manifest';

type Defaults = 'omit' | 'keep';

/** What an app writes, as values; without checks, since this is about what is written only. */
function synth(apiDefaults: Defaults, build: (file: ManifestFile) => void): Manifest[] {
  const app = new ManifestApp({ outdir: 'never-written', apiDefaults, checks: 'off' });
  build(new ManifestFile(app, 'ng'));
  return parseAllDocuments(app.synthYaml()).map((document) => document.toJS() as Manifest);
}

/** One of each kind of workload that cdk8s-plus has, with what can be said about it. */
function everything(file: ManifestFile): void {
  const containers: kplus.ContainerProps[] = [
    {
      image: 'nginx',
      ports: [{ number: 80, name: 'http' }],
      liveness: kplus.Probe.fromHttpGet('/'),
      envVariables: { A: kplus.EnvValue.fromValue('1') },
    },
    { image: 'busybox:1.36', name: 'second' },
  ];
  const config = new kplus.ConfigMap(file, 'config', { data: { a: '1' } });
  const web = new kplus.Deployment(file, 'web', { containers });
  web.containers[0]?.mount('/config', kplus.Volume.fromConfigMap(file, 'volume', config));
  web.exposeViaService({ serviceType: kplus.ServiceType.NODE_PORT });
  web.exposeViaIngress('/', { name: 'web-ingress-service' });
  new kplus.StatefulSet(file, 'db', {
    containers,
    service: new kplus.Service(file, 'headless', { clusterIP: 'None', ports: [{ port: 80 }] }),
  });
  new kplus.DaemonSet(file, 'agent', { containers });
  new kplus.Job(file, 'job', { containers });
  new kplus.CronJob(file, 'cron', { containers, schedule: Cron.daily() });
  new kplus.Pod(file, 'pod', { containers });
  new kplus.Secret(file, 'secret', { stringData: { a: '1' } });
  new kplus.ServiceAccount(file, 'account');
  new kplus.HorizontalPodAutoscaler(file, 'scaler', { target: web, maxReplicas: 5 });
  new kplus.NetworkPolicy(file, 'policy', {
    selector: web,
    ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
  });
  new kplus.Role(file, 'role').allowRead(kplus.ApiResource.PODS);
}

test('objects of cdk8s-plus lose API defaults only: filled back in, they are what they were', () => {
  const [kept, omitted] = [synth('keep', everything), synth('omit', everything)];
  expect(omitted.map((manifest) => withDefaults(manifest, '1.36'))).toEqual(
    kept.map((manifest) => withDefaults(manifest, '1.36')),
  );
  expect(JSON.stringify(omitted).length).toBeLessThan(JSON.stringify(kept).length);
  expect(omitted[1]).not.toHaveProperty('spec.strategy');
});

test('keep writes what cdk8s-plus wrote', () => {
  const app = Testing.app();
  const file = new ManifestFile(app, 'ng');
  everything(file);
  expect(synth('keep', everything)).toEqual(Testing.synth(file));
});

test('what an author wrote stays: an ApiObject, an imported class, a YAML file', () => {
  const spec = {
    replicas: 1,
    selector: { matchLabels: { app: 'a' } },
    template: {
      metadata: { labels: { app: 'a' } },
      spec: { restartPolicy: 'Always', containers: [{ name: 'a', image: 'a' }] },
    },
  };
  const yaml = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'plain-')), 'in.yaml');
  fs.writeFileSync(
    yaml,
    JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'yaml' }, spec }),
  );
  const manifests = synth('omit', (file) => {
    new ApiObject(file, 'api', { apiVersion: 'apps/v1', kind: 'Deployment', spec });
    new kplus.k8s.KubeDeployment(file, 'imported', { spec });
    new Include(file, 'yaml', { url: yaml });
  });
  expect(manifests.map((manifest) => manifest['spec'])).toEqual([spec, spec, spec]);
});

test('what a JSON patch sets stays, even where it is the default', () => {
  const [manifest] = synth('omit', (file) => {
    const web = new kplus.Deployment(file, 'web', { containers: [{ image: 'nginx' }] });
    ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 10));
  });
  expect(manifest).toHaveProperty('spec.revisionHistoryLimit', 10);
});
