import { join } from 'node:path';
import * as ts from 'typescript';

/** A row of the reference: a prop of KubeKeyCluster. */
interface Row {
  readonly path: string;
  readonly type: string;
  readonly fallback: string;
  readonly text: string;
}

/** The reference of all props of KubeKeyCluster, made of nothing but their types and doc comments. */
export function fieldPage(): string {
  const file = join(__dirname, '../src/kubekey/kube-key-cluster-props.ts');
  const program = ts.createProgram([file], { strict: true, target: ts.ScriptTarget.ES2023 });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const props = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'KubeKeyClusterProps',
  );
  if (props === undefined) throw new Error(`${file} holds no KubeKeyClusterProps`);
  const rows = [...rowsOf(checker, checker.getTypeAtLocation(props), '')];
  return page(rows);
}

function* rowsOf(checker: ts.TypeChecker, type: ts.Type, parent: string): Generator<Row> {
  for (const property of type.getProperties()) {
    const declared = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const path = parent === '' ? property.name : `${parent}.${property.name}`;
    const item = itemOf(checker, declared);
    const value = checker.getIndexTypeOfType(declared, ts.IndexKind.String);
    const tag = property.getJsDocTags(checker).find(({ name }) => name === 'default');
    const isRequired = (property.flags & ts.SymbolFlags.Optional) === 0;
    yield {
      path: path + (item === undefined ? '' : '[]'),
      type: typeName(checker, declared),
      fallback: isRequired ? 'required' : ts.displayPartsToString(tag?.text),
      text: ts.displayPartsToString(property.getDocumentationComment(checker)),
    };
    if (item !== undefined && isInterface(item)) yield* rowsOf(checker, item, `${path}[]`);
    else if (value !== undefined && isInterface(value))
      yield* rowsOf(checker, value, `${path}.<key>`);
    else if (value === undefined && isInterface(declared)) yield* rowsOf(checker, declared, path);
  }
}

/** The type of a list's items; a text has an index, too, but no items. */
function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
}

/** An interface of ours with props of its own; a class such as Credential is a value. */
function isInterface(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return (
    symbol !== undefined &&
    (symbol.flags & ts.SymbolFlags.Interface) !== 0 &&
    type.getProperties().length > 0 &&
    symbol.name.startsWith('KubeKey')
  );
}

function typeName(checker: ts.TypeChecker, type: ts.Type): string {
  const item = itemOf(checker, type);
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (type.isUnion() && type.types.every((one) => one.isStringLiteral()))
    return type.types.map((one) => `\`${String((one as ts.StringLiteralType).value)}\``).join(', ');
  if (type.isStringLiteral()) return `\`${type.value}\``;
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return 'text';
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return 'number';
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0 || isBoolean(type)) return 'boolean';
  if (item !== undefined) return `list of ${typeName(checker, item)}`;
  if (value !== undefined) return `map of ${typeName(checker, value)}`;
  if ((type.flags & ts.TypeFlags.Unknown) !== 0) return 'anything';
  return type.symbol.name === 'Credential' ? 'Credential' : 'object';
}

function isBoolean(type: ts.Type): boolean {
  return type.isUnion() && type.types.every((one) => (one.flags & ts.TypeFlags.BooleanLike) !== 0);
}

function page(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const [group = ''] = row.path.split(/[.[]/);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const single = [...groups.values()].filter((group) => group.length === 1).flat();
  const several = [...groups].filter(([, group]) => group.length > 1);
  return [
    '# Fields of a KubeKeyCluster',
    '',
    'Every field with its type, its default and what it does. `[]` stands for each item of a list, `<key>` for each',
    'key of a map. The names are those of KubeKey. This page is written from the doc comments by',
    '`npm run field-reference`; where to begin is said in [kubekey.md](kubekey.md).',
    '',
    '## The cluster itself',
    '',
    ...table(single),
    ...several.flatMap(([name, group]) => ['', `## ${name}`, '', ...table(group)]),
    '',
  ].join('\n');
}

function table(rows: readonly Row[]): readonly string[] {
  return [
    '| Field | Type | Default | What it does |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ path, type, fallback, text }) => {
      // `@default false - what that means`, or the prose alone.
      const [value = '', meaning] = fallback.split(/(?:^| )- /);
      const literal = value === '' || value === 'required' ? value : `\`${value}\``;
      const shown = [literal, meaning ?? ''].filter((part) => part !== '').join(': ');
      return `| ${[`\`${path}\``, type, shown, text].map(cell).join(' | ')} |`;
    }),
  ];
}

/** A text in one cell of a table. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
