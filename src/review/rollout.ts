/** How far a rolling update of a number of pods goes at a time. */
export interface Rollout {
  /** Pods that are wanted. */
  readonly replicas: number;
  /** Extra pods that may be started above that number. */
  readonly surge: number;
  /** Pods that may be missing below that number. */
  readonly unavailable: number;
  /** Pods that stay up at any time. */
  readonly stayUp: number;
}

/**
 * The numbers of a Deployment's rolling update, as its controller rounds them: a percentage of surge
 * up, a percentage of unavailable down; where both come to 0, one pod may be unavailable.
 *
 * Source: ResolveFenceposts and MaxUnavailable in kubernetes/pkg/controller/deployment/util.
 *
 * @param maxSurge a number, or a percentage such as `25%`
 * @param maxUnavailable a number, or a percentage such as `25%`
 */
export function rolloutOf(replicas: number, maxSurge: unknown, maxUnavailable: unknown): Rollout {
  const surge = scaled(maxSurge, replicas, Math.ceil);
  let unavailable = scaled(maxUnavailable, replicas, Math.floor);
  if (surge === 0 && unavailable === 0) unavailable = 1;
  unavailable = Math.min(unavailable, replicas);
  return { replicas, surge, unavailable, stayUp: replicas - unavailable };
}

/** A number, or a percentage of a number, rounded; 0 where it is neither. */
export function scaled(value: unknown, of: number, round: (part: number) => number): number {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value.trim() : '';
  const percent = /^(\d+)%$/.exec(text)?.[1];
  // Multiplied before divided, so that no fraction of a percent can tip the rounding.
  if (percent !== undefined) return round((Number(percent) * of) / 100);
  return /^\d+$/.test(text) ? Number(text) : 0;
}

/** What stays up during a rolling update, as a sentence. */
export function rolloutSentence({ replicas, surge, stayUp }: Rollout): string {
  if (replicas === 0)
    return 'No pod runs now, so none restarts; the next pods start with the change.';
  const up =
    replicas > 1
      ? `${stayUp} of ${replicas} pods stay up`
      : stayUp === 1
        ? 'The only pod stays up until its successor is ready'
        : 'The only pod stops';
  if (surge === 0) return `${up}; no extra pod is started first.`;
  return `${up}; ${surge === 1 ? 'one extra is' : `${surge} extra are`} started first.`;
}
