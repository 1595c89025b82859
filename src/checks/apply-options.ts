import type { Finding, Severity } from './check';
import type { CheckOptions, Waiver } from './check-options';
import { expiredWaiver, unusedWaiver, type OptionFinding } from './option-findings';
import type { IsSilent } from './reported';

/**
 * The findings with the severities of the options, without those that are waived. A waiver that has
 * expired, or that nothing is found for, gives a warning of its own.
 *
 * @param findings what the checks found in all objects that the options are for
 */
export function applyOptions(findings: readonly Finding[], options: CheckOptions): Finding[] {
  const { waivers = [], today } = options;
  const used = new Set<Waiver>();
  const expired = new Set(waivers.filter((waiver) => isExpired(waiver, today)));
  const byCheck = groupByCheck(waivers);
  const kept: Finding[] = [];
  for (const finding of findings) {
    const matching = (byCheck.get(finding.check) ?? []).filter((one) => isFor(one, finding));
    for (const waiver of matching) used.add(waiver);
    if (matching.some((waiver) => !expired.has(waiver))) continue;
    add(kept, finding, options);
  }
  waivers.forEach((waiver, index) => {
    if (!used.has(waiver)) add(kept, unusedFinding(waiver, index), options);
    else if (expired.has(waiver)) add(kept, expiredFinding(waiver, index), options);
  });
  return kept;
}

/** Tells of a finding whether the options switch its check off, or waive it. */
export function silencedBy({ severity, waivers = [], today }: CheckOptions): IsSilent {
  const byCheck = groupByCheck(waivers.filter((waiver) => !isExpired(waiver, today)));
  return (finding) =>
    severityOf(finding.check, severity) === 'off' ||
    (byCheck.get(finding.check) ?? []).some((waiver) => isFor(waiver, finding));
}

function isExpired({ expires }: Waiver, today: string | undefined): boolean {
  return expires !== undefined && today !== undefined && expires < today;
}

function groupByCheck(waivers: readonly Waiver[]): ReadonlyMap<string, readonly Waiver[]> {
  const groups = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    groups.set(waiver.check, [...(groups.get(waiver.check) ?? []), waiver]);
  }
  return groups;
}

function add(findings: Finding[], finding: Finding, { severity: all }: CheckOptions): void {
  const severity = severityOf(finding.check, all);
  if (severity === 'off') return;
  findings.push(severity === undefined ? finding : { ...finding, severity });
}

/** The severity that the options give a check by its id; undefined where they give none. */
export function severityOf(
  check: string,
  all: CheckOptions['severity'],
): Severity | 'off' | undefined {
  return all !== undefined && Object.hasOwn(all, check) ? all[check] : undefined;
}

function isFor({ object: pattern }: Waiver, { object }: Finding): boolean {
  if (pattern === undefined) return true;
  return (
    pattern.kind === object.kind &&
    (pattern.name === '*' || pattern.name === object.name) &&
    (pattern.namespace === undefined || pattern.namespace === (object.namespace ?? 'default'))
  );
}

function unusedFinding(waiver: Waiver, index: number): Finding {
  return {
    ...base(unusedWaiver, waiver, index),
    field: `waivers[${index}]`,
    problem: `nothing is found that the waiver for ${waiver.check} is for (reason: ${waiver.reason})`,
  };
}

function expiredFinding(waiver: Waiver, index: number): Finding {
  return {
    ...base(expiredWaiver, waiver, index),
    field: `waivers[${index}].expires`,
    problem: `the waiver for ${waiver.check} held until ${waiver.expires ?? ''} (reason: ${waiver.reason})`,
  };
}

function base(
  { id, severity, fix }: OptionFinding,
  { check, origin }: Waiver,
  index: number,
): Pick<Finding, 'check' | 'severity' | 'fix' | 'object' | 'origin'> {
  return {
    check: id,
    severity,
    fix,
    object: { apiVersion: '', kind: 'Waiver', name: check },
    origin: origin ?? { construct: `waivers[${index}]` },
  };
}
