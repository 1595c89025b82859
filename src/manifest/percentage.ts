/** The number of a percentage such as `25%`; undefined for anything else. */
export function percentOf(amount: unknown): number | undefined {
  const found = typeof amount === 'string' ? /^(\d+)%$/.exec(amount) : null;
  return found === null ? undefined : Number(found[1]);
}

/** A number, or the part of a whole that a percentage is, rounded; undefined where it is neither. */
export function amountOf(
  amount: unknown,
  whole: number,
  round: (part: number) => number,
): number | undefined {
  if (typeof amount === 'number') return amount;
  const percent = percentOf(amount);
  // Multiplied before divided, so that no fraction of a percent can tip the rounding.
  return percent === undefined ? undefined : round((percent * whole) / 100);
}
