import type { Problem } from '../errors';
import { at } from '../manifest/manifest';
import type { ReadObject } from '../manifest/read-object';
import { writeYaml } from '../manifest/write';
import type { KubeKeyClusterProps } from './kube-key-cluster-props';

/** Kinds of a document that kk 3 takes for the settings of KubeSphere, whatever their API version is. */
const kinds = ['ConfigMap', 'ClusterConfiguration'];

/**
 * The settings of KubeSphere that `kk create config --with-kubesphere` puts behind the Cluster, as
 * arguments. kk takes the version from the label `version`, and stops where it is missing.
 */
export function kubeSphereOf(objects: readonly ReadObject[]): {
  readonly props: Pick<KubeKeyClusterProps, 'kubesphere'>;
  readonly refusals: readonly Problem[];
} {
  const documents = objects.filter(({ manifest }) => kinds.includes(manifest.kind));
  const refusals = documents
    .filter(({ manifest }) => typeof versionOf(manifest) !== 'string')
    .map((object) => {
      const { file, line, column } = object.position('metadata.labels');
      return {
        path: `${file}:${line}:${column}`,
        problem: `kk takes every ${object.manifest.kind} of the file for the settings of KubeSphere, and stops at one without the label version`,
        fix: 'Add the label with the version of KubeSphere, or move the object to a file of its own.',
      };
    });
  const [last] = documents.slice(-1);
  const version = last && versionOf(last.manifest);
  if (last === undefined || typeof version !== 'string') return { props: {}, refusals };
  const configurations = writeYaml([last.manifest]);
  return { props: { kubesphere: { enabled: true, version, configurations } }, refusals };
}

function versionOf(manifest: unknown): unknown {
  return at(manifest, 'metadata', 'labels', 'version');
}
