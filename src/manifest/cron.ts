interface CronField {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly words?: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const days = 'sun mon tue wed thu fri sat'.split(' ');
const cronFields: readonly CronField[] = [
  { name: 'minute', first: 0, last: 59 },
  { name: 'hour', first: 0, last: 23 },
  { name: 'day of the month', first: 1, last: 31 },
  { name: 'month', first: 1, last: 12, words: months },
  { name: 'day of the week', first: 0, last: 6, words: days },
];
const shortcuts: ReadonlySet<string> = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);

/**
 * What is wrong with a schedule, as the end of a sentence; undefined where the CronJob controller
 * reads it. The form is that of robfig/cron's standard parser: five fields, or a shortcut such as
 * `@daily` and `@every 1h`.
 */
export function scheduleProblem(schedule: string): string | undefined {
  const text = schedule.replace(/^(CRON_)?TZ=\S+\s+/, '').trim();
  if (text.startsWith('@')) {
    if (shortcuts.has(text) || /^@every (\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$/.test(text)) {
      return undefined;
    }
    return `must use a shortcut such as @daily or @every 1h, not ${text.split(' ')[0] ?? ''}`;
  }
  const parts = text === '' ? [] : text.split(/\s+/);
  if (parts.length !== cronFields.length) {
    return `must have 5 fields (minute, hour, day, month, weekday), not ${parts.length}`;
  }
  for (const [index, part] of parts.entries()) {
    const field = cronFields[index];
    if (field === undefined) continue;
    // Nothing between two commas is passed over.
    const problem = part
      .split(',')
      .filter((range) => range !== '')
      .map((range) => rangeProblem(range, field))
      .find(Boolean);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function rangeProblem(range: string, field: CronField): string | undefined {
  const [span = '', step, ...more] = range.split('/');
  const wrong = `must have the ${field.name} within ${field.first}-${field.last}, not ${range}`;
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) {
    return `must have a step such as */5 in its ${field.name}, not ${range}`;
  }
  const [start = '', end, ...others] = span.split('-');
  if (start === '*' || start === '?') return undefined;
  const from = numberOf(start, field);
  const to = end === undefined ? from : numberOf(end, field);
  if (others.length > 0 || from === undefined || to === undefined) return wrong;
  return from < field.first || to > field.last || from > to ? wrong : undefined;
}

function numberOf(text: string, { words, first }: CronField): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const index = words?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? undefined : index + first;
}

/** The most days that each month has. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Tells of a schedule that is right whether no year has one of its days, such as 31 February. */
export function neverComes(schedule: string): boolean {
  const parts = schedule
    .replace(/^(CRON_)?TZ=\S+\s+/, '')
    .trim()
    .split(/\s+/);
  const [, , day = '*', month = '*', weekday = '*'] = parts;
  // With a day of the week, that day of any week will do.
  if (parts.length !== 5 || !/^[*?]$/.test(weekday)) return false;
  const least = Math.min(...day.split(',').flatMap((range) => valuesOf(range, 2)));
  const allowed = month.split(',').flatMap((range) => valuesOf(range, 3));
  return allowed.length > 0 && allowed.every((one) => (lengths[one - 1] ?? 31) < least);
}

/** The numbers of a part of a schedule that is right. */
function valuesOf(range: string, index: number): number[] {
  const field = cronFields[index];
  if (field === undefined || range === '') return [];
  const [span = '', step] = range.split('/');
  const [start = '', end] = span.split('-');
  const isAll = start === '*' || start === '?';
  const first = isAll ? field.first : (numberOf(start, field) ?? field.first);
  const last =
    isAll || (step !== undefined && end === undefined)
      ? field.last
      : end === undefined
        ? first
        : (numberOf(end, field) ?? field.last);
  const size = Number(step ?? 1);
  return Array.from(
    { length: Math.floor((last - first) / size) + 1 },
    (_, at) => first + at * size,
  );
}
