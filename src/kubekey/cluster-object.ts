import { ApiObject, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { throwProblems } from '../errors';
import type { Manifest } from '../manifest/manifest';

/**
 * The cluster's file within cdk8s: what an app that knows only charts and objects sees of it.
 *
 * A `ManifestApp` writes the cluster by itself and never asks here.
 */
export class ClusterObject extends ApiObject {
  readonly #render: () => Manifest;

  /** @param render gives the object as a plain cdk8s app may write it, or throws */
  constructor(scope: Construct, id: string, name: string, render: () => Manifest) {
    super(scope, id, {
      apiVersion: 'kubekey.kubesphere.io/v1alpha2',
      kind: 'Cluster',
      metadata: { name },
    });
    this.#render = render;
  }

  /** The object, keys in the order of the file. */
  override toJson(): Manifest {
    return this.#render();
  }

  /**
   * A cluster takes no patches: all of its fields can be said.
   *
   * @throws GroundworkError always
   */
  override addJsonPatch(...ops: JsonPatch[]): void {
    throwProblems([
      {
        path: this.node.path,
        problem: `a cluster takes no JSON patches, got ${ops.length}`,
        fix: 'Say the field in the props of the KubeKeyCluster.',
      },
    ]);
  }
}
