import { join } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..');
const file = ts.readConfigFile(join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name));
const { compilerOptions } = file.config as { readonly compilerOptions: object };
const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
const entries = ['src/index.ts', 'src/testing/index.ts'];
const program = ts.createProgram(
  entries.map((entry) => join(root, entry)),
  options,
);
const checker = program.getTypeChecker();

/** What an entry point exports: the symbols themselves, not the names that lead to them. */
function exportsOf(entry: string): readonly ts.Symbol[] {
  return membersOf(checker.getSymbolAtLocation(program.getSourceFile(join(root, entry))!)!);
}

/** The exports of a module, with those of modules that it exports as a whole. */
function membersOf(module: ts.Symbol): readonly ts.Symbol[] {
  return checker.getExportsOfModule(module).flatMap((name) => {
    const symbol = itself(name);
    return symbol.flags & ts.SymbolFlags.ValueModule ? membersOf(symbol) : [symbol];
  });
}

function itself(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The names of this package's own that a reader of a declaration meets: no bodies, nothing hidden. */
function namesIn(node: ts.Node, found: ts.Node[] = []): readonly ts.Node[] {
  if (isHidden(node)) return found;
  if (ts.isTypeReferenceNode(node)) found.push(node.typeName);
  if (ts.isExpressionWithTypeArguments(node)) found.push(node.expression);
  if (ts.isTypeQueryNode(node)) found.push(node.exprName);
  ts.forEachChild(node, (child) => {
    const isValue =
      ts.isBlock(child) || child === (node as Partial<ts.VariableDeclaration>).initializer;
    if (!isValue) namesIn(child, found);
  });
  return found;
}

function isHidden(node: ts.Node): boolean {
  if (!ts.isClassElement(node) && !ts.isTypeElement(node)) return false;
  const isPrivate =
    (node.name !== undefined && ts.isPrivateIdentifier(node.name)) ||
    (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;
  return isPrivate || ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
}

function isOurs({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some(
    (one) =>
      one.getSourceFile().fileName.startsWith(join(root, 'src')) &&
      !ts.isTypeParameterDeclaration(one),
  );
}

test.each(entries)('all types that public declarations of %s name are exported', (entry) => {
  const known = new Set(entries.slice(0, entries.indexOf(entry) + 1).flatMap(exportsOf));
  const missing = new Set<string>();
  const all = exportsOf(entry);
  expect(all.length).toBeGreaterThan(10);
  for (const symbol of all) {
    for (const name of (symbol.declarations ?? []).flatMap((one) => namesIn(one))) {
      const used = itself(checker.getSymbolAtLocation(name)!);
      if (isOurs(used) && !known.has(used)) missing.add(`${used.name}, which ${symbol.name} names`);
    }
  }
  expect([...missing].sort()).toEqual([]);
});
