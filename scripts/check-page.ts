import { check as checkManifests } from '../src/checks/check-manifests';
import type { Check, CheckExample } from '../src/checks/check';
import type { OptionFinding } from '../src/checks/option-findings';
import { refOf } from '../src/manifest/manifest';
import { readManifests } from '../src/manifest/read';

/** A check of this package: all of them have an example. */
export type DocumentedCheck = Check & { readonly example: CheckExample };

/** Tells whether a check has an example, which its page needs. */
export function isDocumented(check: Check): check is DocumentedCheck {
  return check.example !== undefined;
}

/** The page of one check for docs/checks, made of nothing but the check itself. */
export function checkPage({
  id,
  summary,
  why,
  fix,
  severity,
  profiles,
  example,
}: DocumentedCheck): string {
  const isPart = !/^kind:/m.test(example.right);
  return [
    `# ${id}`,
    summary,
    `Severity: ${severity}, where the finding itself does not say otherwise. ${runs(profiles)}`,
    '## Why',
    why,
    '## Wrong',
    ...(isPart ? ['Only what it is about is shown, not the whole Cluster.'] : []),
    ...(example.hosts === undefined
      ? []
      : [`With the option \`hosts: ${JSON.stringify(example.hosts)}\`.`]),
    `\`\`\`yaml\n${example.wrong}\`\`\``,
    '## Right',
    `\`\`\`yaml\n${example.right}\`\`\``,
    '## How to fix it',
    fix,
    '## How to waive it',
    'In the configuration file, with a reason; without `object` it is for all objects:',
    `\`\`\`yaml\nwaivers:\n  - check: ${id}\n    object: ${waivedObject(id, example)}\n    reason: why this is accepted\n\`\`\``,
    `\`severity: { ${id}: off }\` leaves it out altogether. See [the guide](../check.md).`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** The object of the wrong example that the waiver is for: the one that something is found in. */
function waivedObject(id: string, { wrong, hosts }: CheckExample): string {
  const { objects } = readManifests(wrong, 'example.yaml');
  const options = { profile: 'production', ...(hosts === undefined ? {} : { hosts }) } as const;
  const found = checkManifests(objects, options).find(({ check }) => check === id)?.object;
  const last = objects.at(-1)?.manifest;
  const { kind, namespace, name } = found ??
    (last && refOf(last)) ?? { kind: 'Cluster', namespace: undefined, name: 'sample' };
  return `{ kind: ${kind}, ${namespace === undefined ? '' : `namespace: ${namespace}, `}name: ${name || 'web'} }`;
}

/** The page of what is said of the options themselves. */
export function optionFindingPage(finding: OptionFinding): string {
  const { id, summary, why, fix, severity, example } = finding;
  const fence = (text: string): string => `\`\`\`${example.language}\n${text}\`\`\``;
  return [
    `# ${id}`,
    summary,
    `Severity: ${severity}. It is said of the options, not of an object.`,
    '## Why',
    why,
    '## Wrong',
    fence(example.wrong),
    '## Right',
    fence(example.right),
    '## How to fix it',
    fix,
    '## How to leave it out',
    `\`severity: { ${id}: off }\` leaves it out altogether. See [the guide](../check.md).`,
  ]
    .join('\n\n')
    .concat('\n');
}

function runs(profiles: Check['profiles']): string {
  return profiles === undefined
    ? 'It always runs.'
    : `It runs in the profile${profiles.length > 1 ? 's' : ''} ${profiles.join(' and ')}.`;
}

/** The list of all checks, and of what is said of the options, with links to their pages. */
export function checkList(
  checks: readonly Check[],
  optionFindings: readonly OptionFinding[],
): string {
  const rows = [...checks, ...optionFindings].map(
    ({ id, severity, profiles, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${profiles?.join(', ') ?? 'always'} | ${summary} |`,
  );
  return [
    '# Checks',
    '',
    'Every check, with what it finds. These pages are written from the checks by `npm run check-docs`.',
    '',
    'A check with a profile runs only where that profile is chosen; `production` holds all of `recommended`. The last ones are about the options themselves.',
    '',
    '| Check | Severity | Runs in | What holds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
