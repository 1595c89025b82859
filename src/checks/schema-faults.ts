import { definition, schemaOf } from '../facts/kubernetes/schema';
import { appendField, parseField } from '../manifest/field-path';
import type { Check, CheckedObject, CheckInput, Premise, Report } from './check';
import { customKinds } from './custom-kinds';
import { anyItem, type FaultKind, type SchemaFault, waysTo } from './schema-fault';
import { walkDefinition, walkMetadata } from './walk-definition';
import { walkStructuralSchema } from './walk-structural-schema';

type Faults = ReadonlyMap<CheckedObject, readonly SchemaFault[]>;

const known = new WeakMap<CheckInput, Faults>();

/** What the schemas say to the objects of an input: each is walked once, for all checks. */
function schemaFaults(input: CheckInput): Faults {
  let faults = known.get(input);
  if (faults === undefined) {
    const found = new Map<CheckedObject, readonly SchemaFault[]>();
    for (const object of input.objects) {
      const own = faultsOf(object, input);
      if (own.length > 0) found.set(object, own);
    }
    known.set(input, (faults = found));
  }
  return faults;
}

function faultsOf({ manifest }: CheckedObject, input: CheckInput): readonly SchemaFault[] {
  const { kubernetesVersion } = input;
  const { apiVersion, kind } = manifest;
  const customs = customKinds(input);
  const custom = customs.size === 0 ? undefined : customs.get(`${apiVersion} ${kind}`);
  if (custom !== undefined) {
    const metadata = definition(kubernetesVersion, 'meta.v1.ObjectMeta');
    return [
      ...(metadata === undefined ? [] : walkMetadata(kubernetesVersion, manifest, metadata)),
      ...walkStructuralSchema(manifest, custom.schema).map((fault) => ({
        ...fault,
        ...(custom.definedBy && { from: schemaFieldsOf(fault, custom.field, custom.definedBy) }),
      })),
    ];
  }
  const schema = schemaOf(kubernetesVersion, apiVersion, kind);
  return schema === undefined ? [] : walkDefinition(kubernetesVersion, manifest, schema);
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
  const faults = schemaFaults(input).get(object) ?? [];
  return faults.some(
    (fault) => fault.field === field || waysTo(anyItem(fault.meant ?? '')).includes(anyItem(field)),
  );
}

/** The `run` of a check that reports one kind of schema fault. */
export function reportFaults(kind: FaultKind): Check['run'] {
  return function* (input): Generator<Report> {
    for (const [object, faults] of schemaFaults(input)) {
      for (const { kind: own, ...fault } of faults) {
        if (own !== kind) continue;
        yield { object, ...fault };
      }
    }
  };
}
