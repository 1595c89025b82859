import type { Finding } from '../checks/check';
import { reportText } from '../checks/report';
import { isColorSupported } from '../manifest/colors';

/** Writes findings to standard error, in colour on a terminal. Nothing found writes nothing. */
export function printFindings(findings: readonly Finding[]): void {
  process.stderr.write(reportText(findings, { color: process.stderr.isTTY && isColorSupported() }));
}
