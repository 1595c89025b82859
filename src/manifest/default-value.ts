import type { ApiDefault } from '../facts/kubernetes/api-defaults';
import { fieldsAt, labelsAt } from './fields';
import { at, isFields, type Fields } from './manifest';

/**
 * What a default makes of a field, or undefined where it doesn't apply.
 *
 * @param field name of the field
 * @param rule the default
 * @param given the struct as it was given, without zero values
 * @param now the struct with the defaults so far
 */
export function defaultValue(field: string, rule: ApiDefault, given: Fields, now: Fields): unknown {
  if (!holds(rule, given, now)) return undefined;
  const present = now[field];
  if (rule.rule !== undefined) return derived(rule.rule, present, now);
  if (rule.items !== undefined)
    return present === undefined ? undefined : eachWith(present, rule.items);
  if (rule.entriesOf !== undefined) return filledUp(present, rule.entriesOf, now);
  if (present !== undefined) {
    return rule.parts === true && isFields(present) && isFields(rule.value)
      ? { ...rule.value, ...present }
      : undefined;
  }
  if (rule.copyOf === undefined) return rule.value;
  const copied = at(now, ...rule.copyOf.split('.'));
  return rule.unlessIn !== undefined && at(copied, rule.unlessIn) !== undefined
    ? undefined
    : copied;
}

function holds(rule: ApiDefault, given: Fields, now: Fields): boolean {
  const { is, set, unset, alone } = rule;
  return (
    (set?.every((name) => given[name] !== undefined) ?? true) &&
    (unset?.every((name) => given[name] === undefined) ?? true) &&
    (alone === undefined || Object.keys(given).every((name) => alone.includes(name))) &&
    (is === undefined || Object.entries(is).every(([name, values]) => values.includes(now[name])))
  );
}

function eachWith(list: unknown, fields: Fields): unknown {
  if (!Array.isArray(list)) return undefined;
  return list.map((item: unknown) => (isFields(item) ? { ...fields, ...item } : item));
}

function filledUp(present: unknown, sources: readonly string[], now: Fields): unknown {
  const filled: Record<string, unknown> = { ...fieldsAt(present) };
  for (const source of sources) {
    for (const [key, value] of Object.entries(fieldsAt(now, source))) filled[key] ??= value;
  }
  return Object.keys(filled).length === 0 ? undefined : filled;
}

function derived(rule: NonNullable<ApiDefault['rule']>, present: unknown, now: Fields): unknown {
  switch (rule) {
    case 'pull-policy':
      return present === undefined ? pullPolicyOf(now['image'] ?? now['reference']) : undefined;
    case 'list-kind':
      return present === undefined && typeof now['kind'] === 'string'
        ? `${now['kind']}List`
        : undefined;
    case 'lower-case-kind':
      return present === undefined && typeof now['kind'] === 'string'
        ? now['kind'].toLowerCase()
        : undefined;
    case 'host-ports':
      return now['hostNetwork'] === true ? withHostPorts(present) : undefined;
    case 'name-label':
      return withNameLabel(present);
  }
}

/** `Always` where the tag is `latest` or nothing fixes the image, `IfNotPresent` else. */
function pullPolicyOf(image: unknown): string | undefined {
  if (typeof image !== 'string' || image === '') return undefined;
  const last = image.slice(image.lastIndexOf('/') + 1);
  if (last.includes('@')) return 'IfNotPresent';
  const colon = last.indexOf(':');
  return colon < 0 || last.slice(colon + 1) === 'latest' ? 'Always' : 'IfNotPresent';
}

function withHostPorts(containers: unknown): unknown {
  if (!Array.isArray(containers)) return undefined;
  return containers.map((container: unknown) => {
    const ports = at(container, 'ports');
    if (!isFields(container) || !Array.isArray(ports)) return container;
    return {
      ...container,
      ports: ports.map((port: unknown) =>
        isFields(port) && port['hostPort'] === undefined && port['containerPort'] !== undefined
          ? { ...port, hostPort: port['containerPort'] }
          : port,
      ),
    };
  });
}

function withNameLabel(metadata: unknown): unknown {
  const name = at(metadata, 'name');
  if (!isFields(metadata) || typeof name !== 'string' || name === '') return undefined;
  return {
    ...metadata,
    labels: { ...labelsAt(metadata, 'labels'), 'kubernetes.io/metadata.name': name },
  };
}
