import { minorOf } from '../../facts/kubernetes/minor';
import { servedKind, versionsOfKind, type ServedKind } from '../../facts/kubernetes/served';
import { groupOf } from '../../manifest/manifest';
import type { Check } from '../check';

/** No object is written in an API version that will go away. */
export const noDeprecatedApiVersion: Check = {
  id: 'no-deprecated-api-version',
  summary:
    'No object is written in an apiVersion that the Kubernetes version serves but has deprecated.',
  why: 'A later Kubernetes version no longer serves it, and then each apply of the file fails. The upgrade of the cluster is a bad day to find out.',
  fix: 'Write the newer apiVersion.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: flowcontrol.apiserver.k8s.io/v1beta2
kind: PriorityLevelConfiguration
metadata:
  name: batch
spec:
  type: Exempt
`,
    right: `apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: PriorityLevelConfiguration
metadata:
  name: batch
spec:
  type: Exempt
`,
  },
  *run(input) {
    const { kubernetesVersion: version } = input;
    for (const object of input.objects) {
      const { apiVersion, kind } = object.manifest;
      const served = servedKind(version, apiVersion, kind);
      if (served?.isServed !== true || !isDeprecated(served, version)) continue;
      const end = served.removedIn === undefined ? '' : `, and ${served.removedIn} removes it`;
      yield {
        object,
        field: 'apiVersion',
        problem: `${apiVersion} ${kind} is deprecated since Kubernetes ${served.deprecatedIn ?? ''}${end}`,
        fix: successor(version, served),
      };
    }
  },
};

/** What to write instead, where the version has it already. */
function successor(version: string, served: ServedKind): string {
  if (served.replacedBy === undefined) {
    return 'Nothing takes its place: find out what your use of it needs.';
  }
  const [apiVersion = '', kind = ''] = served.replacedBy.split(' ');
  const best = servedKind(version, apiVersion, kind);
  if (best?.isServed === true && best.onByDefault) {
    return `Use ${served.replacedBy}; its fields may differ.`;
  }
  const other = versionsOfKind(version, served.kind).find(
    (one) =>
      one.isServed &&
      one.onByDefault &&
      groupOf(one.apiVersion) === groupOf(served.apiVersion) &&
      !isDeprecated(one, version),
  );
  const later = best?.since === undefined ? 'later' : `from ${best.since} on`;
  return other === undefined
    ? `Use ${served.replacedBy} ${later}, when the cluster serves it.`
    : `Use ${other.apiVersion} now, and ${served.replacedBy} ${later}.`;
}

function isDeprecated({ deprecatedIn }: ServedKind, version: string): boolean {
  return deprecatedIn !== undefined && minorOf(deprecatedIn) <= minorOf(version);
}
