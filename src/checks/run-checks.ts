import { shorten, throwProblems } from '../errors';
import { minorVersion } from '../facts/kubernetes/minor';
import { listOf } from '../manifest/form';
import { refOf } from '../manifest/manifest';
import { messageWithoutSecrets } from '../manifest/secret-text';
import { Redacted } from '../manifest/secrets';
import type { Check, CheckedObject, CheckInput, Finding } from './check';
import { checkForm } from './check-form';
import { withoutFollowUps } from './follow-ups';
import { inputForm } from './input-form';
import { joinedByCause } from './joined-findings';
import type { IsSilent, Reported } from './reported';

/**
 * Runs checks over one set of objects and gives everything they find, in the order of the objects.
 *
 * @param checks what runs: `checks`, what `checksOf` gives, or some of your own
 * @param input the objects, the version, and what else is known; severities and waivers are for `check`
 * @throws GroundworkError where they are no checks, the input is none, or nothing is known of its Kubernetes
 * version; and what a check throws
 */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  throwProblems([...listOf(checkForm)(checks, 'checks'), ...inputForm(input, 'input')], runChecks);
  const kubernetesVersion = minorVersion(input.kubernetesVersion) ?? '';
  const sound =
    kubernetesVersion === input.kubernetesVersion ? input : { ...input, kubernetesVersion };
  const reported: Reported[] = [];
  for (const check of checks) {
    for (const one of reportsOf(check, sound)) reported.push(one);
  }
  return inOrder(reported, sound, ({ check }) => sound.off?.includes(check) === true);
}

/** What one check reports, with all that a finding has beside. */
export function* reportsOf(
  check: Check,
  input: CheckInput,
): Generator<Reported & { object: CheckedObject }> {
  for (const report of check.run(input)) {
    const { object, field, problem, cause, from, meant } = report;
    const finding = {
      check: check.id,
      severity: report.severity ?? check.severity,
      object: refOf(object.manifest),
      field,
      problem,
      fix: report.fix ?? check.fix,
      origin: object.origin(field),
    };
    yield {
      finding,
      object,
      ...(cause === undefined ? {} : { cause }),
      ...(from === undefined ? {} : { from }),
      ...(meant === undefined ? {} : { meant }),
    };
  }
}

/** Longer than any sentence that a person reads. */
const longest = 2000;

/**
 * The findings in the order of their objects, without those that follow from others; those about the
 * options come first.
 *
 * @param isSilent tells of a finding that the options silence it
 */
export function inOrder(
  reported: Reported[],
  { objects }: CheckInput,
  isSilent: IsSilent,
): Finding[] {
  if (reported.length === 0) return [];
  const position = new Map(objects.map((object, index) => [object, index]));
  const at = ({ object }: Reported): number => (object && position.get(object)) ?? -1;
  // Whatever a check quotes, no finding holds a secret, and none is longer than what people read.
  const known = new Map<CheckedObject, Redacted>();
  const shown = ({ finding, object }: Reported): Finding => {
    const redacted = object && (known.get(object) ?? new Redacted(object.manifest));
    if (object && redacted) known.set(object, redacted);
    const text = (own: string): string =>
      shorten(redacted?.message(own) ?? messageWithoutSecrets(own), longest);
    const { field, problem, fix } = finding;
    return { ...finding, field: text(field), problem: text(problem), fix: text(fix) };
  };
  // The sort is stable, so findings of one object keep the order of the checks.
  const sorted = [...withoutFollowUps(reported, isSilent)].sort((a, b) => at(a) - at(b));
  return joinedByCause(sorted, isSilent).map(shown);
}
