/*
 * The writer alone against its peers, as ratios within one run: usage `npm run bench:writer [pairs]`.
 * Prints a table to standard error and JSON to standard output.
 */
import * as jsYaml from 'js-yaml';
import { stringify } from 'yaml';
import { orderKeys } from '../src/manifest/key-order';
import type { Manifest } from '../src/manifest/manifest';
import { writeYaml } from '../src/manifest/write';

const pairs = Number(process.argv[2] ?? 5000);
const rounds = 9;

function lessonPair(index: number): Manifest[] {
  const labels = { app: `nginx-${index}` };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `nginx-deployment-${index}`, labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: { ...labels } },
        template: {
          metadata: { labels: { ...labels } },
          spec: {
            containers: [
              {
                name: 'nginx',
                image: 'docker.1ms.run/nginx:latest',
                ports: [{ containerPort: 80 }],
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `nginx-service-${index}`, labels: { ...labels } },
      spec: {
        type: 'NodePort',
        selector: { ...labels },
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80, nodePort: 30000 + (index % 2768) }],
      },
    },
  ];
}

const manifests = Array.from({ length: pairs }, (_, index) => lessonPair(index)).flat();

/** The text as bytes, since that is what a file takes: V8 puts joined text together only then. */
const works: Readonly<Record<string, () => string>> = {
  'our writer': () => writeYaml(manifests),
  'our writer, keys ordered': () => writeYaml(manifests.map(orderKeys)),
  'JSON.stringify': () => JSON.stringify(manifests),
  'js-yaml': () =>
    manifests
      .map((manifest) => jsYaml.dump(manifest, { lineWidth: -1, noRefs: true }))
      .join('---\n'),
  yaml: () =>
    manifests
      .map((manifest) => stringify(manifest, { version: '1.1', lineWidth: 0 }))
      .join('---\n'),
};

// Round by round and not work by work, so that what else the machine does meets all of them alike.
const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
const sizes = new Map<string, number>();
for (let round = -2; round < rounds; round++) {
  for (const [name, work] of Object.entries(works)) {
    const start = performance.now();
    const { length } = Buffer.from(work());
    const time = performance.now() - start;
    sizes.set(name, length);
    // The first rounds warm up.
    if (round >= 0) times.get(name)?.push(time);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? NaN;
}

const ours = median(times.get('our writer') ?? []);
const results = Object.keys(works).map((work) => {
  const milliseconds = median(times.get(work) ?? []);
  const bytes = sizes.get(work) ?? 0;
  return {
    work,
    milliseconds: Number(milliseconds.toFixed(1)),
    megabytesPerSecond: Number((bytes / 1000 / milliseconds).toFixed(1)),
    timesOurs: Number((milliseconds / ours).toFixed(2)),
  };
});
for (const { work, milliseconds, megabytesPerSecond, timesOurs } of results) {
  process.stderr.write(
    `${work.padEnd(26)}${String(milliseconds).padStart(9)} ms${String(megabytesPerSecond).padStart(8)} MB/s` +
      `${String(timesOurs).padStart(8)} x our time\n`,
  );
}
process.stdout.write(`${JSON.stringify({ pairs, rounds, node: process.version, results })}\n`);
