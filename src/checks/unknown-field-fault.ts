import { minorOf } from '../facts/kubernetes/minor';
import { formatField, parseField } from '../manifest/field-path';
import { versionsWithField, type Definition } from '../facts/kubernetes/schema';
import { show } from '../errors';
import { fieldOf, type SchemaFault } from './schema-fault';
import { hoistedField, suggestField, type StructPlace } from './suggest-field';

/**
 * What is wrong with a field that a struct doesn't have: it is of another version, or it is most likely
 * meant to be another field.
 *
 * @param version Kubernetes version, such as `1.26`
 * @param key name of the field, as it is written
 * @param here the struct that it stands in
 * @param isSuggesting whether to look for what it was meant to be
 */
export function unknownFieldFault(
  version: string,
  key: string,
  here: StructPlace,
  isSuggesting: boolean,
): SchemaFault {
  const kind = 'unknown-field';
  const field = fieldOf(here.place, key);
  const versions = versionsWithField(here.definition.name, key);
  const first = versions[0];
  const last = versions.at(-1);
  if (first !== undefined && last !== undefined) {
    return minorOf(first) > minorOf(version)
      ? {
          kind,
          field,
          problem: `${show(key)} is known from Kubernetes ${first} on, not yet in ${version}`,
          fix: `Remove it, or use a cluster of Kubernetes ${first} or newer.`,
        }
      : {
          kind,
          field,
          problem: `${show(key)} is known up to Kubernetes ${last}, no more in ${version}`,
          fix: 'Remove it: the server would drop it or refuse the object.',
        };
  }
  const suggestion = isSuggesting
    ? (hoistedField(version, key, here) ?? suggestField(version, key, here))
    : undefined;
  const fault = { kind, field, problem: `unknown field ${show(key)}` } as const;
  if (suggestion === undefined) return { ...fault, fix: fixWithKnown(here.definition) };
  const { meant, fix } = suggestion;
  const around = fieldOf(here.place);
  // Fields of one part that all stand in a wrong place do so for one reason.
  const isMoved = formatField(...(parseField(meant) ?? ['', '']).slice(0, -1)) !== around;
  return { ...fault, fix, meant, ...(isMoved ? { cause: `moved ${around}` } : {}) };
}

function fixWithKnown({ fields }: Definition): string {
  const names = [...fields.keys()];
  return names.length > 12
    ? 'Remove it, or check its name and its indentation.'
    : `Remove it, or use one of the fields here: ${names.join(', ')}.`;
}
