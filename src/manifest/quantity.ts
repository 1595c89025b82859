/** A Kubernetes quantity as a number. */
export interface Quantity {
  /** The amount in billionths, rounded up as the API server does. */
  readonly nano: bigint;
  /** How the API server writes it back: binary units (`128Mi`), decimal ones (`1500m`) or exponents. */
  readonly format: 'binary' | 'decimal' | 'exponent';
}

const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Reads a quantity such as `1500m`, `128Mi`, `1e3` or `2`; undefined where it is none. */
export function parseQuantity(value: unknown): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^([+-]?)(\d*)\.?(\d*)(?:([eE][+-]?\d+)|([KMGTPE]i|[numkMGTPE]?))$/.exec(
    String(value).trim(),
  );
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent, suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const power = exponent === undefined ? (decimal[suffix] ?? 0) : Number(exponent.slice(1));
  if (Math.abs(power) > 100) return undefined;
  const units = BigInt(whole + fraction) * 1024n ** BigInt(binary.indexOf(suffix) + 1);
  const shift = 9 + power - fraction.length;
  const nano = shift >= 0 ? units * 10n ** BigInt(shift) : dividedUp(units, 10n ** BigInt(-shift));
  const isBinary = binary.includes(suffix) && nano >= 1024n * 1_000_000_000n;
  return {
    nano: sign === '-' ? -nano : nano,
    format: exponent === undefined ? (isBinary ? 'binary' : 'decimal') : 'exponent',
  };
}

function dividedUp(amount: bigint, by: bigint): bigint {
  return (amount + by - 1n) / by;
}
