import { extname } from 'node:path';
import { decodeText } from './decode-text';
import { isFields } from './manifest';

/**
 * Tells whether a file is JSON for another program, such as `package.json`: it says neither
 * `apiVersion` nor `kind`, in whatever case.
 */
export function isOtherJson(file: string, bytes: Buffer): boolean {
  if (extname(file).toLowerCase() !== '.json') return false;
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return false;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // It may be cut off, be YAML after all, or have comments as tsconfig.json has.
    return !/\b(?:apiVersion|kind)"?\s*:/i.test(text);
  }
  return ![value].flat().some((one) => isFields(one) && Object.keys(one).some(isName));
}

function isName(key: string): boolean {
  return /^(?:apiVersion|kind)$/i.test(key);
}
