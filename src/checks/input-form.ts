import { recordOf, listOf, text, wrong, type Form } from '../manifest/form';
import { isFields, isManifest } from '../manifest/manifest';
import { manifestsForm } from '../manifest/manifest-form';
import { kindOf } from '../manifest/plain-data';
import { knownVersion } from '../manifest/version-form';
import { external, hosts, references } from './options-problems';

const checkedObject: Form = (value, path) =>
  isFields(value) && isManifest(value['manifest']) && typeof value['origin'] === 'function'
    ? []
    : wrong(
        path,
        `must hold a manifest and the function origin, got ${kindOf(value)}`,
        "Write { manifest, origin: () => ({ argument: 'it' }) }.",
      );

/** What a check sees. */
export const inputForm: Form = recordOf(
  {
    objects: listOf(checkedObject),
    kubernetesVersion: knownVersion,
    references,
    external,
    hosts,
    customResourceDefinitions: manifestsForm,
    off: listOf(text),
  },
  ['objects', 'kubernetesVersion'],
);
