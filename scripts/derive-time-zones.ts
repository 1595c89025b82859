/**
 * Derives src/facts/kubernetes/time-zones.generated.ts: the names of the time zone database, so that a
 * check says the same whatever data Node was built with.
 *
 *     npx tsx scripts/derive-time-zones.ts FOLDER/tzdata.zi
 *
 * The file is the database's own compact form, which comes with it (it is in the public domain): `Z`
 * begins a zone, `L` another name of one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source = ''] = process.argv.slice(2);
const lines = readFileSync(source, 'utf8').split('\n');
const version = lines[0]?.replace('# version ', '') ?? '';
const areas = new Map<string, string[]>();
const names = lines.flatMap((line) => {
  const [mark, first = '', second = ''] = line.split(' ');
  return mark === 'Z' ? [first] : mark === 'L' ? [second] : [];
});
for (const name of names.sort()) {
  const slash = name.lastIndexOf('/') + 1;
  const area = name.slice(0, slash);
  areas.set(area, [...(areas.get(area) ?? []), name.slice(slash)]);
}
const rows = [...areas].map(([area, own]) => `  '${area}': '${own.join(' ')}',`);
writeFileSync(
  join(__dirname, '../src/facts/kubernetes/time-zones.generated.ts'),
  `// Derived from the time zone database ${version} by scripts/derive-time-zones.ts. Do not edit.

/** The names of time zones, by the area before them. */
export const timeZonesByArea: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
);
