import type { Check, Profile } from './check';
import { checks } from './rules/index';
import { kubekeyRules } from './rules/kubekey';
import { kubernetesRules } from './rules/kubernetes';

const alwaysOn: readonly Check[] = [...kubernetesRules, ...kubekeyRules].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/**
 * The checks of this package that belong to a profile: those that always run, and its own.
 *
 * @param profile `recommended`, or `production`, which holds it; without one, only those that always run
 */
export function checksOf(profile?: Profile): readonly Check[] {
  return profile === undefined ? alwaysOn : checks.filter((check) => runsIn(check, profile));
}

/** Tells whether a check runs where a profile is chosen. */
export function runsIn({ profiles }: Pick<Check, 'profiles'>, profile?: Profile): boolean {
  return profiles === undefined || (profile !== undefined && profiles.includes(profile));
}
