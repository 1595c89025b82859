/** What a value must be to count as an amount of a resource, in words for messages. */
export const quantityForm = 'a quantity such as 500m, 2, 1.5, 128Mi or 10Gi';

/** Longer than any amount that people write. */
const longest = 64;
const form = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,3}))?$/;
const powersOfTen: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const powersOf1024: Readonly<Record<string, bigint>> = {
  Ki: 1n,
  Mi: 2n,
  Gi: 3n,
  Ti: 4n,
  Pi: 5n,
  Ei: 6n,
};

/** How many parts of a unit a parsed quantity counts. */
const nano = 9;

/**
 * An amount of a resource in billionths of its unit, as the API server reads it; undefined where the
 * value is no quantity. Less than a billionth is rounded up.
 *
 * @param value text such as `500m` or `1Gi`, or a number
 */
export function parseQuantity(value: unknown): bigint | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = String(value);
  const found = text.length > longest ? null : form.exec(text);
  if (found === null) return undefined;
  const [, sign, digits = '', suffix = '', exponent = '0'] = found;
  const [whole = '', fraction = ''] = digits.split('.');
  const mantissa = BigInt(`${whole}${fraction}` || '0') * 1024n ** (powersOf1024[suffix] ?? 0n);
  const power = (powersOfTen[suffix] ?? 0) + Number(exponent) - fraction.length + nano;
  const divisor = power < 0 ? 10n ** BigInt(-power) : 1n;
  const amount = power < 0 ? (mantissa + divisor - 1n) / divisor : mantissa * 10n ** BigInt(power);
  return sign === '-' ? -amount : amount;
}

/** Tells whether a parsed quantity is a whole number of its unit. */
export function isWholeQuantity(amount: bigint): boolean {
  return amount % 10n ** BigInt(nano) === 0n;
}

/** How the API server writes a quantity back: in binary units (`128Mi`), decimal ones or exponents. */
export type QuantityNotation = 'binary' | 'decimal' | 'exponent';

/**
 * The notation that the API server keeps for a quantity: binary units only from 1024 on, exponents
 * only where they were written.
 */
export function quantityNotation(value: unknown): QuantityNotation {
  const text = String(value);
  if (/[eE][+-]?\d/.test(text)) return 'exponent';
  const amount = parseQuantity(value) ?? 0n;
  return text.endsWith('i') && amount >= 1024n * 10n ** BigInt(nano) ? 'binary' : 'decimal';
}
