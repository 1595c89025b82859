import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { parseAllDocuments } from 'yaml';
import { comment } from '../../src/app/comment';
import { ManifestApp } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';
import { override } from '../../src/app/override';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { AppDeployment } from '../../src/workloads/app-deployment';
import { NodePortService } from '../../src/workloads/node-port-service';

function synth(build: (ng: ManifestFile, app: ManifestApp) => void): string {
  const app = new ManifestApp({ outdir: 'never-written' });
  build(new ManifestFile(app, 'ng'), app);
  return app.synthYaml();
}

test('the comments of the lesson stand where its author wrote them', () => {
  const yaml = synth((ng) => {
    const nginx = new AppDeployment(ng, 'nginx', { image: 'nginx:1.27', port: 80 });
    const service = new NodePortService(ng, 'web', { selects: nginx, nodePort: 30007 });
    const behind = { place: 'behind' } as const;
    comment(service, '', '对外暴露');
    comment(service, 'spec.ports[0].port', 'Service 的端口', behind);
    comment(service, 'spec.ports[0].targetPort', 'Pod 的端口', behind);
    comment(
      service,
      'spec.ports[0].nodePort',
      'NodePort 的端口范围（默认范围是 30000-32767）',
      behind,
    );
  });
  expect(yaml).toContain(
    `
    - protocol: TCP
      port: 80 # Service 的端口
      targetPort: 80 # Pod 的端口
      nodePort: 30007 # NodePort 的端口范围（默认范围是 30000-32767）
`,
  );
  expect(yaml).toContain('---\n# 对外暴露\napiVersion: v1\n');
});

test('a marker of Flux stands behind the image of any object', () => {
  const marker = '{"$imagepolicy": "flux-system:podinfo"}';
  const yaml = synth((ng) => {
    const web = new kplus.Deployment(ng, 'web', { containers: [{ image: 'podinfo:6.0.0' }] });
    comment(web, 'spec.template.spec.containers[0].image', marker, { place: 'behind' });
  });
  expect(yaml).toContain(`image: podinfo:6.0.0 # ${marker}\n`);
});

test('a comment on a field that is not written fails, and so does every other such comment', () => {
  expect(() =>
    synth((ng) => {
      const nginx = new AppDeployment(ng, 'nginx', { image: 'nginx:1.27' });
      comment(nginx, 'spec.replicas', 'first');
      comment(nginx, 'spec.paused', 'second');
    }),
  ).toThrow(/spec\.replicas: there is no such field.*\n.*spec\.paused: there is no such field/);
});

test('an override has the last word in the output, over classes and mirrors', () => {
  const app = new ManifestApp({
    outdir: 'never-written',
    imageMirrors: { 'docker.io': 'docker.1ms.run' },
  });
  const ng = new ManifestFile(app, 'ng');
  const web = new kplus.Deployment(ng, 'web', { containers: [{ image: 'nginx' }] });
  const container = 'spec.template.spec.containers[0]';
  override(web, `${container}.resources.limits["nvidia.com/gpu"]`, '8');
  override(web, `${container}.image`, 'registry.example.com/nginx:1.27');
  override(web, 'spec.strategy.rollingUpdate.maxSurge', 0);
  override(web, 'spec.strategy.rollingUpdate.maxUnavailable', 1);
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/template/spec/hostUsers', false));
  const [document] = parseAllDocuments(app.synthYaml());
  expect(document?.toJS()).toMatchObject({
    spec: {
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      template: {
        spec: {
          hostUsers: false,
          containers: [
            {
              image: 'registry.example.com/nginx:1.27',
              resources: { limits: { 'nvidia.com/gpu': '8', cpu: '1500m' } },
            },
          ],
        },
      },
    },
  });
});

test('overrides that can not be set fail together, each with its path', () => {
  expect(() =>
    synth((ng) => {
      const nginx = new AppDeployment(ng, 'nginx', { image: 'nginx:1.27', replicas: 1 });
      override(nginx, 'spec.replicas.deep', 1);
      override(nginx, 'spec.template.spec.containers.image', 'x');
    }),
  ).toThrow(
    /ng\/nginx spec\.replicas\.deep: .*\nng\/nginx spec\.template\.spec\.containers\.image: /,
  );
});

test('the file of a cluster takes comments', () => {
  const yaml = synth((_, app) => {
    const cluster = new KubeKeyCluster(app, 'sample', {
      name: 'sample',
      kubernetes: { version: 'v1.26.4' },
      hosts: [
        { name: 'node1', address: '192.168.0.2', credential: Credential.password('hunter2') },
      ],
    });
    comment(cluster, 'spec.hosts[0].address', 'the private address', { place: 'behind' });
  });
  expect(yaml).toContain('      address: 192.168.0.2 # the private address\n');
  expect(yaml).not.toContain('hunter2');
});

test('the file of a cluster takes no overrides, and two files take no comments', () => {
  const cluster = (app: ManifestApp, format: 'v1alpha2' | 'v4'): KubeKeyCluster =>
    new KubeKeyCluster(app, 'sample', {
      format,
      name: 'sample',
      kubernetes: { version: 'v1.33.1' },
      hosts: [
        { name: 'node1', address: '192.168.0.2', credential: Credential.password('hunter2') },
      ],
    });
  expect(() =>
    synth((_, app) => {
      override(cluster(app, 'v1alpha2'), 'spec.hosts[0].port', 2222);
    }),
  ).toThrow('sample: a cluster takes no overrides. Say the field in its props.');
  expect(() =>
    synth((_, app) => {
      comment(cluster(app, 'v4'), '', 'for kk 4');
    }),
  ).toThrow(/^sample: a comment can't tell which of the cluster's 2 files it is for/);
});
