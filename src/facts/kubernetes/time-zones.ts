import { timeZonesByArea } from './time-zones.generated';

let known: ReadonlySet<string> | undefined;

/** The names of the time zone database, older ones such as `Asia/Calcutta` among them. */
export function timeZones(): ReadonlySet<string> {
  known ??= new Set(
    Object.entries(timeZonesByArea).flatMap(([area, names]) =>
      names.split(' ').map((name) => `${area}${name}`),
    ),
  );
  return known;
}
