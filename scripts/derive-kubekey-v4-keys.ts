/**
 * Writes src/facts/kubekey/v4-keys.generated.ts: every key that kk 4's own files know.
 *
 * Usage: npx tsx scripts/derive-kubekey-v4-keys.ts FACTS_FOLDER
 * where FACTS_FOLDER holds v4.0.6-config-defaults.yaml.txt, v4.0.6-config-template-v1.26.yaml and
 * v4.0.6-inventory-default.yaml, such as ../shared/kubekey. Run it again when these change, never edit
 * its output.
 *
 * The files are templates, and half of the keys are comments that show how to use them. So they are read
 * line by line, by indentation, a comment as if it were none where it has the form of a key.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = 'KubeKey v4.0.6 (commit ee6a16ac)';

/** A key that is open for keys below it. */
interface Open {
  readonly column: number;
  readonly path: string;
}

/** A line that gives a key: indentation, a comment's sign, a list's dash, the key and what follows. */
const keyLine = /^(?<before>[\s#]*(?:- )?)(?<key>"[^"]+"|[A-Za-z_][\w.-]*):(?: (?<value>.*))?$/;

function keysOf(text: string): string[] {
  const keys: string[] = [];
  const open: Open[] = [];
  let skippedDeeperThan: number | undefined;
  for (const line of text.split('\n')) {
    const column = line.search(/[^\s#-]/);
    if (skippedDeeperThan !== undefined && (column < 0 || column > skippedDeeperThan)) continue;
    skippedDeeperThan = undefined;
    const match = keyLine.exec(line);
    if (match?.groups === undefined) continue;
    const { before = '', key: quoted = '', value = '' } = match.groups;
    if (before.includes('#') && !isKeyInComment(quoted, value)) continue;
    const key = quoted.replaceAll('"', '');
    const depth = withoutSign(before);
    while (open.length > 0 && (open.at(-1)?.column ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.path;
    const item = before.endsWith('- ') || (parent !== undefined && lists.has(parent));
    if (item && parent !== undefined) lists.add(parent);
    const path = parent === undefined ? key : `${parent}${item ? '[]' : ''}.${key}`;
    const content = value.replace(/\s*#.*$/, '').trim();
    if (/^[|>]-?$/.test(content)) skippedDeeperThan = before.length;
    // An empty list may be followed by a comment that shows an item.
    if (content === '' || content === '[]') open.push({ column: depth, path });
    keys.push(path);
  }
  return keys;
}

/** Lists of mappings that were met, by path. */
const lists = new Set<string>();

/** The column of a key without the sign of a comment: `#` in front of the line, or `# ` where the key would stand. */
function withoutSign(before: string): number {
  if (!before.includes('#')) return before.length;
  return before.length - (before.startsWith('#') || before.endsWith('#') ? 1 : 2);
}

/** Prose has colons as well: a key in a comment is in lower case, and its value is no sentence. */
function isKeyInComment(key: string, value: string): boolean {
  return /^[a-z][\w-]*$/.test(key) && value.trim().split(/\s+/).length <= 3;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of the facts is missing');
const read = (name: string): string[] => keysOf(readFileSync(join(folder, name), 'utf8'));

const config = [
  ...read('v4.0.6-config-defaults.yaml.txt'),
  ...read('v4.0.6-config-template-v1.26.yaml')
    .filter((key) => key.startsWith('spec.'))
    .map((key) => key.replace('spec.', '')),
];
const inventory = read('v4.0.6-inventory-default.yaml')
  .filter((key) => key.startsWith('spec.'))
  .map((key) => key.replace(/^spec\.hosts\.[^.]+/, 'spec.hosts.<host>'));

function list(name: string, comment: string, keys: readonly string[]): string {
  const sorted = [...new Set(keys)].sort();
  const lines = sorted.map((key) => `  ${JSON.stringify(key).replaceAll('"', "'")},`);
  return `/** ${comment} */\nexport const ${name}: readonly string[] = [\n${lines.join('\n')}\n];\n`;
}

writeFileSync(
  join(__dirname, '../src/facts/kubekey/v4-keys.generated.ts'),
  [
    '// Written by scripts/derive-kubekey-v4-keys.ts. Do not edit.',
    `// Source: ${source}, builtin/core/roles/defaults and builtin/core/defaults.`,
    '',
    list('v4ConfigKeys', "Every key of kk 4's Config, below `spec`.", config),
    list('v4InventoryKeys', "Every key of kk 4's Inventory that its sample shows.", inventory),
  ].join('\n'),
);
