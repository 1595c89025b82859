/**
 * Derives api-defaults.json, zero-values.json and immutable-fields.json in
 * src/facts/kubernetes/data, for Kubernetes 1.19 to 1.36.
 *
 *     npx tsx scripts/derive-kubernetes-defaults.ts ../shared/kubernetes
 *
 * The folder holds defaults.json, zerovalues.json and immutable.json (derived from k8s.io/api and
 * the API server's own code) and v1.NN.definitions.json.gz (its OpenAPI definitions, for the
 * releases in which a field exists). The facts say conditions and derived values in words; the
 * tables say them as data, and a sentence that this script doesn't know stops it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const oldest = 19;
const newest = 36;

interface DefaultFact {
  readonly value?: unknown;
  readonly derived?: string;
  readonly when?: string;
  readonly since?: string;
  readonly until?: string;
  readonly scope: string;
  readonly podOnly?: boolean;
  readonly by?: string;
  readonly onlyIn?: readonly string[];
  readonly offByDefault?: boolean;
}
type Row = Readonly<Record<string, unknown>>;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: derive-kubernetes-defaults.ts <facts folder>');
const target = join(__dirname, '../src/facts/kubernetes/data');

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));
}

/** `io.k8s.api.core.v1.PodSpec` is written `core.v1.PodSpec`. */
const shortName = (name: string): string => name.split('.').slice(-3).join('.');

const isOneOf = (field: string, ...values: string[]): Row => ({ is: { [field]: values } });

/** Conditions of the facts, as data. An empty row: the condition says nothing more than "not set". */
const conditions: Readonly<Record<string, Row | readonly Row[]>> = {
  'type is RollingUpdate': isOneOf('type', 'RollingUpdate'),
  'type was not given either; stays unset when type is given': { unset: ['type'] },
  'type is LoadBalancer': isOneOf('type', 'LoadBalancer'),
  'type is NodePort or LoadBalancer': isOneOf('type', 'NodePort', 'LoadBalancer'),
  'type is NodePort or LoadBalancer, or ClusterIP with externalIPs': [
    isOneOf('type', 'NodePort', 'LoadBalancer'),
    { ...isOneOf('type', 'ClusterIP'), set: ['externalIPs'] },
  ],
  'type is not ExternalName': isOneOf('type', 'ClusterIP', 'NodePort', 'LoadBalancer'),
  'type is Container': isOneOf('type', 'Container'),
  'sessionAffinity is ClientIP': isOneOf('sessionAffinity', 'ClientIP'),
  'backoffLimitPerIndex is unset': { unset: ['backoffLimitPerIndex'] },
  'backoffLimitPerIndex is set': { set: ['backoffLimitPerIndex'] },
  'parallelism is unset too': { unset: ['parallelism'] },
  'no volume source is given': { alone: ['name'] },
  'allocationMode is ExactCount': isOneOf('allocationMode', 'ExactCount'),
  'deviceClassName is set': { set: ['deviceClassName'] },
  'strategy is Webhook': isOneOf('strategy', 'Webhook'),
  'metrics is empty': {},
  'behavior is set; each missing part is filled': { parts: true },
  'behavior is set; each missing part is filled; the window stays unset and means the controller flag, 300 s':
    { parts: true },
  'containers and init containers of a Pod': { within: ['core.v1.Container'] },
};

/** Derived values of the facts, as data. */
const derivations: Readonly<Record<string, Row | readonly Row[]>> = {
  'Always when the tag is latest or there is neither tag nor digest; otherwise IfNotPresent': {
    rule: 'pull-policy',
  },
  port: { copyOf: 'port' },
  'copy of serviceAccountName when that is set': { copyOf: 'serviceAccountName' },
  'copy of dataSourceRef when that has no namespace': {
    copyOf: 'dataSourceRef',
    unlessIn: 'namespace',
  },
  'copy of dataSource': { copyOf: 'dataSource' },
  'template labels': { copyOf: 'template.metadata.labels' },
  'name of the first version': { copyOf: 'versions.0.name' },
  'kind followed by List': { rule: 'list-kind' },
  'kind in lower case': { rule: 'lower-case-kind' },
  'entries of max': { entriesOf: ['max'] },
  'entries of default, then of min': { entriesOf: ['default', 'min'] },
  'each missing entry takes the limit of the same resource': { entriesOf: ['limits'] },
  'Ingress, plus Egress when egress rules exist': [
    { value: ['Ingress'], unset: ['egress'] },
    { value: ['Ingress', 'Egress'], set: ['egress'] },
  ],
  'rbac.authorization.k8s.io for User and Group, empty for ServiceAccount': {
    value: 'rbac.authorization.k8s.io',
    ...isOneOf('kind', 'User', 'Group'),
  },
  'Failed when podFailurePolicy is set, else TerminatingOrFailed': [
    { value: 'Failed', set: ['podFailurePolicy'] },
    { value: 'TerminatingOrFailed', unset: ['podFailurePolicy'] },
  ],
  'each item gets apiVersion v1, kind PersistentVolumeClaim, volumeMode Filesystem and status.phase Pending':
    { items: { apiVersion: 'v1', kind: 'PersistentVolumeClaim' } },
};

/**
 * Derived values that no manifest repeats and no comparison needs: the server takes them from the
 * cluster, from the clock or from another object.
 */
const notStated = new Set([
  'allocated',
  'controller-uid label of the job',
  'batch.kubernetes.io/controller-uid label of the job',
  'labels controller-uid and job-name are added',
  'labels controller-uid and job-name are added, plain and with the batch.kubernetes.io/ prefix',
  'labels are copied from the template when the job has none',
  'guessed from request and usages; legacy-unknown otherwise',
  'time of the write',
  'one served and stored version named by version',
  // Filled with the whole of scaleUp and scaleDown, one level up.
  'scaleUp: 4 pods or 100 percent per 15 s; scaleDown: 100 percent per 15 s',
  'scaleUp: 0; scaleDown: unset, meaning 300 s',
  // Said in `extra`, where they stand beside what they depend on.
  'containerPort',
  'label kubernetes.io/metadata.name equals the name',
]);

/** Fields that a struct has even where nobody writes them: what is below them gets its defaults. */
const structs: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.DaemonSetSpec': ['updateStrategy', 'template'],
  'apps.v1.DeploymentSpec': ['strategy', 'template'],
  'apps.v1.StatefulSetSpec': ['updateStrategy', 'template'],
  'batch.v1.CronJobSpec': ['jobTemplate'],
  'batch.v1.JobSpec': ['template'],
  'batch.v1.JobTemplateSpec': ['metadata', 'spec'],
  'batch.v1beta1.CronJobSpec': ['jobTemplate'],
  'batch.v1beta1.JobTemplateSpec': ['metadata', 'spec'],
  'core.v1.Container': ['resources'],
  'core.v1.EphemeralContainer': ['resources'],
  'core.v1.PersistentVolumeClaimSpec': ['resources'],
  'core.v1.PersistentVolumeClaimTemplate': ['metadata', 'spec'],
  'core.v1.PodTemplateSpec': ['metadata', 'spec'],
  'networking.v1.NetworkPolicySpec': ['podSelector'],
};

/**
 * Defaults that reach into a part of the field, and one that the facts leave out: both names of a
 * pod's service account are one field.
 */
const extra: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>> = {
  'core.v1.Namespace': { metadata: [{ rule: 'name-label', since: 21 }] },
  'core.v1.PodSpec': {
    containers: [
      { rule: 'host-ports', until: 27 },
      { rule: 'host-ports', onlyIn: ['v1 Pod'], since: 28 },
    ],
    serviceAccountName: [{ copyOf: 'serviceAccount' }],
  },
};

const minors = Array.from({ length: newest - oldest + 1 }, (_, index) => oldest + index);
const fieldsIn = new Map(
  minors.map((minor) => {
    const packed = readFileSync(join(folder, `v1.${minor}.definitions.json.gz`));
    const { definitions } = JSON.parse(gunzipSync(packed).toString()) as {
      definitions: Record<string, { properties?: Record<string, unknown> }>;
    };
    return [minor, definitions];
  }),
);

const minorOf = (version: string): number => Number(version.split('.')[1]);

/**
 * The releases in which the field exists and the fact holds, as far as those are fewer than the releases
 * that have the struct: an object may be written in a version that the cluster no longer serves.
 */
function span(name: string, field: string, fact: DefaultFact): Row {
  const all = minors.filter((minor) => fieldsIn.get(minor)?.[name] !== undefined);
  const present = all.filter(
    (minor) => fieldsIn.get(minor)?.[name]?.properties?.[field] !== undefined,
  );
  const [first = oldest] = present;
  const last = present.at(-1) ?? newest;
  const since = Math.max(first, fact.since === undefined ? oldest : minorOf(fact.since));
  const until = Math.min(last, fact.until === undefined ? newest : minorOf(fact.until));
  return {
    ...(since === (all[0] ?? oldest) ? {} : { since }),
    ...(until === (all.at(-1) ?? newest) ? {} : { until }),
  };
}

const asList = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The parts of a struct value that have defaults of their own are filled there, by version. */
function valueOf(definition: string, field: string, value: unknown): unknown {
  return definition.endsWith('UpdateStrategy') || definition.endsWith('DeploymentStrategy')
    ? field === 'rollingUpdate'
      ? {}
      : value
    : value;
}

/** Condition of a part that only repeats the condition of the whole it stands in. */
const saidByTheWhole = new Set(['apps.v1.RollingUpdateDeployment', 'core.v1.ClientIPConfig']);

function rowsOf(definition: string, field: string, fact: DefaultFact): readonly Row[] {
  // What admission, controllers and allocators do depends on the cluster; a Pod's own defaulting doesn't.
  const written = fact.scope === 'stored' || (fact.podOnly === true && fact.by === 'defaulting');
  if (!written || fact.offByDefault === true || definition.endsWith('Status')) return [];
  if (shortName(definition) === 'core.v1.LoadBalancerIngress') return [];
  if (fact.by === 'conversion' && field === 'targetCPUUtilizationPercentage') return [];
  if (fact.derived !== undefined && notStated.has(fact.derived)) return [];
  if (field === 'resources' && fact.podOnly === true) return [];
  const said =
    fact.derived === undefined
      ? { value: valueOf(definition, field, fact.value) }
      : derivations[fact.derived];
  if (said === undefined)
    throw new Error(`${definition}.${field}: unknown value "${fact.derived ?? ''}"`);
  const when =
    fact.when === undefined || saidByTheWhole.has(shortName(definition))
      ? {}
      : conditions[fact.when];
  if (when === undefined)
    throw new Error(`${definition}.${field}: unknown condition "${fact.when ?? ''}"`);
  const onlyIn = fact.podOnly === true ? ['v1 Pod'] : fact.onlyIn;
  return asList(said).flatMap((value) =>
    asList(when).map((condition) => ({
      ...value,
      ...condition,
      ...(onlyIn === undefined ? {} : { onlyIn }),
      ...span(definition, field, fact),
    })),
  );
}

/** A JSON object with one entry a line, so that a change shows as the lines that changed. */
function write(file: string, source: string, entries: Iterable<readonly [string, unknown]>): void {
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  writeFileSync(
    join(target, file),
    `{\n"source":${JSON.stringify(source)},\n${lines.join(',\n')}\n}\n`,
  );
}

const code = 'k8s.io/api and the API server, 1.19 to 1.36';

const defaults = readJson('defaults.json') as Record<
  string,
  Record<string, DefaultFact | readonly DefaultFact[]>
>;
const defaultRows = new Map<string, { fields?: Row; structs?: readonly string[] }>();
for (const [definition, fields] of Object.entries(defaults)) {
  const rows = Object.entries(fields).flatMap(([field, facts]) => {
    const found = asList(facts).flatMap((fact) => rowsOf(definition, field, fact));
    return found.length === 0 ? [] : [[field, found] as const];
  });
  if (rows.length > 0) defaultRows.set(shortName(definition), { fields: Object.fromEntries(rows) });
}
for (const [definition, fields] of Object.entries(extra)) {
  const known = defaultRows.get(definition);
  defaultRows.set(definition, { ...known, fields: { ...known?.fields, ...fields } });
}
for (const [definition, fields] of Object.entries(structs)) {
  defaultRows.set(definition, { ...defaultRows.get(definition), structs: fields });
}
write('api-defaults.json', `default values written by ${code}`, defaultRows);

const zeros = readJson('zerovalues.json') as Record<string, Record<string, readonly string[]>>;
write(
  'zero-values.json',
  `optional fields that are no pointers in ${code}: their zero value equals leaving them out`,
  Object.entries(zeros)
    .filter(([definition]) => !definition.endsWith('List') && !definition.endsWith('Status'))
    .map(([definition, fields]) => [shortName(definition), fields] as const),
);

interface ImmutableFact {
  readonly source: string;
  readonly notes?: string;
  readonly sameAs?: string;
  readonly immutable: readonly string[];
}
const immutable = readJson('immutable.json') as Record<string, ImmutableFact>;
write(
  'immutable-fields.json',
  'the update validation of the API server (pkg/apis, pkg/registry), 1.19 to 1.36',
  Object.entries(immutable).map(([kind, { source: _source, notes: _notes, ...rules }]) => [
    kind,
    rules.sameAs === undefined ? rules : { sameAs: rules.sameAs },
  ]),
);
