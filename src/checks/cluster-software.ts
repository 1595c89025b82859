import { textAt } from '../manifest/fields';
import { refOf } from '../manifest/manifest';
import type { CheckInput } from './check';
import type { CheckedCluster } from './kubekey-clusters';
import { scriptFields } from './kubekey-scripts';
import { objectIndex } from './object-index';

/** What an addon says of itself that tells what it installs. */
const addonFields = ['name', 'sources.chart.name', 'sources.chart.repo', 'sources.chart.path'];

/**
 * Tells whether something that does a job is installed in the cluster: an addon or a script of the
 * Cluster whose words tell it, or an object whose API, name or image does.
 *
 * @param words what the software that does the job is called
 */
export function isInstalled(
  input: CheckInput,
  { cluster }: CheckedCluster,
  words: RegExp,
): boolean {
  const { text, texts, items } = cluster;
  const inAddons = items('spec.addons').some(
    (addon) =>
      addonFields.some((field) => words.test(text(`${addon}.${field}`))) ||
      texts(`${addon}.sources.yaml.path`).some((path) => words.test(path.text)),
  );
  return (
    inAddons ||
    scriptFields(cluster).some((field) => words.test(text(`${field}.bash`))) ||
    (input.external ?? []).some(({ kind, name }) => words.test(kind) || words.test(name)) ||
    input.objects.some(({ manifest }) => {
      const { apiVersion, kind, name } = refOf(manifest);
      return kind !== 'Service' && [apiVersion, kind, name].some((word) => words.test(word));
    }) ||
    objectIndex(input).pods.some(({ pod }) =>
      pod.containers.some(({ container }) => words.test(textAt(container, 'image') ?? '')),
    )
  );
}
