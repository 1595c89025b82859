import { movedFields } from '../facts/kubekey/moved-fields';
import { closest } from './closest';
import type { UnknownField } from './kubekey-reading';
import { kubeKeyFields } from './kubekey-schema';

const fieldsByParent = new Map<string, string[]>();
const pathsByKey = new Map<string, string[]>();
for (const path of kubeKeyFields.keys()) {
  const dot = path.lastIndexOf('.');
  const parent = path.slice(0, Math.max(dot, 0)).replace(/(\[\]|\.<key>)$/, '');
  const key = path.slice(dot + 1);
  fieldsByParent.set(parent, [...(fieldsByParent.get(parent) ?? []), key]);
  pathsByKey.set(key.toLowerCase(), [...(pathsByKey.get(key.toLowerCase()) ?? []), path]);
}

/**
 * The field that the author of an unknown key most likely meant, as a path of KubeKey's table of
 * fields: one that moved, one spelled nearly alike, or the only one of that name elsewhere.
 */
export function likelyField({ key, parentPath }: UnknownField): string | undefined {
  const prefix = parentPath === '' ? '' : `${parentPath}.`;
  const path = `${prefix}${key}`;
  if (Object.hasOwn(movedFields, path)) return movedFields[path];
  const near = closest(key, fieldsByParent.get(parentPath.replace(/(\[\]|\.<key>)$/, '')) ?? []);
  if (near !== undefined) return `${prefix}${near}`;
  const elsewhere = pathsByKey.get(key.toLowerCase()) ?? [];
  const within = elsewhere.filter((path) => path.startsWith(prefix));
  return within.length === 1 ? within[0] : elsewhere.length === 1 ? elsewhere[0] : undefined;
}
