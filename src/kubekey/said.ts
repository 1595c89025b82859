import { isFields } from '../manifest/manifest';
import { SecretSlot } from './secret';

/** A deep copy without the fields that are undefined: they are not said. Secrets stay in their slots. */
export function said<T>(value: T): T {
  if (Array.isArray(value)) return value.map(said) as T;
  if (value instanceof SecretSlot || !isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, said(item)]),
  ) as T;
}
