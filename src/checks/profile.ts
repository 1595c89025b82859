import type { Check, Profile } from './check';
import { checks } from './rules/index';

/**
 * The checks of this package that belong to a profile: those that always run, and its own.
 *
 * @param profile `recommended`, or `production`, which holds it; without one, only those that always run
 */
export function checksOf(profile?: Profile): readonly Check[] {
  return checks.filter(
    ({ profiles }) =>
      profiles === undefined || (profile !== undefined && profiles.includes(profile)),
  );
}
