import { show } from '../errors';
import type { Scalar } from '../facts/kubernetes/property';
import { parseQuantity, quantityForm } from '../manifest/quantity';

/** What is wrong with one value, and what to do about it. */
export interface ValueProblem {
  /** What is wrong. No final period. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly fix: string;
}

/** A value in words, for messages: with the value itself only where it can be no secret. */
export function describeValue(value: unknown, isSecret: boolean): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'null' : 'a mapping';
  if (!isSecret) return show(value);
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'a boolean' : 'a number';
}

const dateTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What the API server says to a value of a scalar type; undefined where it takes it.
 *
 * @param isSecret whether the value may be a secret, so that no message may hold it
 */
export function scalarProblem(
  type: Scalar,
  value: unknown,
  isSecret: boolean,
): ValueProblem | undefined {
  const got = (): string => describeValue(value, isSecret);
  switch (type) {
    case 'string':
      if (typeof value === 'string') return undefined;
      return { problem: `must be text, got ${got()}`, fix: textFix(value, isSecret) };
    case 'boolean':
      if (typeof value === 'boolean') return undefined;
      return {
        problem: `must be true or false, got ${got()}`,
        fix: 'Write true or false, without quotes.',
      };
    case 'int32':
      return wholeProblem(value, got, 2 ** 31);
    case 'int64':
      return wholeProblem(value, got, 2 ** 63);
    case 'number':
      if (typeof value === 'number') return undefined;
      return { problem: `must be a number, got ${got()}`, fix: 'Write a number without quotes.' };
    case 'intOrString':
      if (typeof value === 'string') return undefined;
      if (typeof value === 'number') return wholeProblem(value, got, 2 ** 31);
      return {
        problem: `must be a whole number or text, got ${got()}`,
        fix: 'Write a number, or text.',
      };
    case 'quantity':
      if (parseQuantity(value) !== undefined) return undefined;
      return { problem: `must be ${quantityForm}, got ${got()}`, fix: quantityFix(value) };
    case 'byte':
      return byteProblem(value);
    case 'time':
    case 'microTime':
      if (typeof value === 'string' && dateTime.test(value)) return undefined;
      return {
        problem: `must be a point in time, got ${got()}`,
        fix: 'Write it as in 2026-01-31T08:00:00Z, in quotes.',
      };
  }
}

function textFix(value: unknown, isSecret: boolean): string {
  if (typeof value !== 'number' && typeof value !== 'boolean') return 'Write one text here.';
  return isSecret ? 'Put it in quotes.' : `Put it in quotes: "${value}".`;
}

function wholeProblem(value: unknown, got: () => string, end: number): ValueProblem | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    const digits = typeof value === 'string' && /^-?\d{1,9}$/.test(value);
    return {
      problem: `must be a whole number, got ${got()}`,
      fix: digits
        ? `Write it without quotes: ${/^0[0-7]+$/.test(value) ? value : Number(value)}.`
        : 'Write a whole number without quotes.',
    };
  }
  if (value >= -end && value < end) return undefined;
  return {
    problem: `must be within ${end === 2 ** 31 ? '-2147483648 and 2147483647' : '64 bits'}, got ${got()}`,
    fix: 'Write a number within that range.',
  };
}

function quantityFix(value: unknown): string {
  const text = typeof value === 'string' ? value.replace(/\s+/g, '') : '';
  const [, amount, unit = ''] = /^([\d.]+)([A-Za-z]+)$/.exec(text) ?? [];
  const meant =
    amount === undefined ? undefined : `${amount}${meantUnits[unit.toLowerCase()] ?? ''}`;
  return meant !== undefined && meant !== amount
    ? `Write ${meant}, or another number with one of the units m, k, M, G, T, Ki, Mi, Gi, Ti.`
    : 'Write a number, with one of the units m, k, M, G, T, Ki, Mi, Gi, Ti or none.';
}

const meantUnits: Readonly<Record<string, string>> = {
  kb: 'k',
  mb: 'M',
  gb: 'G',
  tb: 'T',
  ki: 'Ki',
  mi: 'Mi',
  gi: 'Gi',
  ti: 'Ti',
  kib: 'Ki',
  mib: 'Mi',
  gib: 'Gi',
  tib: 'Ti',
  g: 'G',
  t: 'T',
};

function byteProblem(value: unknown): ValueProblem | undefined {
  if (typeof value === 'string' && base64.test(value.replace(/[\r\n]/g, ''))) return undefined;
  return {
    problem: typeof value === 'string' ? 'must be base64, got other text' : 'must be base64 text',
    fix: 'Write it in base64; a Secret takes plain text under stringData.',
  };
}
