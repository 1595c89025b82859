import fc from 'fast-check';
import { apiDefaultsOf } from '../../src/facts/kubernetes/api-defaults';
import { minorOf } from '../../src/facts/kubernetes/minor';
import type { TypeSchema } from '../../src/facts/kubernetes/property';
import { definition, schemaOf } from '../../src/facts/kubernetes/schema';
import type { Manifest } from '../../src/manifest/manifest';

const word = fc.constantFrom('a', 'b', 'web', 'nginx', 'nginx:latest', 'nginx:1.27', '');

/** Fields that are always there, since what matters lies below them. */
const onTheWay = new Set(['spec', 'template', 'jobTemplate', 'containers', 'ports', 'strategy']);

/** Objects of a built-in kind, drawn from its schema: fields left out, defaults, zeros and others. */
export function anyObject(
  version: string,
  apiVersion: string,
  kind: string,
): fc.Arbitrary<Manifest> {
  const schema = schemaOf(version, apiVersion, kind);
  if (schema === undefined) throw new Error(`${version} doesn't serve ${apiVersion} ${kind}`);
  return anyStruct(version, schema.name, 0).map((fields) => {
    const { status: _status, ...rest } = fields;
    return {
      ...rest,
      apiVersion,
      kind,
      metadata: { ...(rest['metadata'] as object | undefined), name: 'web', namespace: 'shop' },
    };
  });
}

function anyStruct(
  version: string,
  name: string,
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = [...(definition(version, name)?.fields ?? [])].filter(
    ([field]) => !['managedFields', 'ownerReferences', 'apiVersion', 'kind'].includes(field),
  );
  const defaults = apiDefaultsOf(name, minorOf(version));
  // Few fields at a time, or objects grow without end; what has a default comes more often.
  return fc
    .tuple(
      fc.subarray(fields, { maxLength: Math.min(fields.length, depth < 3 ? 5 : 2) }),
      fc.subarray(fields.filter(([field]) => defaults.has(field))),
    )
    .map(([some, more]) => [...fields.filter(([field]) => onTheWay.has(field)), ...some, ...more])
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          [...new Map(chosen)].map(([field, { type }]) => {
            const written = (defaults.get(field) ?? []).flatMap(({ value }) =>
              value === undefined ? [] : [fc.constant(value)],
            );
            return [
              field,
              onTheWay.has(field)
                ? anyValue(version, type, depth + 1)
                : fc.oneof(
                    { weight: 4, arbitrary: anyValue(version, type, depth + 1) },
                    { weight: 4, arbitrary: fc.oneof(fc.constant(null), ...written, ...written) },
                  ),
            ];
          }),
        ),
      ),
    );
}

function anyValue(version: string, type: TypeSchema, depth: number): fc.Arbitrary<unknown> {
  switch (type.is) {
    case 'struct':
      return depth > 9 ? fc.constant({}) : anyStruct(version, type.definition, depth);
    case 'list':
      return fc.array(anyValue(version, type.items, depth + 1), { maxLength: depth > 9 ? 0 : 2 });
    case 'map':
      return fc.dictionary(
        fc.constantFrom('a', 'b', 'app', 'cpu'),
        anyValue(version, type.values, depth + 1),
        { maxKeys: depth > 9 ? 0 : 2 },
      );
    case 'boolean':
      return fc.boolean();
    case 'int32':
    case 'int64':
    case 'number':
      return fc.constantFrom(0, 1, 2, 3, 10, 30, 80);
    case 'intOrString':
      return fc.constantFrom(0, 1, 80, '25%', 'http');
    case 'quantity':
      return fc.constantFrom('1', 1, '1000m', '128Mi', '134217728', '500m');
    case 'object':
    case 'any':
      return fc.constantFrom({}, { a: null }, { a: [] }, 'x');
    case 'byte':
    case 'time':
    case 'microTime':
    case 'string': {
      const values = type.enum?.values.map(({ value }) => fc.constant(value)) ?? [];
      return values.length === 0 ? word : fc.oneof(...values);
    }
  }
}
