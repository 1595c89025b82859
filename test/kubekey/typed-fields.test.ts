import { join } from 'node:path';
import * as ts from 'typescript';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { clusterValues } from '../../src/facts/kubekey/cluster-values';
import { registryAuthFields } from '../../src/facts/kubekey/registry-auth-fields';

/** Props that are ours: what they write is said by other fields, or isn't in the file at all. */
const ours = new Set([
  'name',
  'folder',
  'format',
  'allowLoss',
  'v4',
  'zone',
  'hosts[].roles',
  'hosts[].credential',
  'registry.auths.<key>.credential',
]);

/** Fields of KubeKey that `credential` and `auths` write. */
const byCredential: Readonly<Record<string, string>> = {
  'hosts[].password': 'string',
  'hosts[].privateKey': 'string',
  'hosts[].privateKeyPath': 'string',
};

const file = join(__dirname, '../../src/kubekey/kube-key-cluster-props.ts');
const program = ts.createProgram([file], { strict: true, target: ts.ScriptTarget.ES2023 });
const checker = program.getTypeChecker();

/** The fields of an interface by path, with the names of the table for their types. */
function typedFields(type: ts.Type, path: string, found: Map<string, string>): void {
  for (const property of type.getProperties()) {
    const name = path === '' ? property.name : `${path}.${property.name}`;
    const declared = checker.getTypeOfSymbol(property);
    const fieldType = checker.getNonNullableType(declared);
    if (ours.has(name)) {
      found.set(name, 'ours');
    } else {
      describeField(fieldType, name, found);
    }
  }
}

/** The values that a field's type names, by path. */
const values = new Map<string, string[]>();

function describeField(type: ts.Type, name: string, found: Map<string, string>): void {
  const literals = type.isUnion() ? type.types : [type];
  if (literals.every((literal) => literal.isStringLiteral())) {
    values.set(name, literals.map(({ value }) => value).sort());
  }
  const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (isOf(type, ts.TypeFlags.StringLike)) found.set(name, 'string');
  else if (isOf(type, ts.TypeFlags.NumberLike)) found.set(name, 'integer');
  else if (isOf(type, ts.TypeFlags.BooleanLike)) found.set(name, 'boolean');
  else if (item !== undefined) {
    if (isOf(item, ts.TypeFlags.StringLike)) found.set(name, 'strings');
    else {
      found.set(name, 'objects');
      typedFields(item, `${name}[]`, found);
    }
  } else if (value !== undefined) {
    describeMap(value, name, found);
  } else {
    found.set(name, 'object');
    typedFields(type, name, found);
  }
}

function describeMap(value: ts.Type, name: string, found: Map<string, string>): void {
  if (value.flags & ts.TypeFlags.Unknown) found.set(name, 'free');
  else if (isOf(value, ts.TypeFlags.StringLike)) found.set(name, 'stringMap');
  else if (isOf(value, ts.TypeFlags.BooleanLike)) found.set(name, 'booleanMap');
  else if (checker.getIndexTypeOfType(value, ts.IndexKind.Number)) found.set(name, 'stringsMap');
  else {
    found.set(name, 'objectMap');
    typedFields(value, `${name}.<key>`, found);
  }
}

function isOf(type: ts.Type, flag: ts.TypeFlags): boolean {
  return type.isUnion() ? type.types.every((one) => one.flags & flag) : (type.flags & flag) !== 0;
}

function propsType(): ts.Type {
  const source = program.getSourceFile(file)!;
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .find(({ name }) => name === 'KubeKeyClusterProps')!;
  return checker.getDeclaredTypeOfSymbol(symbol);
}

const found = new Map<string, string>();
typedFields(propsType(), '', found);

test('each field of KubeKey is typed, each of its type, and none is invented', () => {
  const typed = Object.fromEntries(
    [...found].filter(([name, type]) => type !== 'ours' && !name.startsWith('registry.auths')),
  );
  const table = Object.fromEntries(
    Object.entries(clusterFields)
      .map(([path, { type }]) => [path.replace(/^spec\./, ''), type] as const)
      .filter(([path]) => path !== 'registry.auths'),
  );
  expect({ ...typed, ...byCredential }).toEqual(table);
  expect(Object.keys(table).length).toBeGreaterThan(200);
});

test('each field of a registry login is typed; its password comes from the credential', () => {
  const prefix = 'registry.auths.<key>.';
  const typed = Object.fromEntries(
    [...found]
      .filter(([name, type]) => name.startsWith(prefix) && type !== 'ours')
      .map(([name, type]) => [name.slice(prefix.length), type]),
  );
  const table = Object.entries(registryAuthFields).map(([name, { type }]) => [name, type]);
  expect({ ...typed, password: 'string' }).toEqual(Object.fromEntries(table));
});

test('each closed set of values is the one that KubeKey knows', () => {
  /** Where the type says more or less than KubeKey's list, on purpose. */
  const differences: Readonly<Record<string, unknown>> = {
    // No network plugin: whatever word kk 3 doesn't know does that, and kk 4 calls it so.
    'network.plugin': expect.arrayContaining(['none']) as unknown,
    // A plain registry is what kk 3 takes where nothing is said.
    'registry.type': ['harbor', 'harbor-ha'],
  };
  const known = Object.entries(clusterValues)
    .map(([path, { values: list }]) => [path.replace('spec.', ''), [...list].sort()] as const)
    .filter(([path]) => values.has(path));
  expect(Object.fromEntries(values)).toEqual({ ...Object.fromEntries(known), ...differences });
});

test('what is ours is there, and not more than that', () => {
  expect(
    [...found]
      .filter(([, type]) => type === 'ours')
      .map(([name]) => name)
      .sort(),
  ).toEqual([...ours].sort());
});
