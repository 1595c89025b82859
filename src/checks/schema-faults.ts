import { definition, schemaOf } from '../facts/kubernetes/schema';
import { appendField, parseField } from '../manifest/field-path';
import { groupBy } from '../manifest/group-by';
import type { Manifest } from '../manifest/manifest';
import type { Check, CheckedObject, CheckInput, Premise, Report } from './check';
import { customKinds } from './custom-kinds';
import { objectIndex } from './object-index';
import { anyItem, type FaultKind, type SchemaFault, waysTo } from './schema-fault';
import { walkDefinition, walkMetadata } from './walk-definition';
import { walkStructuralSchema } from './walk-structural-schema';

type Faults = ReadonlyMap<CheckedObject, ObjectFaults>;

const known = new WeakMap<CheckInput, Faults>();
const none: readonly never[] = [];

/** What the schemas say to the objects of an input: each is walked once, for all checks. */
function schemaFaults(input: CheckInput): Faults {
  let faults = known.get(input);
  if (faults === undefined) {
    const found = new Map<CheckedObject, ObjectFaults>();
    for (const { apiVersion, kind, objects } of objectIndex(input).kinds) {
      const walk = walkOf(apiVersion, kind, input);
      for (const object of objects) {
        const own = walk?.(object.manifest) ?? none;
        if (own.length > 0) found.set(object, new ObjectFaults(own));
      }
    }
    known.set(input, (faults = found));
  }
  return faults;
}

/** The faults of one object, found by their fields: an object may have as many as it has fields. */
class ObjectFaults {
  readonly all: readonly SchemaFault[];
  private byField: ReadonlyMap<string, readonly SchemaFault[]> | undefined;
  private ways: ReadonlySet<string> | undefined;

  constructor(all: readonly SchemaFault[]) {
    this.all = all;
  }

  at(field: string): readonly SchemaFault[] {
    this.byField ??= groupBy(this.all, (fault) => fault.field);
    return this.byField.get(field) ?? [];
  }

  /** Tells whether a field, or something in it, was most likely meant. */
  isMeant(field: string): boolean {
    this.ways ??= new Set(this.all.flatMap(({ meant = '' }) => waysTo(anyItem(meant))));
    return this.ways.has(anyItem(field));
  }
}

/** How the objects of a kind are walked; undefined where nothing is known of the kind. */
function walkOf(
  apiVersion: string,
  kind: string,
  input: CheckInput,
): ((manifest: Manifest) => readonly SchemaFault[]) | undefined {
  const { kubernetesVersion } = input;
  const custom = customKinds(input).get(`${apiVersion} ${kind}`);
  if (custom !== undefined) {
    const metadata = definition(kubernetesVersion, 'meta.v1.ObjectMeta');
    return (manifest) => [
      ...(metadata === undefined ? [] : walkMetadata(kubernetesVersion, manifest, metadata)),
      ...walkStructuralSchema(manifest, custom.schema).map((fault) => ({
        ...fault,
        ...(custom.definedBy && { from: schemaFieldsOf(fault, custom.field, custom.definedBy) }),
      })),
    ];
  }
  const schema = schemaOf(kubernetesVersion, apiVersion, kind);
  return schema && ((manifest) => walkDefinition(kubernetesVersion, manifest, schema));
}

/** What of the schema says that something is a fault: where it is at fault itself, that is told. */
function schemaFieldsOf(
  { field }: SchemaFault,
  schema: string,
  definedBy: CheckedObject,
): readonly Premise[] {
  let around = schema;
  let own = schema;
  for (const step of parseField(field) ?? []) {
    around = own;
    own = typeof step === 'number' ? `${own}.items` : appendField(`${own}.properties`, step);
  }
  const parts = [
    'additionalProperties',
    'required',
    'type',
    'x-kubernetes-preserve-unknown-fields',
  ];
  return [own, ...parts.map((part) => `${around}.${part}`)].map((one) => [definedBy, one]);
}

/**
 * Tells whether a schema fault is about a field already: it stands there, or under a wrong name or in
 * a wrong place, as a whole or in part. What another check would say of the field only follows from that.
 */
export function isReported(input: CheckInput, object: CheckedObject, field: string): boolean {
  const faults = schemaFaults(input).get(object);
  return faults !== undefined && (faults.at(field).length > 0 || faults.isMeant(field));
}

/** The `run` of a check that reports one kind of schema fault. */
export function reportFaults(kind: FaultKind): Check['run'] {
  return function* (input): Generator<Report> {
    for (const [object, faults] of schemaFaults(input)) {
      for (const { kind: own, ...fault } of faults.all) {
        if (own !== kind) continue;
        yield { object, ...fault };
      }
    }
  };
}
