import type { Check } from '../src/checks/check';

/** The page of one check for docs/checks, made of nothing but the check itself. */
export function checkPage({ id, summary, why, fix, severity, profiles, example }: Check): string {
  const isPart = !/^kind:/m.test(example.right);
  return [
    `# ${id}`,
    summary,
    `Severity: ${severity}, where the finding itself does not say otherwise.`,
    ...(profiles === undefined ? [] : [`It runs only with a profile: ${profiles.join(' or ')}.`]),
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
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** The list of all checks, with links to their pages. */
export function checkList(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ id, severity, profiles, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${profiles?.[0] ?? ''} | ${summary} |`,
  );
  return [
    '# Checks',
    '',
    'Every check, with what it finds. These pages are written from the checks by `npm run check-docs`.',
    '',
    'A check with a profile runs only where that profile is chosen; `production` holds all of `recommended`.',
    '',
    '| Check | Severity | Profile | What holds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
