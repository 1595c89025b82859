import {
  AppDeployment,
  ClusterIpService,
  KubeObject,
  ManifestApp,
  ManifestFile,
} from 'cdk8s-groundwork';

const app = new ManifestApp();
const shop = new ManifestFile(app, 'shop', { namespace: 'shop' });

new KubeObject(shop, 'shop', { apiVersion: 'v1', kind: 'Namespace' });

const settings = new KubeObject(shop, 'settings', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  data: { LOG_LEVEL: 'info', GREETING: '你好' },
});

// Only for the example: a real password comes from a secret store, not from a file in git.
const login = new KubeObject(shop, 'login', {
  apiVersion: 'v1',
  kind: 'Secret',
  stringData: { username: 'shop', password: 'change-me' },
});

const web = new AppDeployment(shop, 'web', {
  image: 'nginx:1.27',
  port: 80,
  envFrom: [{ configMapRef: { name: settings.name } }],
  env: [
    { name: 'DB_USER', valueFrom: { secretKeyRef: { name: login.name, key: 'username' } } },
    { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: login.name, key: 'password' } } },
  ],
  volumeMounts: [{ name: 'logs', mountPath: '/var/log/nginx' }],
  // A second container in each pod, which reads what the first one writes.
  containers: [
    {
      name: 'log-reader',
      image: 'busybox:1.36',
      command: ['sh', '-c', 'tail -F /logs/access.log'],
      env: [
        {
          name: 'LOG_LEVEL',
          valueFrom: { configMapKeyRef: { name: settings.name, key: 'LOG_LEVEL' } },
        },
      ],
      volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }],
    },
  ],
  volumes: [{ name: 'logs', emptyDir: {} }],
});

new ClusterIpService(shop, 'web-service', { name: 'web', selects: web });

app.synth();
