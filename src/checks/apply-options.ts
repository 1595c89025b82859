import type { ExternalObject, Finding, Severity } from './check';
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
  const holds = holdsOf(options);
  const used = new Set<string>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const targets = holds.size === 0 ? [] : targetsOf(finding).filter((one) => holds.has(one));
    for (const target of targets) used.add(target);
    if (!targets.some((target) => holds.get(target))) add(kept, finding, options);
  }
  waivers.forEach((waiver, index) => {
    if (!used.has(targetOf(waiver.check, waiver.object)))
      add(kept, unusedFinding(waiver, index), options);
    else if (isExpired(waiver, today)) add(kept, expiredFinding(waiver, index), options);
  });
  return kept;
}

/** Tells of a finding whether the options switch its check off, or waive it. */
export function silencedBy(options: CheckOptions): IsSilent {
  const holds = holdsOf(options);
  return (finding) =>
    severityOf(finding.check, options.severity) === 'off' ||
    (holds.size > 0 && targetsOf(finding).some((target) => holds.get(target)));
}

/** Whether a waiver for a target still holds, by the target: a finding meets few of them. */
function holdsOf({ waivers = [], today }: CheckOptions): ReadonlyMap<string, boolean> {
  const holds = new Map<string, boolean>();
  for (const waiver of waivers) {
    const target = targetOf(waiver.check, waiver.object);
    holds.set(target, holds.get(target) === true || !isExpired(waiver, today));
  }
  return holds;
}

function isExpired({ expires }: Waiver, today: string | undefined): boolean {
  return expires !== undefined && today !== undefined && expires < today;
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

/** What a waiver is for, as a key: findings of a check, in all objects or in some. */
function targetOf(check: string, object?: ExternalObject): string {
  return JSON.stringify([check, object?.kind, object?.name, object?.namespace]);
}

/** All that a waiver of a finding may be for. */
function targetsOf({ check, object }: Finding): string[] {
  const { kind, name: own, namespace = 'default' } = object;
  const ofObject = [own, '*'].flatMap((name) => [
    targetOf(check, { kind, name, namespace }),
    targetOf(check, { kind, name }),
  ]);
  return [targetOf(check), ...ofObject];
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
    origin: origin ?? { argument: `waivers[${index}]` },
  };
}
