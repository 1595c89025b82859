import {
  AppDeployment,
  Credential,
  KubeKeyCluster,
  KubeObject,
  ManifestApp,
  ManifestFile,
  NodePortService,
} from 'cdk8s-groundwork';

/** What is different in a shop from the one that was stored. */
export interface ShopChange {
  readonly image?: string;
  readonly replicas?: number;
  readonly label?: string;
  readonly withClaim?: boolean;
  readonly withCluster?: boolean;
  readonly password?: string;
  readonly claimFile?: string;
}

/** A small app: a Deployment with its Service, a volume claim in a file of its own, a Secret. */
export function shop(change: ShopChange = {}): ManifestApp {
  const app = new ManifestApp();
  const cluster =
    change.withCluster === true
      ? new KubeKeyCluster(app, 'config-sample', {
          name: 'sample',
          kubernetes: { version: 'v1.26.4' },
          hosts: [
            {
              name: 'node1',
              address: '192.168.0.2',
              credential: Credential.password(change.password ?? 'root-secret'),
            },
          ],
        })
      : undefined;
  const ng = new ManifestFile(app, 'ng', { ...(cluster !== undefined && { cluster }) });
  const nginx = new AppDeployment(ng, 'nginx', {
    image: change.image ?? 'nginx:1.27',
    labels: { app: change.label ?? 'nginx' },
    port: 80,
    replicas: change.replicas ?? 2,
  });
  new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 30007 });
  new KubeObject(ng, 'login', {
    apiVersion: 'v1',
    kind: 'Secret',
    stringData: { password: change.password ?? 'shop-secret' },
  });
  if (change.withClaim !== false) {
    const data = new ManifestFile(app, change.claimFile ?? 'data', {
      folder: 'storage',
      ...(cluster !== undefined && { cluster }),
    });
    new KubeObject(data, 'data', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
  }
  return app;
}

/** The file of a shop by its id. */
export function fileOf(app: ManifestApp, id = 'ng'): ManifestFile {
  return app.node.findChild(id) as ManifestFile;
}
