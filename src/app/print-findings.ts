import { isColorSupported } from 'picocolors';
import type { Finding } from '../checks/check';
import { reportText } from '../checks/report';

/** Writes findings to standard error, in colour on a terminal. Nothing found writes nothing. */
export function printFindings(findings: readonly Finding[]): void {
  process.stderr.write(reportText(findings, { color: isColorSupported && process.stderr.isTTY }));
}
