import type { ApiObject } from 'cdk8s';
import { withoutDefaults } from '../manifest/api-defaults';
import { isEqual } from '../manifest/equal';
import { at, type Manifest } from '../manifest/manifest';

/**
 * The manifest without the fields that only repeat the API server's defaults, where a construct of
 * cdk8s-plus wrote them; as it is where an author did (our constructs, an ApiObject, an imported
 * class, a YAML file).
 *
 * @param version Kubernetes version that the object is for, such as `1.26`
 */
export function plainManifest(object: ApiObject, manifest: Manifest, version: string): Manifest {
  if (!isOfCdk8sPlus(object)) return manifest;
  const plain = withoutDefaults(manifest, version);
  // What a JSON patch set is what an author wrote: an object that would lose it stays whole.
  const isLost = patchedFields(object).some(
    (path) => !isEqual(at(manifest, ...path), at(plain, ...path)),
  );
  return isLost ? manifest : plain;
}

/** The paths that the JSON patches of an object set, as cdk8s keeps them. */
function patchedFields(object: ApiObject): (string | number)[][] {
  const { patches } = object as unknown as { patches: { _toJson(): { path: string } }[] };
  return patches.map((patch) =>
    patch
      ._toJson()
      .path.split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

/** Known by its shape, so that every cdk8s-plus line is: a resource holds its one API object. */
function isOfCdk8sPlus(object: ApiObject): boolean {
  const { scope } = object.node;
  if (scope === undefined) return false;
  const resource = scope as { apiObject?: unknown; resourceType?: unknown };
  return resource.apiObject === object && typeof resource.resourceType === 'string';
}
