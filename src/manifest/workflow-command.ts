import { printable } from './printable';
import type { FilePosition } from './source-text';

/**
 * One workflow command of GitHub Actions, which is one line. Nothing that it holds can end it, begin
 * another one or steer a terminal: the runner's escapes stand for what it takes for its own, and other
 * characters that can't be seen are spelled out.
 *
 * @param level how GitHub shows it, such as `error`
 * @param message may have several lines
 */
export function workflowCommand(
  level: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const shown = Object.entries(properties).map(
    ([key, value]) => `${key}=${data(printable(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  const lines = message.split('\n').map(printable).join('\n');
  return `::${level}${shown.length === 0 ? '' : ` ${shown.join(',')}`}::${data(lines)}\n`;
}

/** The properties for a place in the work tree; standard input and a revision of git are none. */
export function commandPlace({
  file,
  line,
  column,
}: Partial<FilePosition>): Readonly<Record<string, string>> {
  if (file === undefined || file === '-' || file.startsWith('git:')) return {};
  return {
    file: file.replace(/^(\.[\\/]+)+/, ''),
    ...(line === undefined ? {} : { line: String(line) }),
    ...(column === undefined ? {} : { col: String(column) }),
  };
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
