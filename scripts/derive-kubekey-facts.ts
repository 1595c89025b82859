/**
 * Writes src/facts/kubekey/*.generated.ts from the facts that were read from KubeKey's own source.
 *
 * Usage: npx tsx scripts/derive-kubekey-facts.ts FACTS_FOLDER
 * where FACTS_FOLDER holds v1alpha2-fields.json and v3.1.12-component-versions.json,
 * such as ../shared/kubekey. Run it again when KubeKey's facts change, never edit its output.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The release whose source the facts were read from. */
const release = 'v3.1.12';
const source = `KubeKey ${release} (commit 17c1df86)`;

interface SourceField {
  readonly path: string;
  readonly goType: string;
  readonly default: string;
  readonly isObject: boolean;
}

type Versions = Record<string, Record<'amd64' | 'arm64', string[]>>;

/** Go types that are no struct, and how the table calls them. */
const types: Readonly<Record<string, string>> = {
  string: 'string',
  NamespaceRewritePolicy: 'string',
  int: 'integer',
  int64: 'integer',
  bool: 'boolean',
  '[]string': 'strings',
  'map[string]string': 'stringMap',
  'map[string]bool': 'booleanMap',
  'map[string][]string': 'stringsMap',
  'map[string]MirrorConfig': 'objectMap',
  'runtime.RawExtension': 'free',
  'chartutil.Values': 'free',
};

function typeOf({ path, goType, isObject }: SourceField): string {
  const type = isObject
    ? goType.startsWith('[]')
      ? 'objects'
      : 'object'
    : types[goType.replace(/^\*/, '')];
  if (type === undefined) throw new Error(`${path}: no name for the Go type ${goType}`);
  return type;
}

/** The default where it is one value; a default in prose, such as "address if empty", is left out. */
function literalDefault(field: SourceField): string | number | boolean | undefined {
  const text = field.default.trim();
  switch (typeOf(field)) {
    case 'integer': {
      const digits = /^\d+/.exec(text);
      return digits === null ? undefined : Number(digits[0]);
    }
    case 'boolean': {
      const word = /^(true|false)\b/.exec(text);
      return word === null ? undefined : word[1] === 'true';
    }
    case 'string': {
      const quoted = /^"([^"]*)"/.exec(text);
      if (quoted !== null) return quoted[1];
      return /^[^\s—]+$/.test(text) ? text : undefined;
    }
    default:
      return undefined;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

function fieldsFile(fields: readonly SourceField[]): string {
  const lines = fields.map((field) => {
    const value = literalDefault(field);
    const fallback = value === undefined ? '' : `, default: ${literal(value)}`;
    const path = field.path.replace(/\[\]$/, '');
    return `  ${quote(path)}: { type: ${quote(typeOf(field))}${fallback} },`;
  });
  return [
    `// Written by scripts/derive-kubekey-facts.ts. Do not edit.`,
    `// Source: ${source}, cmd/kk/apis/kubekey/v1alpha2/*_types.go and default.go.`,
    `import type { ClusterField } from './cluster-field';`,
    '',
    `/** Every field of a v1alpha2 Cluster that KubeKey ${release} reads, by path. */`,
    'export const clusterFields: Readonly<Record<string, ClusterField>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

function list(versions: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '     ';
  for (const version of versions) {
    const item = ` ${quote(version)},`;
    if (line.length + item.length > 100) {
      lines.push(line);
      line = '     ';
    }
    line += item;
  }
  return [...lines, line];
}

function versionsFile(versions: Versions): string {
  const table = (name: string, component: string): string[] => [
    `  ${name}: {`,
    ...(['amd64', 'arm64'] as const).flatMap((arch) => [
      `    ${arch}: [`,
      ...list(versions[component]?.[arch] ?? []),
      '    ],',
    ]),
    '  },',
  ];
  return [
    `// Written by scripts/derive-kubekey-facts.ts. Do not edit.`,
    `// Source: ${source}, version/components.json.`,
    `import type { KubeKeyVersions } from './kubekey-versions';`,
    '',
    `/** What KubeKey ${release} can install: versions in rising order, by distribution and architecture. */`,
    'export const kubeKeyVersions: KubeKeyVersions = {',
    `  release: ${quote(release)},`,
    ...table('kubernetes', 'kubeadm'),
    ...table('k3s', 'k3s'),
    ...table('k8e', 'k8e'),
    '};',
    '',
  ].join('\n');
}

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('Usage: npx tsx scripts/derive-kubekey-facts.ts FACTS_FOLDER');
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const target = join(__dirname, '../src/facts/kubekey');
writeFileSync(
  join(target, 'cluster-fields.generated.ts'),
  fieldsFile(read('v1alpha2-fields.json') as SourceField[]),
);
writeFileSync(
  join(target, 'kubekey-versions.generated.ts'),
  versionsFile(read(`${release}-component-versions.json`) as Versions),
);
