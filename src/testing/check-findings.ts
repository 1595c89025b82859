import { reportText } from '../checks/report';
import type { Finding } from '../checks/check';
import { subjectOf } from './subject';

/** What the checks found, and whether that is nothing. */
export interface FindingsOutcome {
  /** Whether nothing was found: neither an error nor a warning. */
  readonly pass: boolean;
  /** What was found. */
  readonly findings: readonly Finding[];
  /** The findings as text for people; empty where there are none. */
  readonly message: string;
}

/**
 * Runs the checks over an app (those of the `ManifestApp`), a chart or a list of manifests.
 *
 * A chart is checked together with the rest of its app, and what is found in it is given.
 *
 * @throws GroundworkError where it is none of them, and with every failed validation
 */
export function checkFindings(received: unknown): FindingsOutcome {
  const { findings } = subjectOf(received, 'toHaveNoFindings');
  return { pass: findings.length === 0, findings, message: reportText(findings) };
}
