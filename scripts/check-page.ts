import type { Check } from '../src/checks/check';

/** The page of one check for docs/checks, made of nothing but the check itself. */
export function checkPage({ id, summary, why, fix, severity, example }: Check): string {
  const isPart = example !== undefined && !/^kind:/m.test(example.right);
  return [
    `# ${id}`,
    summary,
    `Severity: ${severity}, where the finding itself does not say otherwise.`,
    '## Why',
    why,
    ...(example === undefined
      ? []
      : [
          '## Wrong',
          ...(isPart ? ['Only what it is about is shown, not the whole Cluster.'] : []),
          ...(example.hosts === undefined
            ? []
            : [`With the option \`hosts: ${JSON.stringify(example.hosts)}\`.`]),
          `\`\`\`yaml\n${example.wrong}\`\`\``,
          '## Right',
          `\`\`\`yaml\n${example.right}\`\`\``,
        ]),
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
    ({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`,
  );
  return [
    '# Checks',
    '',
    'Every check, with what it finds. These pages are written from the checks by `npm run check-docs`.',
    '',
    '| Check | Severity | What holds |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
