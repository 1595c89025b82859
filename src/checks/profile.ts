import { throwProblems } from '../errors';
import { recordOf, mapOf, oneOf, type Form } from '../manifest/form';
import { severityOf } from './apply-options';
import type { Check, Profile } from './check';
import type { CheckOptions } from './check-options';
import { checks } from './rules/index';
import { kubekeyRules } from './rules/kubekey';
import { kubernetesRules } from './rules/kubernetes';

/** Good practice to check, too. */
export const profile: Form = oneOf(['recommended', 'production']);

/** How bad the findings of a check are. */
export const severity: Form = oneOf(['error', 'warning', 'off']);

const chosen = recordOf({ profile, severity: mapOf(severity) });

const alwaysOn: readonly Check[] = [...kubernetesRules, ...kubekeyRules].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/**
 * The checks of this package that run: those that always do, those of a profile, and those that a
 * severity is given for.
 *
 * @param profile `recommended`, or `production`, which holds it; default: none
 * @param severity severities by the id of the check; one that it names with `error` or `warning` runs
 * @throws GroundworkError with what is no profile, and no severity
 */
export function checksOf(profile?: Profile, severity?: CheckOptions['severity']): readonly Check[] {
  if (profile === undefined && severity === undefined) return alwaysOn;
  throwProblems(chosen({ profile, severity }, ''), checksOf);
  return checks.filter((check) => runsIn(check, profile, severity));
}

/** Tells whether a check runs where a profile is chosen, or severities are given. */
export function runsIn(
  { id, profiles }: Pick<Check, 'id' | 'profiles'>,
  profile?: Profile,
  severity?: CheckOptions['severity'],
): boolean {
  if (profiles === undefined || (profile !== undefined && profiles.includes(profile))) return true;
  return (severityOf(id, severity) ?? 'off') !== 'off';
}
