import { describe } from '../manifest/manifest';
import type { CheckedObject } from './check';
import type { IsSilent, Reported } from './reported';

/** How many places one finding names beside its own. */
const mostPlaces = 3;

/** Findings with one cause as one, at the place of the first; it names the places of the others. */
export function joinedByCause(reported: readonly Reported[], isSilent: IsSilent): Reported[] {
  const groups = new Map<unknown, Reported[]>();
  const causes = new Map<CheckedObject | undefined, Map<string, Reported[]>>();
  for (const one of reported) {
    const { cause, object, finding } = one;
    if (cause === undefined || isSilent(finding)) {
      groups.set(one, [one]);
      continue;
    }
    const [holder, text] = typeof cause === 'string' ? [object, cause] : cause;
    const own = causes.get(holder) ?? new Map<string, Reported[]>();
    causes.set(holder, own);
    const key = `${finding.severity} ${text}`;
    const group = own.get(key) ?? [];
    own.set(key, group);
    group.push(one);
    groups.set(group, group);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : withPlaces(first, others)],
  );
}

function withPlaces(first: Reported, others: readonly Reported[]): Reported {
  const shown = others.slice(0, mostPlaces);
  const places = shown.map((one) => placeOf(one, first));
  const more = others.length - places.length;
  const isSame = others.every(({ finding }) => finding.problem === first.finding.problem);
  const said = isSame
    ? places
    : shown.map((one, index) => `${places[index] ?? ''} (${one.finding.problem})`);
  const list = more > 0 ? `${said.join(', ')} and ${more} more` : said.join(' and ');
  const problem = `${first.finding.problem}; ${isSame ? 'the same holds for' : 'from the same cause:'} ${list}`;
  const fixes = shown.flatMap(({ finding: { fix } }, index) =>
    fix === first.finding.fix || isSame ? [] : [`${places[index] ?? ''}: ${fix}`],
  );
  const fix = [first.finding.fix, ...fixes].join(' ');
  return { ...first, finding: { ...first.finding, problem, fix } };
}

function placeOf({ finding, object }: Reported, first: Reported): string {
  const { field } = finding;
  return object === first.object ? field : `${field} of ${describe(finding.object)}`;
}
