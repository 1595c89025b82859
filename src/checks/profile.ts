import type { Check, Profile } from './check';
import { checks } from './rules/index';

/**
 * The checks of this package that belong to a profile: those that always run, and its own.
 *
 * @param profile `recommended`, or `production`, which holds it; without one, only those that always run
 */
export function checksOf(profile?: Profile): readonly Check[] {
  return checks.filter((check) => runsIn(check, profile));
}

/** Tells whether a check runs where a profile is chosen. */
export function runsIn({ profiles }: Pick<Check, 'profiles'>, profile?: Profile): boolean {
  return profiles === undefined || (profile !== undefined && profiles.includes(profile));
}
