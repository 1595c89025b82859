import { appendField, parseField, type FieldStep } from '../manifest/field-path';
import { kubeKeySchema, type SchemaNode } from '../manifest/kubekey-schema';
import { follow, isFields, type Manifest } from '../manifest/manifest';
import type { Report } from './check';

/**
 * What to say of a field of a Cluster that stands beside the empty one that it belongs below, as wrong
 * indentation makes it: `roleGroups:` and, in the same column, `worker: [node1]`.
 *
 * @param field the field, as it is written
 */
export function hoistedReport(
  manifest: Manifest,
  field: string,
): Pick<Report, 'cause' | 'fix' | 'meant'> | undefined {
  const steps = parseField(field) ?? [];
  const around = steps.slice(0, -1);
  const [name] = steps.slice(-1);
  const value = follow(manifest, around);
  if (typeof name !== 'string' || !isFields(value)) return undefined;
  const node = nodeAt(around);
  const keys = Object.keys(value);
  for (const key of keys.slice(0, keys.indexOf(name)).reverse()) {
    const inner = node?.children.get(key.toLowerCase());
    if (value[key] !== null || inner === undefined) continue;
    if (!inner.type.endsWith('Map') && !inner.children.has(name.toLowerCase())) continue;
    const parent = appendField('', ...around);
    return {
      meant: appendField(parent, key, name),
      cause: `moved ${parent}`,
      fix: `Indent what belongs to "${key}" further: as it is, "${key}" is empty.`,
    };
  }
  return undefined;
}

function nodeAt(steps: readonly FieldStep[]): SchemaNode | undefined {
  return steps
    .filter((step) => typeof step === 'string')
    .reduce<SchemaNode | undefined>(
      (node, step) => node?.children.get(step.toLowerCase()),
      kubeKeySchema,
    );
}
