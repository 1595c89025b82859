import { kubekeyValidAddons } from '../../../src/checks/rules/kubekey-valid-addons';
import { cluster, linesOf } from '../kubekey-input';

test('reports what is missing', () => {
  expect(
    linesOf(
      kubekeyValidAddons,
      cluster('spec: {addons: [{sources: {chart: {repo: "https://a.example.com"}}}, {name: b}]}'),
    ),
  ).toEqual([
    'error spec.addons[0].name: is missing; KubeKey has no name for the release. Give the add-on a name.',
    'error spec.addons[0].sources.chart.name: is missing; KubeKey does not know which chart to install. Write the name of the chart.',
    'error spec.addons[1].sources: has neither a chart nor YAML files; KubeKey installs nothing for it. Give it a name, and sources.chart.name or sources.yaml.path.',
  ]);
});

test('reports a name twice in one namespace', () => {
  expect(
    linesOf(
      kubekeyValidAddons,
      cluster(
        'spec: {addons: [{name: a, sources: {chart: {name: a}}}, {name: a, sources: {chart: {name: b}}}]}',
      ),
    ),
  ).toEqual([
    'error spec.addons[1].name: "a" is the name of spec.addons[0] too; KubeKey runs both, one over the other. Give every add-on its own name.',
  ]);
});

test('reports forms that Helm refuses, without their credentials', () => {
  expect(
    linesOf(
      kubekeyValidAddons,
      cluster(
        'spec: {addons: [{name: a, namespace: A, sources: {chart: {name: a, repo: "ftp://u:secret@a", values: [password]}}}]}',
      ),
    ),
  ).toEqual([
    'error spec.addons[0].namespace: "A" can\'t be a namespace; KubeKey fails when it creates it. Use small letters, digits and "-".',
    'error spec.addons[0].sources.chart.repo: "ftp://<redacted>@a" is no address of a chart repository; KubeKey can\'t read its index. Write an address that begins with https://, or leave repo out and write oci://... or a path as name.',
    'error spec.addons[0].sources.chart.values[0]: is no key=value; KubeKey hands it to Helm, which stops. Write it like replicaCount=2.',
  ]);
});

test('reports values for a file that is elsewhere', () => {
  expect(
    linesOf(
      kubekeyValidAddons,
      cluster(
        'spec: {addons: [{name: a, sources: {yaml: {path: ["https://a/b.yaml"], values: {a: b}}}}]}',
      ),
    ),
  ).toEqual([
    'error spec.addons[0].sources.yaml.values: goes with a path that is a URL; KubeKey fills values into local files only, and fails. Download the file, and write its path.',
  ]);
});

test.each([
  [
    'one name in two namespaces',
    'spec: {addons: [{name: a, namespace: x, sources: {chart: {name: a}}}, {name: a, namespace: y, sources: {chart: {name: a}}}]}',
  ],
  [
    'a chart and files together',
    'spec: {addons: [{name: a, sources: {chart: {name: "oci://a/b", values: [a.b=c]}, yaml: {path: [/a.yaml]}}}]}',
  ],
  [
    'sources under a misspelt key, which is a finding of its own',
    'spec: {addons: [{name: a, source: {}}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidAddons, cluster(change))).toEqual([]);
});
