import { show } from '../../errors';
import type { Check } from '../check';
import { dnsLabelProblem } from '../../manifest/names';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** Add-ons have a name of their own and something to install. */
export const kubekeyValidAddons: Check = {
  id: 'kubekey-valid-addons',
  summary: 'Every add-on has a name of its own and a chart or YAML files.',
  why: 'KubeKey installs add-ons last, and looks at them only then. One without sources is skipped, and two of the same name both run, the second over the first.',
  fix: 'Give it a name, and sources.chart.name or sources.yaml.path.',
  severity: 'error',
  example: {
    wrong: `spec:
  addons:
    - name: nfs
      sources:
        chart:
          repo: https://charts.example.com
`,
    right: `spec:
  addons:
    - name: nfs
      sources:
        chart:
          repo: https://charts.example.com
          name: nfs-client-provisioner
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    const { has, items, text, texts, unreadable } = cluster;
    const seen = new Map<string, string>();
    for (const addon of items('spec.addons')) {
      const [chart, yaml] = [`${addon}.sources.chart`, `${addon}.sources.yaml`];
      const name = text(`${addon}.name`);
      const namespace = text(`${addon}.namespace`);
      if (name === '' && !unreadable.has(`${addon}.name`))
        yield report(
          `${addon}.name`,
          'is missing; KubeKey has no name for the release',
          'Give the add-on a name.',
        );
      if (dnsLabelProblem(namespace) !== undefined)
        yield report(
          `${addon}.namespace`,
          `${show(namespace)} can't be a namespace; KubeKey fails when it creates it`,
          'Use small letters, digits and "-".',
        );
      const before = seen.get(`${namespace}/${name}`);
      if (name !== '' && before !== undefined) {
        yield report(
          `${addon}.name`,
          `${show(name)} is the name of ${before} too; KubeKey runs both, one over the other`,
          'Give every add-on its own name.',
        );
      }
      seen.set(`${namespace}/${name}`, addon);
      if (
        has(chart) &&
        text(`${chart}.name`) === '' &&
        !unreadable.has(`${chart}.name`) &&
        !unreadable.has(chart)
      ) {
        yield report(
          `${chart}.name`,
          'is missing; KubeKey does not know which chart to install',
          'Write the name of the chart.',
        );
      } else if (
        !has(chart) &&
        texts(`${yaml}.path`).length === 0 &&
        !unreadable.has(`${yaml}.path`) &&
        !has(`${yaml}.path`)
      ) {
        if (
          ![...unreadable].some((field) => field.startsWith(`${addon}.sources`)) &&
          !misspelt(cluster.notes, addon)
        ) {
          yield report(
            `${addon}.sources`,
            'has neither a chart nor YAML files; KubeKey installs nothing for it',
          );
        }
      }
      const repo = text(`${chart}.repo`);
      if (repo !== '' && !/^https?:\/\/\S+$/.test(repo)) {
        yield report(
          `${chart}.repo`,
          `${show(repo)} is no address of a chart repository; KubeKey can't read its index`,
          'Write an address that begins with https://, or leave repo out and write oci://... or a path as name.',
        );
      }
      for (const { text: value, field } of texts(`${chart}.values`)) {
        if (/^[^=\s][^=]*=/.test(value)) continue;
        yield report(
          field,
          'is no key=value; KubeKey hands it to Helm, which stops',
          'Write it like replicaCount=2.',
        );
      }
      if (
        has(`${yaml}.values`) &&
        texts(`${yaml}.path`).some(({ text: path }) => /^https?:/.test(path))
      ) {
        yield report(
          `${yaml}.values`,
          'goes with a path that is a URL; KubeKey fills values into local files only, and fails',
          'Download the file, and write its path.',
        );
      }
    }
  }),
};

/** Whether the add-on holds a key that KubeKey doesn't know, which will be where its sources went. */
function misspelt(notes: readonly { note: string; field: string }[], addon: string): boolean {
  return notes.some(({ note, field }) => note === 'unknown-field' && field.startsWith(`${addon}.`));
}
