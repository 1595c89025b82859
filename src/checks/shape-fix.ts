import type { Definition } from '../facts/kubernetes/schema';
import { mistakeIn } from '../manifest/line-mistake';
import { isFields } from '../manifest/manifest';

/**
 * What to do about a value that stands where a list belongs.
 *
 * @param items struct of the items; undefined where they are none
 */
export function listFix(value: unknown, items: Definition | undefined): string {
  const [key = ''] = isFields(value) ? Object.keys(value) : [];
  const isByName = key !== '' && items?.fields.has('name') === true && !items.fields.has(key);
  return isByName
    ? `Write it as a list, each item by its name: "- name: ${key}", and the rest below it.`
    : "Write it as a list: each item on a line that begins with '- '.";
}

/**
 * What to do about a value that stands where a mapping belongs.
 *
 * @param struct what the mapping is; undefined where that is not known
 * @param isSecret whether the value may be a secret, so that no message may hold it
 */
export function mappingFix(
  value: unknown,
  struct: Definition | undefined,
  isSecret: boolean,
): string {
  if (isSecret && struct?.fields.has('name') === true && struct.fields.has('value')) {
    return 'Write it as "name: ...", and the value below it as "value: ...".';
  }
  // `replicas：1` is one text, so no key was seen in it; the fix shows nothing of the value.
  const mistake = typeof value === 'string' ? mistakeIn(value) : undefined;
  if (mistake !== undefined) return mistake.complaint.fix;
  const meant = isSecret || struct === undefined ? undefined : fieldFor(value, struct);
  if (Array.isArray(value)) {
    // Items such as "- name: web" are the fields themselves.
    const [first] = value as unknown[];
    const isOwn = isFields(first) && Object.keys(first).every((key) => struct?.fields.has(key));
    return meant === undefined || isOwn
      ? "Write its fields without '- ' before them."
      : `Put the list under "${meant}".`;
  }
  return meant === undefined
    ? 'Write its fields below it, each as "key: value".'
    : `Write "${meant}: ${String(value)}" below it, if you mean that.`;
}

/** The field of a struct that a value most likely is for: the only required one, or a telling one. */
function fieldFor(value: unknown, { fields, required }: Definition): string | undefined {
  const type = Array.isArray(value) ? 'list' : typeof value === 'string' ? 'string' : 'int32';
  const names = required.length > 0 ? required : ['name', 'number', 'type'];
  if (required.length > 1) return undefined;
  return names.find((name) => fields.get(name)?.type.is === type);
}
