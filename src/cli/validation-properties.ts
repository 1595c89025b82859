import { references } from '../checks/options-problems';
import { profile } from '../checks/profile';
import type { Problem } from '../errors';
import { recordOf, text } from '../manifest/form';
import { knownVersion } from '../manifest/version-form';

const properties = recordOf({ config: text, kubernetesVersion: knownVersion, profile, references });

/** Everything that is wrong with `properties` of the plug-in: cdk8s-cli hands them over as they are written. */
export function propertiesProblems(given: unknown): readonly Problem[] {
  return properties(given, 'properties');
}
