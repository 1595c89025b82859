import { describe } from '../manifest/manifest';
import type { Finding } from './check';

/**
 * Findings as workflow commands of GitHub Actions, one a line, which GitHub shows beside the lines of
 * a pull request.
 */
export function reportGithub(findings: readonly Finding[]): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

function command({ severity, check, object, field, problem, fix, origin }: Finding): string {
  const properties = {
    ...('file' in origin
      ? { file: origin.file, line: String(origin.line), col: String(origin.column) }
      : {}),
    title: check,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  const place = 'construct' in origin ? `${origin.construct}: ` : '';
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return `::${severity} ${written.join(',')}::${data(`${place}${what}: ${problem}. ${fix}`)}`;
}

/** The escapes of the runner for what stands after `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of the runner for the value of a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
