// Measures one case in a process of its own and prints the milliseconds, and the peak memory in MiB.
// Usage: node bench/measure.mjs CASE [N]; `bench/run.mjs` runs them all, in turn, and compares.
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';

const require = createRequire(import.meta.url);
const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));

/** The lesson's Deployment and Service, as plain data. */
export function pair(i) {
  const labels = { app: `nginx-${i}` };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `nginx-${i}`, labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'nginx', image: 'nginx:1.27', ports: [{ containerPort: 80 }] }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `nginx-service-${i}`, labels },
      spec: {
        type: 'ClusterIP',
        selector: labels,
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
      },
    },
  ];
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Fills a chart with N pairs as ApiObjects. */
function apiObjects(chart, n) {
  const { ApiObject } = require('cdk8s');
  for (let i = 0; i < n; i += 1) {
    const [deployment, service] = pair(i);
    new ApiObject(chart, `d${i}`, deployment);
    new ApiObject(chart, `s${i}`, service);
  }
}

function cdk8sApp() {
  const { App, Chart } = require('cdk8s');
  return { app: new App({ outdir }), Chart };
}

function groundworkApp(props = { checks: 'off' }) {
  const { ManifestApp, ManifestFile } = require('cdk8s-groundwork');
  return { app: new ManifestApp({ outdir, ...props }), Chart: ManifestFile };
}

function synthOfPairs({ app, Chart }, n) {
  apiObjects(new Chart(app, 'ng'), n);
  return timed(() => app.synth());
}

function synthOfCharts({ app, Chart }, n) {
  for (let i = 0; i < n; i += 1) apiObjects(new Chart(app, `ng-${i}`), 1);
  return timed(() => app.synth());
}

/** Warm: the median of several runs after the first ones. */
function warm(work) {
  for (let i = 0; i < 3; i += 1) work();
  const times = Array.from({ length: 9 }, () => timed(work)).sort((a, b) => a - b);
  return times[4];
}

function documents(n) {
  return Array.from({ length: n }, (_, i) => pair(i)).flat();
}

const cases = {
  'pairs-cdk8s': (n) => synthOfPairs(cdk8sApp(), n),
  'pairs-groundwork': (n) => synthOfPairs(groundworkApp(), n),
  'pairs-groundwork-checked': (n) => synthOfPairs(groundworkApp({}), n),
  'charts-cdk8s': (n) => synthOfCharts(cdk8sApp(), n),
  'charts-groundwork': (n) => synthOfCharts(groundworkApp(), n),
  'chain-groundwork': (n) => {
    const { app, Chart } = groundworkApp();
    let before;
    for (let i = 0; i < n; i += 1) {
      const chart = new Chart(app, `ng-${i}`);
      apiObjects(chart, 1);
      if (before !== undefined) chart.addDependency(before);
      before = chart;
    }
    return timed(() => app.synth());
  },
  'workloads-cdk8s-plus': (n) => {
    const { app, Chart } = cdk8sApp();
    const kplus = require('cdk8s-plus-28');
    const chart = new Chart(app, 'ng');
    return timed(() => {
      for (let i = 0; i < n; i += 1) {
        const deployment = new kplus.Deployment(chart, `nginx-${i}`, {
          replicas: 1,
          containers: [{ image: 'nginx:1.27', portNumber: 80 }],
        });
        deployment.exposeViaService({ serviceType: kplus.ServiceType.NODE_PORT });
      }
      app.synth();
    });
  },
  'workloads-groundwork': (n) => {
    const { app, Chart } = groundworkApp();
    const { AppDeployment, NodePortService } = require('cdk8s-groundwork');
    const chart = new Chart(app, 'ng');
    return timed(() => {
      for (let i = 0; i < n; i += 1) {
        const selects = new AppDeployment(chart, `nginx-${i}`, {
          image: 'nginx:1.27',
          port: 80,
          replicas: 1,
        });
        new NodePortService(chart, `nginx-service-${i}`, { selects });
      }
      app.synth();
    });
  },
  'process-kubernetes-models': (n) => {
    const { Deployment } = require('kubernetes-models/apps/v1/Deployment');
    const { Service } = require('kubernetes-models/v1/Service');
    const { stringify } = require('yaml');
    const text = Array.from({ length: n }, (_, i) => pair(i))
      .flatMap(([deployment, service]) => [new Deployment(deployment), new Service(service)])
      .map((object) => stringify(object.toJSON()))
      .join('---\n');
    fs.writeFileSync(path.join(outdir, 'ng.yaml'), text);
    return performance.now();
  },
  'process-groundwork': (n) => {
    synthOfPairs(groundworkApp(), n);
    return performance.now();
  },
  'writer-groundwork': (n) => {
    const { writeYaml } = require('cdk8s-groundwork');
    const all = documents(n);
    return warm(() => writeYaml(all));
  },
  'writer-yaml': (n) => {
    const { stringify } = require('yaml');
    const all = documents(n);
    return warm(() =>
      all.map((it) => stringify(it, { version: '1.1', lineWidth: 0 })).join('---\n'),
    );
  },
  'writer-js-yaml': (n) => {
    const { dump } = require('js-yaml');
    const all = documents(n);
    return warm(() => all.map((it) => dump(it, { lineWidth: -1, noRefs: true })).join('---\n'));
  },
  'writer-json': (n) => {
    const all = documents(n);
    return warm(() => all.map((it) => JSON.stringify(it)).join('\n'));
  },
  'check-alone': (n) => {
    const { check } = require('cdk8s-groundwork');
    const { parseAllDocuments } = require('yaml');
    const json = documents(n).map((object) => JSON.stringify(object));
    const yaml = json.join('\n---\n');
    let objects;
    const jsonMs = timed(() => (objects = json.map((text) => JSON.parse(text))));
    const yamlMs = timed(() => parseAllDocuments(yaml).map((document) => document.toJS()));
    return { readMs: jsonMs + yamlMs, ms: timed(() => check(objects)) };
  },
  'check-peak': (n) => {
    const { check } = require('cdk8s-groundwork');
    const objects = documents(n);
    return timed(() => check(objects));
  },
  'review-changed': (n) => readAndReview(n, true),
  'review-identical': (n) => readAndReview(n, false),
  'tree-only': (n) => {
    const { app, Chart } = groundworkApp();
    return timed(() => apiObjects(new Chart(app, 'ng'), n));
  },
};

/** The lesson's pairs as a text, and as one in which every hundredth object has another image or port. */
function bothTexts(n) {
  const { writeYaml } = require('cdk8s-groundwork');
  const before = documents(n);
  const after = documents(n);
  for (let i = 0; i < after.length; i += 100) {
    after[i].spec.template.spec.containers[0].image = 'nginx:1.28';
  }
  return [writeYaml(before), writeYaml(after)];
}

/** How long reading both sides takes, and how long the review of them does. */
function readAndReview(n, change) {
  const { readManifests, review } = require('cdk8s-groundwork');
  const [before, after] = bothTexts(n);
  const sides = [];
  const readMs = timed(() => {
    for (const text of change ? [before, after] : [before, before]) {
      sides.push(readManifests(text, 'ng.yaml').objects.map(({ manifest }) => manifest));
    }
  });
  return { readMs, ms: timed(() => review(sides[0], sides[1])) };
}

const [name, n = '0'] = process.argv.slice(2);
try {
  const measured = cases[name](Number(n));
  const { ms, ...more } = typeof measured === 'number' ? { ms: measured } : measured;
  const file = path.join(outdir, 'ng.yaml');
  const outputMiB = fs.existsSync(file) ? fs.statSync(file).size / 2 ** 20 : 0;
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ms, ...more, peakMiB, outputMiB }));
} finally {
  fs.rmSync(outdir, { recursive: true, force: true });
}
