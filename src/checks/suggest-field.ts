import type { TypeSchema } from '../facts/kubernetes/property';
import { definition, type Definition } from '../facts/kubernetes/schema';
import { closest } from '../manifest/closest';
import { appendField } from '../manifest/field-path';
import type { Fields } from '../manifest/manifest';
import { fieldOf, type Place } from './schema-fault';

/** A struct in an object, with the structs around it. */
export interface StructPlace {
  /** Struct that stands there. */
  readonly definition: Definition;
  /** What is written there. */
  readonly value: Fields;
  /** Where it stands; undefined is the object itself. */
  readonly place: Place | undefined;
  /** Struct around it. */
  readonly outer: StructPlace | undefined;
}

/** What the author of an unknown field most likely meant. */
export interface FieldSuggestion {
  /** The field that was meant, as findings name it; `[]` stands for an item of a list. */
  readonly meant: string;
  /** What to do, as a sentence. */
  readonly fix: string;
}

/** Where people often write a field, by struct and name, and where it belongs; spelling says otherwise. */
const knownMoves: Readonly<Record<string, string | undefined>> = {
  'Container cpu': 'resources.requests.cpu',
  'Container memory': 'resources.limits.memory',
  'Container port': 'ports[].containerPort',
  'Container containerPort': 'ports[].containerPort',
  'ResourceRequirements cpu': 'requests.cpu',
  'ResourceRequirements memory': 'limits.memory',
  'Probe port': 'httpGet.port',
  'PodSpec image': 'containers[].image',
  'ServiceSpec port': 'ports[].port',
  'ServiceSpec nodePort': 'ports[].nodePort',
  'ServiceSpec targetPort': 'ports[].targetPort',
  'Volume pvc': 'persistentVolumeClaim',
  'PersistentVolumeClaimSpec size': 'resources.requests.storage',
  'PersistentVolumeClaimSpec storage': 'resources.requests.storage',
  'PersistentVolumeSpec storage': 'capacity.storage',
  'IngressBackend serviceName': 'service.name',
  'IngressBackend servicePort': 'service.port.number',
  'MetricSpec name': 'resource.name',
  'MetricSpec target': 'resource.target',
  'NetworkPolicyEgressRule port': 'ports[].port',
  'NetworkPolicyIngressRule port': 'ports[].port',
  'NetworkPolicyPeer matchLabels': 'podSelector.matchLabels',
  'ResourceMetricSource targetAverageUtilization': 'target.averageUtilization',
  'ResourceMetricSource targetAverageValue': 'target.averageValue',
};

/** Parts of metadata that nobody writes. */
const writtenByServer: ReadonlySet<string> = new Set(['managedFields', 'ownerReferences']);

/** How far below a struct a misplaced field is looked for. */
const deepest = 4;

/**
 * What an unknown field most likely meant: a field of this struct that is spelt much like it or has it
 * as a part (`port` of `containerPort`), or a field of that name further out or further in.
 */
export function suggestField(
  version: string,
  name: string,
  here: StructPlace,
): FieldSuggestion | undefined {
  const struct = here.definition.name.split('.').at(-1) ?? '';
  // A list is no one port, but the list of them under a name that lacks its end.
  const known = knownMoves[`${struct} ${name}`];
  if (known !== undefined && !Array.isArray(here.value[name])) {
    const meant = `${fieldOf(here.place)}.${known}`;
    return { meant, fix: `Move it to "${meant}", where it belongs.` };
  }
  const similar =
    sameLetters(name, here.definition) ??
    closest(name, here.definition.fields.keys()) ??
    fieldWithWord(name, here.definition);
  if (similar !== undefined) {
    return { meant: fieldOf(here.place, similar), fix: `Write "${similar}" in its place.` };
  }
  if (here.definition.name.endsWith('.LabelSelector')) {
    const meant = appendField(fieldOf(here.place, 'matchLabels'), name);
    return { meant, fix: `Move it to "${meant}", where labels belong.` };
  }
  if (struct === 'ResourceRequirements' && name.includes('/')) {
    const meant = appendField(fieldOf(here.place, 'limits'), name);
    return { meant, fix: `Move it to "${meant}", where it belongs.` };
  }
  // `- MODE: fast` for a variable of that name.
  if (struct === 'EnvVar' && here.value['name'] === undefined) {
    const meant = fieldOf(here.place, 'name');
    return { meant, fix: `Write "name: ${name}", and the value below it as "value: ...".` };
  }
  const elsewhere = fieldFurtherOut(name, here) ?? fieldFurtherIn(version, name, here);
  if (elsewhere === undefined) return undefined;
  return { meant: elsewhere, fix: `Move it to "${elsewhere}", where it belongs.` };
}

/**
 * A field that stands beside the empty one that it belongs below, as wrong indentation makes it:
 * `labels:` and, in the same column, `app: web`.
 */
export function hoistedField(
  version: string,
  name: string,
  here: StructPlace,
): FieldSuggestion | undefined {
  const keys = Object.keys(here.value);
  for (const key of keys.slice(0, keys.indexOf(name)).reverse()) {
    const field = here.definition.fields.get(key);
    if (here.value[key] !== null || field === undefined) continue;
    const inner = structWithin(field.type);
    const fits = inner && definition(version, inner.definition)?.fields.has(name);
    if (field.type.is !== 'map' && fits !== true) continue;
    const meant = appendField(`${fieldOf(here.place, key)}${inner?.suffix ?? ''}`, name);
    return { meant, fix: `Indent what belongs to "${key}" further: as it is, "${key}" is empty.` };
  }
  return undefined;
}

/** The field that differs in capitals and lines between words alone, such as `hostNetwork` for `host_network`. */
function sameLetters(name: string, { fields }: Definition): string | undefined {
  const plain = (text: string): string => text.replace(/[-_]/g, '').toLowerCase();
  const letters = plain(name);
  return [...fields.keys()].find((field) => plain(field) === letters);
}

/** The one field that has the name as its first or last word, such as `containerPort` for `port`. */
function fieldWithWord(name: string, { fields, required }: Definition): string | undefined {
  const word = name.toLowerCase();
  if (word.length < 3) return undefined;
  const isMatch = (field: string): boolean => {
    const text = field.toLowerCase();
    return text !== word && (text.endsWith(word) || text.startsWith(word));
  };
  const needed = required.filter(isMatch);
  const [only, ...others] = needed.length > 0 ? needed : [...fields.keys()].filter(isMatch);
  return others.length === 0 ? only : undefined;
}

function fieldFurtherOut(name: string, here: StructPlace): string | undefined {
  for (let outer = here.outer; outer !== undefined; outer = outer.outer) {
    // Where it is written already, this one is something else.
    const isFree = outer.definition.fields.has(name) && !Object.hasOwn(outer.value, name);
    if (isFree) return fieldOf(outer.place, name);
  }
  return undefined;
}

/** The field of that name nearest below, where there is exactly one, or one of a container. */
function fieldFurtherIn(version: string, name: string, here: StructPlace): string | undefined {
  const seen = new Set([here.definition.name]);
  let level = [{ struct: here.definition, field: fieldOf(here.place) }];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { struct, field } of level) {
      for (const [step, { type }] of struct.fields) {
        if (writtenByServer.has(step)) continue;
        const inner = structWithin(type);
        if (inner === undefined || seen.has(inner.definition)) continue;
        seen.add(inner.definition);
        const below = definition(version, inner.definition);
        if (below === undefined) continue;
        next.push({ struct: below, field: `${appendField(field, step)}${inner.suffix}` });
      }
    }
    const found = next.filter(({ struct }) => struct.fields.has(name));
    // Of the lists of containers a pod always has the first.
    const main = found.find(({ field }) => field.endsWith('.containers[]'));
    const [only] = main === undefined ? found : [main];
    if (only !== undefined) {
      return found.length === 1 || main !== undefined ? `${only.field}.${name}` : undefined;
    }
    level = next;
  }
  return undefined;
}

function structWithin(type: TypeSchema): { definition: string; suffix: string } | undefined {
  if (type.is === 'struct') return { definition: type.definition, suffix: '' };
  if (type.is === 'list' && type.items.is === 'struct') {
    return { definition: type.items.definition, suffix: '[]' };
  }
  return undefined;
}
