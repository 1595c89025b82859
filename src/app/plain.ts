import type { ApiObject } from 'cdk8s';
import { withoutDefaults } from '../manifest/api-defaults';
import type { Manifest } from '../manifest/manifest';

/**
 * The manifest without the fields that only repeat the API server's defaults, where a construct of
 * cdk8s-plus wrote them; as it is where an author did (our constructs, an ApiObject, an imported
 * class, a YAML file).
 *
 * @param version Kubernetes version that the object is for, such as `1.26`
 */
export function plainManifest(object: ApiObject, manifest: Manifest, version: string): Manifest {
  return isOfCdk8sPlus(object) ? withoutDefaults(manifest, version) : manifest;
}

/** Known by its shape, so that every cdk8s-plus line is: a resource holds its one API object. */
function isOfCdk8sPlus(object: ApiObject): boolean {
  const { scope } = object.node;
  if (scope === undefined) return false;
  const resource = scope as { apiObject?: unknown; resourceType?: unknown };
  return resource.apiObject === object && typeof resource.resourceType === 'string';
}
