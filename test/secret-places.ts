import type { Manifest } from 'cdk8s-groundwork';

/** A place where people put secrets: the manifest that holds one there. */
export interface SecretPlace {
  readonly what: string;
  readonly holding: (secret: string) => Manifest;
}

const container = (secret: unknown): object => ({
  name: 'it',
  image: 'nginx:1.27',
  ...(secret as object),
});
const spec = (fields: object): object => ({ containers: [container(fields)] });

/** The kinds that have pods, each around the spec of one. */
const workloads: Readonly<Record<string, (pod: object) => Manifest>> = {
  Pod: (pod) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'it' }, spec: pod }),
  ...Object.fromEntries(
    ['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => [
      kind,
      (pod: object) => ({
        apiVersion: 'apps/v1',
        kind,
        metadata: { name: 'it' },
        spec: {
          selector: { matchLabels: { app: 'it' } },
          ...(kind === 'StatefulSet' ? { serviceName: 'it' } : {}),
          template: { metadata: { labels: { app: 'it' } }, spec: pod },
        },
      }),
    ]),
  ),
  Job: (pod) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'it' },
    spec: { template: { spec: { restartPolicy: 'Never', ...pod } } },
  }),
  CronJob: (pod) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'it' },
    spec: {
      schedule: '0 3 * * *',
      jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', ...pod } } } },
    },
  }),
};

/** Texts that give a secret away whatever they are called. */
const texts: readonly ((secret: string) => string)[] = [
  (it) => `postgres://app:${it}@db:5432/app?sslmode=require`,
  (it) => `mongodb://app:${it}@db1:27017,db2:27017/app`,
  (it) => `amqp://app:pa/${it}@mq`,
  (it) => `https://${it}@git.example.com/team/app.git`,
  (it) => `https://example.com/hook?token=${it}&channel=1`,
  (it) => `app:${it}@tcp(db:3306)/app`,
  (it) => `Server=db;Database=app;User Id=sa;Password=${it} more;`,
  (it) => `DefaultEndpointsProtocol=https;AccountName=app;AccountKey=${it}==;EndpointSuffix=x`,
  (it) => `-Xmx512m -Dspring.datasource.password=${it} -jar app.jar`,
  (it) => `--db-password=${it} with blanks`,
  (it) => `mysql -uroot -p${it} -h db`,
  (it) => `PGPASSWORD=${it} psql -h db -c "select 1"`,
  (it) => `curl -H "Authorization: Bearer ${it}" https://example.com`,
  (it) => `curl -u admin:${it} https://example.com`,
  (it) => `redis-cli -a ${it} ping`,
  (it) => `echo '${it}' | docker login -u me --password-stdin registry.example.com`,
  (it) => `app --token ${it} --verbose && sshpass -p '${it}' ssh node`,
  (it) => `{"database":{"user":"app","password":"${it}"},"debug":true}`,
  (it) => `{"auths":{"registry.example.com":{"auth":"${it}=="}}}`,
  (it) => JSON.stringify({ text: JSON.stringify({ apiKey: it }) }),
  (it) => `[{"name":"DB_PASSWORD","value":"${it}"}]`,
  (it) => `user: app\npassword: ${it} and more\nhost: db\n`,
  (it) => `user: app\npassword: |\n  ${it}\n  ${it}\nhost: db\n`,
  (it) => `env:\n- name: API_TOKEN\n  value: ${it}\n`,
  (it) => `spring.datasource.password = ${it} and more\nport=80\n`,
  (it) => `[client]\npassword="${it}"\nport=80\n`,
  (it) => `export SECRET_KEY='${it}'\n`,
  (it) => `requirepass ${it}\nport 6379\n`,
  (it) => `machine git.example.com login me password ${it}\n`,
  (it) => `db:5432:app:app:${it}\n`,
  (it) => `ALTER USER app WITH PASSWORD '${it}';`,
  (it) => `CREATE USER 'app'@'%' IDENTIFIED BY '${it}';`,
  (it) => `<server><username>me</username><password>${it}</password></server>`,
  (it) => `proxy_set_header Authorization "Basic ${it}";`,
  (it) => `-----BEGIN RSA PRIVATE KEY-----\n${it}\n-----END RSA PRIVATE KEY-----\n`,
  (it) => `-----BEGIN OPENSSH PRIVATE KEY-----\n${it}\n`,
  (it) => `eyJhbGciOiJIUzI1NiJ9.${it}.c2ln`,
  (it) => `https://acct.blob.example.com/x?sv=1&sig=${it}`,
  (it) => `curl --user=admin:${it} https://example.com`,
  (it) => `jdbc:oracle:thin:app/${it}@//db:1521/app`,
  (it) => `//npm.example.com/:_authToken=${it}\n`,
  (it) => `DB_USER=app\nDB_PASSWORD=${it} and more\n`,
  (it) => `api_keys:\n  - ${it}\n  - ${it}\nport: 80\n`,
  (it) => `user admin insecure-password ${it}\nstats auth admin:${it}\n`,
  (it) => `proxy_set_header X-Api-Key ${it};`,
  (it) => `[Peer]\nPresharedKey = ${it}\n`,
  (it) => `admin:$apr1$abcdefgh$${it}\n`,
  (it) => `bindpw ${it}\nhost db\n`,
  (it) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: it\nstringData:\n  any: ${it}\n`,
  (it) => `{"apiVersion":"v1","data":{"any":"${it}"},"kind":"Secret","metadata":{"name":"it"}}`,
  (it) => `ghp_0123456789abcdef01 xoxb-${it} glpat-0123456789-${it}`,
];

/** What one container may hold a secret in. */
const ofContainer: Readonly<Record<string, (secret: string) => object>> = {
  'a variable': (it) => ({ env: [{ name: 'DB_PASSWORD', value: it }] }),
  'a number as a password': (it) => ({
    env: [{ name: 'DB_PASS', value: it.replace(/\D+/g, '9') + it }],
  }),
  'a variable of two words': (it) => ({
    env: [
      { name: 'OTHER', value: 'x' },
      { name: 'apiKey', value: it },
    ],
  }),
  'the word behind a switch': (it) => ({ args: ['--verbose', '--token', it, '--port', '80'] }),
  'the word behind basic-auth': (it) => ({ args: ['--basic-auth', it] }),
  'a switch with its value': (it) => ({ args: ['--verbose', `--password=${it}`] }),
  'the password of a client': (it) => ({ command: ['mysql', '-uroot', `-p${it}`] }),
  'arguments, where the command is beside': (it) => ({
    command: ['redis-cli'],
    args: ['-a', it, 'ping'],
  }),
  'a command of a shell': (it) => ({ command: ['sh', '-c', `mysql -p${it} < /init.sql`] }),
  'a header of a probe': (it) => ({
    livenessProbe: {
      httpGet: {
        path: '/',
        port: 80,
        httpHeaders: [{ name: 'Authorization', value: `Basic ${it}` }],
      },
    },
  }),
  'the path of a probe': (it) => ({
    readinessProbe: { httpGet: { path: `/?access_token=${it}`, port: 80 } },
  }),
  'the command of a probe': (it) => ({
    readinessProbe: { exec: { command: ['redis-cli', '-a', it, 'ping'] } },
  }),
  'a hook': (it) => ({
    lifecycle: { postStart: { exec: { command: ['sh', '-c', `x --api-key ${it}`] } } },
  }),
  'the address of an image': (it) => ({ image: `user:${it}@registry.example.com/web:1` }),
  'a variable that is misspelt': (it) => ({ env: [{ name: 'DB_PASSWORD', valeu: 1, value: it }] }),
  'variables as a mapping': (it) => ({ env: { DB_PASSWORD: it } }),
  'a command that is no list': (it) => ({ command: `app --password=${it}` }),
};

const metadata = { name: 'it', namespace: 'shop' };
const kubeKey = (spec: object): Manifest => ({
  apiVersion: 'kubekey.kubesphere.io/v1alpha2',
  kind: 'Cluster',
  metadata: { name: 'sample' },
  spec: {
    hosts: [{ name: 'node1', address: '10.0.0.1', user: 'ubuntu', password: '<redacted>' }],
    roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1'] },
    controlPlaneEndpoint: { domain: 'lb.example.com', address: '', port: 6443 },
    kubernetes: { version: 'v1.26.4', clusterName: 'cluster.local' },
    ...spec,
  },
});
const host = (fields: object): Manifest =>
  kubeKey({ hosts: [{ name: 'node1', address: '10.0.0.1', user: 'ubuntu', ...fields }] });

const others: Readonly<Record<string, (secret: string) => Manifest>> = {
  'a Secret, as text': (it) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    stringData: { a: it },
  }),
  'a Secret, in base64': (it) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    data: { a: Buffer.from(it).toString('base64') },
  }),
  'a Secret, not in base64': (it) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    data: { a: it },
  }),
  'a Secret, below a misspelt field': (it) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    stringdata: { a: it },
  }),
  'a Secret for a registry': (it) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/dockerconfigjson',
    metadata,
    stringData: { '.dockerconfigjson': JSON.stringify({ auths: { x: { password: it } } }) },
  }),
  'a ConfigMap, by its key': (it) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata,
    data: { 'db-password': it },
  }),
  'an annotation': (it) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, annotations: { 'example.com/api-token': it } },
    spec: { selector: { app: 'it' }, ports: [{ port: 80 }] },
  }),
  'an annotation of an Ingress': (it) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      ...metadata,
      annotations: {
        'nginx.ingress.kubernetes.io/configuration-snippet': `proxy_set_header Authorization "Basic ${it}";`,
        'example.com/basic-auth': `admin:${it}`,
      },
    },
    spec: { rules: [{ host: 'a.example.com' }] },
  }),
  'an address outside': (it) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { type: 'ExternalName', externalName: `https://me:${it}@db.example.com` },
  }),
  'a custom resource': (it) => ({
    apiVersion: 'db.example.com/v1',
    kind: 'Database',
    metadata,
    spec: {
      user: 'app',
      password: it,
      replica: { password: { value: it } },
      tokens: ['a', `token=${it}`],
    },
  }),
  'a custom resource, as a number': (it) => ({
    apiVersion: 'db.example.com/v1',
    kind: 'Database',
    metadata,
    spec: { url: `redis://:${it}@cache` },
  }),
  'a Secret within another object': (it) => ({
    apiVersion: 'work.example.com/v1',
    kind: 'Work',
    metadata,
    spec: {
      manifests: [
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'it' }, data: { any: it } },
      ],
    },
  }),
  'what was applied last': (it) => ({
    apiVersion: 'v1',
    kind: 'PodTemplate',
    metadata,
    template: {
      metadata: {
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': `{"any":"${it}"}` },
      },
      spec: spec({}),
    },
  }),
  'parameters of a StorageClass': (it) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'it' },
    provisioner: 'example.com/disk',
    parameters: { resturl: `http://me:${it}@x`, restuserkey: it },
  }),
  'attributes of a volume': (it) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'it' },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      csi: { driver: 'example.com', volumeHandle: 'a', volumeAttributes: { password: it } },
    },
  }),
  'a webhook': (it) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'it' },
    webhooks: [
      {
        name: 'it.example.com',
        clientConfig: { url: `https://me:${it}@hook.example.com` },
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  }),
  'values of a chart': (it) => ({
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChart',
    metadata,
    spec: { chart: 'x', set: { 'auth.password': it }, valuesContent: `auth:\n  password: ${it}\n` },
  }),
  'a generator of Secrets': (it) => ({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    secretGenerator: [{ name: 'it', literals: [`anything=${it}`] }],
  }),
  'the password of a host': (it) => host({ password: it }),
  'the misspelt password of a host': (it) => host({ passwrd: it }),
  'another misspelt password of a host': (it) => host({ Pasword: it, privatKey: it }),
  'the key of a host': (it) => host({ privateKey: `-----BEGIN RSA PRIVATE KEY-----\n${it}` }),
  'the address of a host': (it) => host({ password: '<redacted>', address: `root:${it}@10.0.0.1` }),
  'the name of a host': (it) => host({ password: '<redacted>', name: `root:${it}@node1` }),
  'the login of a registry': (it) =>
    kubeKey({ registry: { auths: { 'r.example.com': { username: 'me', password: it } } } }),
  'a URL as the key of a login': (it) =>
    kubeKey({ registry: { auths: { [`https://me:${it}@r.example.com`]: { username: 'me' } } } }),
  'the addresses of registries': (it) =>
    kubeKey({
      registry: {
        privateRegistry: `https://me:${it}@r.example.com/`,
        registryMirrors: [`https://me:${it}@m.example.com`, `me:${it}@m.example.com`],
        insecureRegistries: [`http://me:${it}@i.example.com`],
      },
    }),
  'the endpoint of the control plane': (it) =>
    kubeKey({
      controlPlaneEndpoint: { domain: `me:${it}@lb.example.com`, address: `me:${it}@10.0.0.9` },
    }),
  'arguments of the API server': (it) =>
    kubeKey({
      kubernetes: {
        version: 'v1.26.4',
        apiserverArgs: [`token=${it}`, `--basic-auth ${it}`, `basic-auth: ${it}`, `--token ${it}`],
      },
    }),
  'an etcd outside': (it) =>
    kubeKey({ etcd: { type: 'external', external: { endpoints: [`https://me:${it}@10.0.0.6`] } } }),
  'a chart of an addon': (it) =>
    kubeKey({
      addons: [
        {
          name: 'it',
          namespace: 'it',
          sources: {
            chart: {
              name: 'it',
              repo: `ftp://me:${it}@charts.example.com`,
              values: [`auth.password=${it}`, `password ${it}`],
            },
            yaml: { path: [`https://me:${it}@example.com/a.yaml`] },
          },
        },
      ],
    }),
  'an inventory for kk 4': (it) => ({
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Inventory',
    metadata: { name: 'sample' },
    spec: { hosts: { node1: { connector: { host: '10.0.0.1', user: 'root', password: it } } } },
  }),
};

/** Every place: each of a container in one kind after the other, each text in each field that takes texts. */
export function secretPlaces(): readonly SecretPlace[] {
  const kinds = Object.entries(workloads);
  const pods = Object.entries(ofContainer).flatMap(([what, fields], index) => {
    const [kind, around] = kinds[index % kinds.length]!;
    return [
      { what: `${what} (${kind})`, holding: (it: string) => around(spec(fields(it))) },
      {
        what: `${what}, as it starts (${kind})`,
        holding: (it: string) =>
          around({ initContainers: [container({ ...fields(it), name: 'init' })], ...spec({}) }),
      },
    ];
  });
  const inTexts = texts.flatMap((text) => {
    const what = text('...').slice(0, 40);
    const config = (it: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { 'app.conf': text(it) },
    });
    const resource = (it: string): Manifest => ({
      apiVersion: 'example.com/v1',
      kind: 'App',
      metadata: { ...metadata, annotations: { 'example.com/note': text(it) } },
      spec: { lines: [text(it)], deep: [{ name: 'a', setting: text(it) }] },
    });
    const pod = (it: string): Manifest =>
      workloads['Deployment']!(
        spec({ env: [{ name: 'SETTING', value: text(it) }], args: ['run', text(it)] }),
      );
    return [
      { what: `${what} in a ConfigMap`, holding: config },
      { what: `${what} in a custom resource`, holding: resource },
      { what: `${what} in a Deployment`, holding: pod },
    ];
  });
  return [
    ...pods,
    ...inTexts,
    ...Object.entries(others).map(([what, holding]) => ({ what, holding })),
  ];
}
