import type { Check } from '../check';

/** All checks, sorted by id. To add one: its file beside this one, and a line here. */
export const checks: readonly Check[] = [];
