/**
 * Derives the tables in src/facts/kubernetes/data from Kubernetes' own schemas, 1.19 to 1.36.
 *
 *     npx tsx scripts/derive-kubernetes-schemas.ts ../shared/kubernetes
 *
 * The folder holds v1.NN.definitions.json.gz (the API server's OpenAPI definitions) and enums.json,
 * listkeys.json, defaults.json, served.json and removals.json (derived from k8s.io/api and the API
 * server's own code). How a property is written in the result: src/facts/kubernetes/property.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const oldest = 19;
const newest = 36;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}
type Definitions = Readonly<Record<string, Schema>>;

interface EnumFacts {
  readonly values: readonly string[];
  readonly closed: boolean;
  readonly since?: Readonly<Record<string, string>>;
  readonly until?: Readonly<Record<string, string>>;
  readonly onByDefault?: Readonly<Record<string, string | null>>;
}
interface ListFacts {
  readonly listType?: string;
  readonly mapKeys?: readonly string[];
  readonly patchMergeKey?: string;
}
interface ServedFacts {
  readonly definition?: string;
  readonly from?: string;
  readonly removedIn?: string | null;
  readonly deprecatedIn?: string | null;
  readonly replacedBy: string | null;
  readonly newest?: string;
  readonly onByDefault?: boolean;
}
type ByField<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: derive-kubernetes-schemas.ts <facts folder>');
const target = join(__dirname, '../src/facts/kubernetes/data');

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));
}

const minors = Array.from({ length: newest - oldest + 1 }, (_, index) => oldest + index);
const versions = new Map(
  minors.map((minor) => {
    const packed = readFileSync(join(folder, `v1.${minor}.definitions.json.gz`));
    const { definitions } = JSON.parse(gunzipSync(packed).toString()) as {
      definitions: Definitions;
    };
    return [minor, definitions];
  }),
);
const enums = readJson('enums.json') as ByField<EnumFacts>;
const lists = readJson('listkeys.json') as ByField<ListFacts>;
const defaults = readJson('defaults.json') as ByField<{ readonly value?: unknown }>;
const served = readJson('served.json') as Record<string, ServedFacts>;
const removals = readJson('removals.json') as Record<string, Record<string, ServedFacts>>;

/** Definitions that are one value, or that nothing is known of. */
const scalars: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'intOrString',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'microTime',
};
const scalarTypes: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  number: 'number',
  integer: 'int64',
  'integer/int32': 'int32',
  'integer/int64': 'int64',
  'number/double': 'number',
  'string/byte': 'byte',
  'string/date-time': 'time',
  object: 'object',
};

/**
 * Fields that the schemas call required and that the server does without, since it takes their zero
 * value. This is from knowledge of its validation, not from the facts folder. Fields with a default are left out in any case.
 */
const notRequired = new Set([
  'io.k8s.api.batch.v1.PodFailurePolicy.rules',
  'io.k8s.api.batch.v1.PodFailurePolicyRule.onPodConditions',
  'io.k8s.api.apps.v1.StatefulSetSpec.serviceName',
  'io.k8s.api.networking.v1.NetworkPolicySpec.podSelector',
  'io.k8s.api.core.v1.LimitRangeSpec.limits',
  'io.k8s.api.core.v1.PreferredSchedulingTerm.preference',
  'io.k8s.api.core.v1.ProjectedVolumeSource.sources',
  'io.k8s.api.discovery.v1.EndpointSlice.endpoints',
  'io.k8s.api.discovery.v1beta1.EndpointSlice.endpoints',
  'io.k8s.api.storage.v1.CSIDriver.spec',
  'io.k8s.api.storage.v1.TokenRequest.audience',
  'io.k8s.api.core.v1.HTTPHeader.value',
  'io.k8s.api.core.v1.ISCSIVolumeSource.lun',
  'io.k8s.api.core.v1.ISCSIPersistentVolumeSource.lun',
  'io.k8s.api.core.v1.Sysctl.value',
  'io.k8s.api.scheduling.v1.PriorityClass.value',
  'io.k8s.api.apps.v1.ControllerRevision.revision',
  'io.k8s.api.core.v1.Event.metadata',
  'io.k8s.api.events.v1.Event.metadata',
]);

/** Fields that the schemas call optional and that the server's validation refuses to miss. */
const alsoRequired = new Set([
  'io.k8s.api.apps.v1.DaemonSet.spec',
  'io.k8s.api.apps.v1.Deployment.spec',
  'io.k8s.api.apps.v1.ReplicaSet.spec',
  'io.k8s.api.apps.v1.ReplicaSetSpec.template',
  'io.k8s.api.apps.v1.StatefulSet.spec',
  'io.k8s.api.batch.v1.Job.spec',
  'io.k8s.api.batch.v1.CronJob.spec',
  'io.k8s.api.batch.v1.JobTemplateSpec.spec',
  'io.k8s.api.batch.v1beta1.CronJob.spec',
  'io.k8s.api.batch.v1beta1.JobTemplateSpec.spec',
  'io.k8s.api.core.v1.ConfigMapEnvSource.name',
  'io.k8s.api.core.v1.ConfigMapKeySelector.name',
  'io.k8s.api.core.v1.ConfigMapProjection.name',
  'io.k8s.api.core.v1.ConfigMapVolumeSource.name',
  'io.k8s.api.core.v1.Container.image',
  'io.k8s.api.core.v1.EphemeralContainer.image',
  'io.k8s.api.core.v1.EphemeralVolumeSource.volumeClaimTemplate',
  'io.k8s.api.core.v1.ExecAction.command',
  'io.k8s.api.core.v1.PersistentVolumeClaim.spec',
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec.accessModes',
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec.resources',
  'io.k8s.api.core.v1.Pod.spec',
  'io.k8s.api.core.v1.PodDNSConfigOption.name',
  'io.k8s.api.core.v1.PodTemplate.template',
  'io.k8s.api.core.v1.PodTemplateSpec.spec',
  'io.k8s.api.core.v1.ReplicationController.spec',
  'io.k8s.api.core.v1.ReplicationControllerSpec.template',
  'io.k8s.api.core.v1.SecretEnvSource.name',
  'io.k8s.api.core.v1.SecretKeySelector.name',
  'io.k8s.api.core.v1.SecretProjection.name',
  'io.k8s.api.core.v1.SecretVolumeSource.secretName',
  'io.k8s.api.core.v1.VolumeNodeAffinity.required',
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler.spec',
  'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler.spec',
  'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler.spec',
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations.apiGroups',
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations.apiVersions',
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations.operations',
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations.resources',
  'io.k8s.api.admissionregistration.v1.RuleWithOperations.apiGroups',
  'io.k8s.api.admissionregistration.v1.RuleWithOperations.apiVersions',
  'io.k8s.api.admissionregistration.v1.RuleWithOperations.operations',
  'io.k8s.api.admissionregistration.v1.RuleWithOperations.resources',
  'io.k8s.api.certificates.v1.CertificateSigningRequestSpec.usages',
  'io.k8s.api.networking.v1.IngressClass.spec',
  'io.k8s.api.networking.v1.IngressClassSpec.controller',
  'io.k8s.api.rbac.v1.AggregationRule.clusterRoleSelectors',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion.schema',
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec.group',
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec.version',
]);

/** `io.k8s.api.core.v1.PodSpec` is written `core.v1.PodSpec`. */
const shortName = (name: string): string => name.split('.').slice(-3).join('.');

/** What a definition comes down to where it has no properties of its own. */
function withoutProperties(name: string): string | undefined {
  if (scalars[name] !== undefined) return scalars[name];
  const known = minors.flatMap((minor) => versions.get(minor)?.[name] ?? []);
  if (known.some(({ properties }) => properties !== undefined)) return undefined;
  return known.some(({ type }) => type === 'object') ? 'object' : 'any';
}

const wanted = new Set<string>();

function typeOf(schema: Schema, list?: ListFacts): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/definitions/', '');
    const plain = withoutProperties(name);
    if (plain !== undefined) return plain;
    wanted.add(name);
    return shortName(name);
  }
  if (schema.type === 'array') return `[${keysOf(list)}]${typeOf(schema.items ?? {})}`;
  if (schema.additionalProperties !== undefined) return `{}${typeOf(schema.additionalProperties)}`;
  const key = [schema.type, schema.format].filter((part) => part !== undefined).join('/');
  const scalar = scalarTypes[key];
  if (scalar === undefined) throw new Error(`no way to write the type ${key}`);
  return scalar;
}

function keysOf({ listType, mapKeys = [], patchMergeKey }: ListFacts = {}): string {
  const keys = listType === 'set' ? '*' : mapKeys.join(',');
  return patchMergeKey === undefined || patchMergeKey === keys ? keys : `${keys};${patchMergeKey}`;
}

const minorOf = (version: string): string => version.replace(/^1\./, '');

function enumOf(facts: EnumFacts | undefined): string {
  if (facts === undefined) return '';
  const values = facts.values.map((value) => {
    if (/[|@^;]/.test(value)) throw new Error(`no way to write the value ${value}`);
    const since = facts.since?.[value];
    const until = facts.until?.[value];
    const on = facts.onByDefault?.[value];
    return [
      value,
      since === undefined && until === undefined
        ? ''
        : `@${minorOf(since ?? '')}-${minorOf(until ?? '')}`,
      on === undefined ? '' : `^${minorOf(on ?? '')}`,
    ].join('');
  });
  return `${facts.closed ? '=' : '~'}${values.join('|')}`;
}

/** One property over all versions: each way it was written, with the versions where it was so. */
function propertyOf(definition: string, property: string): string {
  const spans: { text: string; first: number; last: number }[] = [];
  const present = minors.filter((minor) => versions.get(minor)?.[definition] !== undefined);
  for (const minor of present) {
    const schema = versions.get(minor)?.[definition];
    const own = schema?.properties?.[property];
    if (schema === undefined || own === undefined) continue;
    const name = `${definition}.${property}`;
    const isRequired =
      alsoRequired.has(name) ||
      (schema.required?.includes(property) === true &&
        defaults[definition]?.[property]?.value === undefined &&
        !notRequired.has(name));
    const text =
      property === 'status' && schema.properties?.['metadata'] !== undefined
        ? 'object'
        : typeOf(own, lists[definition]?.[property]) +
          (isRequired ? '!' : '') +
          enumOf(enums[definition]?.[property]);
    const last = spans.at(-1);
    if (last?.text === text && last.last === previous(present, minor)) last.last = minor;
    else spans.push({ text, first: minor, last: minor });
  }
  return spans
    .map(({ text, first, last }) => {
      const since = first === present[0] ? '' : String(first);
      const until = last === present.at(-1) ? '' : String(last);
      return since === '' && until === '' ? text : `${text} ${since}-${until}`;
    })
    .join('; ');
}

function previous(present: readonly number[], minor: number): number | undefined {
  return present[present.indexOf(minor) - 1];
}

function definitionOf(name: string): Record<string, string> {
  const properties = new Set(
    minors.flatMap((minor) => Object.keys(versions.get(minor)?.[name]?.properties ?? {})),
  );
  return Object.fromEntries(
    [...properties].sort().map((property) => [property, propertyOf(name, property)]),
  );
}

const kinds = Object.entries(served).sort(([a], [b]) => (a < b ? -1 : 1));
for (const [, { definition }] of kinds) if (definition !== undefined) wanted.add(definition);
const definitions = new Map<string, Record<string, string>>();
// A set takes what is added while it is walked, so this ends when nothing new is named.
for (const name of wanted) {
  if (definitions.has(shortName(name))) throw new Error(`two definitions ${shortName(name)}`);
  definitions.set(shortName(name), definitionOf(name));
}

const servedRows = kinds.map(([kind, facts]) => [
  kind,
  {
    definition: shortName(facts.definition ?? ''),
    ...(facts.from?.includes('earlier') === true ? {} : { since: facts.from }),
    ...(facts.deprecatedIn == null ? {} : { deprecatedIn: facts.deprecatedIn }),
    ...(facts.removedIn == null ? {} : { removedIn: facts.removedIn }),
    ...(facts.replacedBy === null ? {} : { replacedBy: facts.newest ?? facts.replacedBy }),
    ...(facts.onByDefault === false ? { onByDefault: false } : {}),
  },
]);
const removedEarlier = Object.entries(removals['1.16'] ?? {}).map(([kind, { replacedBy }]) => [
  kind,
  { removedIn: '1.16', ...(replacedBy === null ? {} : { replacedBy }) },
]);

const source =
  'Kubernetes 1.19 to 1.36: OpenAPI definitions of the API server, k8s.io/api and the server code; written by scripts/derive-kubernetes-schemas.ts';

/** JSON with one entry a line, so that a change shows as the lines that changed. */
function write(file: string, name: string, entries: Iterable<readonly unknown[]>): void {
  const lines = [...entries]
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const text = `{"source":${JSON.stringify(source)},\n"${name}":{\n${lines.join(',\n')}\n}}\n`;
  writeFileSync(join(target, file), text);
}

write('schemas.json', 'definitions', definitions);
write('served.json', 'kinds', [...servedRows, ...removedEarlier]);
