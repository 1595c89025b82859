/**
 * The candidate that a misspelt word most likely meant, or undefined where none is near.
 *
 * Upper and lower case count as equal; longer words may have more letters wrong, swapped or missing.
 * Of candidates equally near, the first wins.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = wanted.length < 4 ? 1 : wanted.length < 9 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = distanceBetween(wanted, candidate.toLowerCase(), bestDistance - 1);
    // With half of its letters wrong it is another word.
    const isLike = distance < 2 ? distance < wanted.length : distance * 2 < wanted.length;
    if (distance < bestDistance && isLike) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * How many letters must be added, removed, replaced or swapped with their neighbour; one more than the
 * limit where it takes more. Only what the limit can reach is looked at, so long words take no longer
 * than their length.
 */
function distanceBetween(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: Math.min(b.length, limit) + 1 }, (_, column) => column);
  let current: number[] = [];
  for (let row = 1; row <= a.length; row += 1) {
    const first = Math.max(1, row - limit);
    const last = Math.min(b.length, row + limit);
    let least = first === 1 ? row : Infinity;
    current[first - 1] = least;
    for (let column = first; column <= last; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const above = column < row + limit ? (previous[column] ?? Infinity) : Infinity;
      let cost = Math.min(
        above + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && column > 1) cost = Math.min(cost, (older[column - 2] ?? Infinity) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [older, previous, current] = [previous, current, older];
  }
  return previous[b.length] ?? limit + 1;
}
