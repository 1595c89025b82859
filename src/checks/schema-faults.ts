import { definition, schemaOf } from '../facts/kubernetes/schema';
import type { Manifest } from '../manifest/manifest';
import type { Check, CheckedObject, CheckInput, Finding, Report } from './check';
import { customKinds } from './custom-kinds';
import { objectIndex } from './object-index';
import { anyItem, type FaultKind, type SchemaFault, waysTo } from './schema-fault';
import { walkDefinition, walkMetadata } from './walk-definition';
import { walkStructuralSchema } from './walk-structural-schema';

type Faults = ReadonlyMap<CheckedObject, readonly SchemaFault[]>;

const known = new WeakMap<CheckInput, Faults>();
const none: readonly never[] = [];

/** What the schemas say to the objects of an input: each is walked once, for all checks. */
function schemaFaults(input: CheckInput): Faults {
  let faults = known.get(input);
  if (faults === undefined) {
    const found = new Map<CheckedObject, readonly SchemaFault[]>();
    for (const { apiVersion, kind, objects } of objectIndex(input).kinds) {
      const walk = walkOf(apiVersion, kind, input);
      for (const object of objects) {
        const own = walk?.(object.manifest) ?? none;
        if (own.length > 0) found.set(object, own);
      }
    }
    known.set(input, (faults = found));
  }
  return faults;
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
      ...walkStructuralSchema(manifest, custom.schema),
    ];
  }
  const schema = schemaOf(kubernetesVersion, apiVersion, kind);
  return schema && ((manifest) => walkDefinition(kubernetesVersion, manifest, schema));
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

/**
 * Tells whether the schemas find a fault at a field, or around it: what a check reads there is not what
 * the author meant, so what it would say only follows from that.
 *
 * @param field the field, with `[]` for each item of a list
 */
export function isFaultyAt(input: CheckInput, object: CheckedObject, field: string): boolean {
  const faults = schemaFaults(input).get(object);
  if (faults === undefined) return false;
  const around = waysTo(anyItem(field));
  return faults.some((fault) => around.includes(anyItem(fault.field)));
}

/** Tells whether a finding is about a value of a wrong type, or about what should be in it. */
export function isOfWrongType(
  input: CheckInput,
  object: CheckedObject,
  { field, problem }: Pick<Finding, 'field' | 'problem'>,
): boolean {
  const faults = schemaFaults(input).get(object);
  if (faults === undefined) return false;
  const around = waysTo(field);
  return faults.some(
    (fault) =>
      fault.kind === 'wrong-type' && fault.problem !== problem && around.includes(fault.field),
  );
}

/** The `run` of a check that reports one kind of schema fault. */
export function reportFaults(kind: FaultKind): Check['run'] {
  return function* (input): Generator<Report> {
    for (const [object, faults] of schemaFaults(input)) {
      for (const { kind: own, ...fault } of faults) {
        if (own !== kind) continue;
        const { field, problem, fix, severity } = fault;
        yield { object, field, problem, fix, ...(severity === undefined ? {} : { severity }) };
      }
    }
  };
}
