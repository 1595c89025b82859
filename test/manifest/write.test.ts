import { parse } from 'yaml';
import { GroundworkError, type Problem } from '../../src/errors';
import type { FieldComment } from '../../src/manifest/comment';
import type { Manifest } from '../../src/manifest/manifest';
import { writeYaml, yamlChunks } from '../../src/manifest/write';
import { readers } from '../oracles/readers';

const configMap = (fields: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web', namespace: 'shop' },
  ...fields,
});

function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof GroundworkError) return error.problems;
    throw error;
  }
  return [];
}

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n';
const written = (fields: object): string => writeYaml([configMap(fields)]).slice(head.length);

describe('form', () => {
  test('lists stand two spaces below their key, mappings begin behind the dash', () => {
    expect(written({ spec: { ports: [{ port: 80, name: 'a' }, 'b', ['c', ['d']], [], {}] } })).toBe(
      `spec:
  ports:
    - port: 80
      name: a
    - b
    - - c
      - - d
    - []
    - {}
`,
    );
  });

  test('undefined is left out, null is written, a mapping of nothing is {}', () => {
    expect(written({ a: undefined, b: null, c: { d: undefined }, e: [null] })).toBe(
      'b: null\nc: {}\ne:\n  - null\n',
    );
  });

  test('lines are never folded', () => {
    const long = 'word '.repeat(10_000).trim();
    expect(written({ long, quoted: `${long}:` })).toBe(`long: ${long}\nquoted: "${long}:"\n`);
  });

  test('blocks of text take the indentation of their place', () => {
    expect(written({ data: { a: 'x\n y\n', b: ['x\n', { c: ' x\ny' }] } })).toBe(
      `data:
  a: |
    x
     y
  b:
    - |
      x
    - c: |2-
         x
        y
`,
    );
  });

  test('an object in two places is written twice, without anchors', () => {
    const shared = { app: 'web' };
    expect(written({ a: shared, b: [shared] })).toBe('a:\n  app: web\nb:\n  - app: web\n');
  });

  test('only own keys are written, __proto__ among them', () => {
    const data = JSON.parse('{"__proto__": {"a": "b"}, "c": "d"}') as object;
    expect(written({ data })).toBe('data:\n  __proto__:\n    a: b\n  c: d\n');
    const bare = Object.assign(Object.create(null) as object, { a: 1 });
    expect(written({ bare })).toBe('bare:\n  a: 1\n');
  });

  test('keys beyond the reach of readers stand behind a question mark', () => {
    const key = 'k'.repeat(2000);
    const text = written({ data: { [key]: { a: [1] } }, list: [{ [key]: 'x' }] });
    expect(text).toBe(`data:
  ? ${key}
  :
    a:
      - 1
list:
  - ? ${key}
    : x
`);
  });

  test('documents are joined by their mark; no documents are no text', () => {
    expect(writeYaml([configMap({}), configMap({})])).toBe(`${head}---\n${head}`);
    expect(writeYaml([])).toBe('');
  });

  test('chunks join to the same text', () => {
    const manifests = Array.from({ length: 3000 }, (_, index) => configMap({ data: { n: index } }));
    const chunks = [...yamlChunks(manifests)];
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.join('')).toBe(writeYaml(manifests));
  });
});

describe('depth and size', () => {
  test('100,000 levels of mappings and lists are written', () => {
    let value: unknown = 'end';
    for (let level = 0; level < 100_000; level++) value = level % 2 === 0 ? { a: value } : [value];
    const text = writeYaml([configMap({ value })]);
    expect(text.length).toBeLessThan(2_000_000);
    expect(text.slice(head.length).match(/"?\ba"?:/g)).toHaveLength(50_000);
  });

  test('what is wrong a hundred thousand levels down is told', () => {
    let deep: unknown = NaN;
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(() => writeYaml([{ apiVersion: 'v1', kind: 'X', deep }])).toThrow(
      /a\.a: must be plain data, got NaN/,
    );
  });

  test('what is deeper than blocks go reads back', () => {
    let value: unknown = { 'a: b': [1, null, 'x\ny'], ['k'.repeat(2000)]: '1', none: undefined };
    for (let level = 0; level < 250; level++) value = level % 3 === 0 ? [value] : { k: value };
    const text = writeYaml([configMap({ value })]);
    for (const reader of readers) {
      const [reading] = reader.readAll([text]);
      expect(reading?.error ?? JSON.stringify(reading?.value)).toBe(
        JSON.stringify(configMap({ value })),
      );
    }
  });

  test('200,000 documents are written', () => {
    const manifests = Array.from({ length: 200_000 }, () => configMap({}));
    expect(writeYaml(manifests)).toHaveLength(200_000 * (head.length + 4) - 4);
  });
});

describe('what YAML can not say', () => {
  class Duration {
    readonly seconds = 1;
  }

  test('all of it, of all manifests, is one error', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = [cycle];
    const spec = {
      a: () => 1,
      b: Symbol('b'),
      c: 1n,
      d: [NaN, Infinity],
      e: new Date(0),
      f: new Duration(),
      g: new Map(),
      'h/i': [undefined],
      cycle,
    };
    expect(
      problemsOf(() =>
        writeYaml([configMap({}), configMap({ spec }), configMap({ data: 2n })]),
      ).map(({ path, problem, fix }) => `${path}: ${problem}. ${fix}`),
    ).toEqual([
      'ConfigMap shop/web spec.a: must be plain data, got a function. Use text, numbers, booleans, null, lists and plain objects.',
      'ConfigMap shop/web spec.b: must be plain data, got a symbol. Use text, numbers, booleans, null, lists and plain objects.',
      'ConfigMap shop/web spec.c: must be plain data, got a bigint. Give it as text, or as a number up to 9007199254740991.',
      'ConfigMap shop/web spec.d[0]: must be plain data, got NaN. Use a finite number.',
      'ConfigMap shop/web spec.d[1]: must be plain data, got Infinity. Use a finite number.',
      'ConfigMap shop/web spec.e: must be plain data, got an object of class Date. Give it as text: toISOString().',
      'ConfigMap shop/web spec.f: must be plain data, got an object of class Duration. Use text, numbers, booleans, null, lists and plain objects.',
      'ConfigMap shop/web spec.g: must be plain data, got an object of class Map. Give a plain object: Object.fromEntries().',
      'ConfigMap shop/web spec["h/i"][0]: must be plain data, got undefined in a list. Leave the item out, or write null.',
      'ConfigMap shop/web spec.cycle.self[0]: must not hold itself, got an object that it is part of. Write the value out.',
      'ConfigMap shop/web data: must be plain data, got a bigint. Give it as text, or as a number up to 9007199254740991.',
    ]);
  });

  test('many references to itself are found in time', () => {
    const cycle: Record<string, unknown> = {};
    for (let key = 0; key < 50; key++) cycle[`k${key}`] = { cycle };
    expect(problemsOf(() => writeYaml([configMap({ cycle })]))).toHaveLength(50);
  });

  test('fails for a document that is no mapping', () => {
    const list = [1] as unknown as Manifest;
    expect(problemsOf(() => writeYaml([list]))).toEqual([
      {
        path: 'document 1',
        problem: 'a document must be a mapping, got a list',
        fix: 'Give an object with its fields.',
      },
    ]);
  });

  test('a hole in a list is an error as well', () => {
    const list: unknown[] = [1];
    list[2] = 3;
    expect(problemsOf(() => writeYaml([configMap({ list })])).map(({ path }) => path)).toEqual([
      'ConfigMap shop/web list[1]',
    ]);
  });
});

describe('comments', () => {
  const write = (manifest: Manifest, ...comments: FieldComment[]): string =>
    writeYaml([manifest], { comments: new Map([[manifest, comments]]) });

  test("the lesson's own comments stand behind their values, and change nothing", () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      spec: { ports: [{ port: 80, targetPort: 80, nodePort: 30007 }] },
    };
    const text = write(
      service,
      { field: 'spec.ports[0].port', place: 'behind', text: 'Service 的端口' },
      { field: 'spec.ports[0].targetPort', place: 'behind', text: 'Pod 的端口' },
      {
        field: 'spec.ports[0].nodePort',
        place: 'behind',
        text: 'NodePort 的端口范围（默认范围是 30000-32767）',
      },
    );
    expect(text).toBe(`apiVersion: v1
kind: Service
spec:
  ports:
    - port: 80 # Service 的端口
      targetPort: 80 # Pod 的端口
      nodePort: 30007 # NodePort 的端口范围（默认范围是 30000-32767）
`);
    expect(parse(text)).toEqual(service);
  });

  test('a Flux image marker stands behind its image', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ image: 'nginx:1.27' }] } };
    expect(
      write(pod, {
        field: ['spec', 'containers', 0, 'image'],
        place: 'behind',
        text: '{"$imagepolicy": "flux-system:podinfo"}',
      }),
    ).toContain('- image: nginx:1.27 # {"$imagepolicy": "flux-system:podinfo"}\n');
  });

  test('comments stand in every place, and no reader takes them for data', () => {
    const manifest = configMap({
      data: {
        block: 'a\n#b\n',
        keep: 'a\n\n',
        empty: [],
        none: {},
        nil: null,
        quoted: 'a #b',
        ['k'.repeat(1500)]: 'long',
        list: [{ a: 1, b: 2 }, ['x', 'y'], 'z', [[{ deep: true }]]],
      },
    });
    const fields = [
      ...['data', 'data.block', 'data.keep', 'data.empty', 'data.none', 'data.nil', 'data.quoted'],
      ...[`data.${'k'.repeat(1500)}`, 'data.list', 'data.list[0]', 'data.list[0].a'],
      ...['data.list[0].b', 'data.list[1]', 'data.list[1][0]', 'data.list[1][1]', 'data.list[2]'],
      ...['data.list[3]', 'data.list[3][0]', 'data.list[3][0][0]', 'data.list[3][0][0].deep'],
    ];
    const above = fields.map((field): FieldComment => ({
      field,
      place: 'above',
      text: `> ${field}\n\n- x`,
    }));
    const behind = fields.map((field): FieldComment => ({
      field,
      place: 'behind',
      text: `< ${field}: # y`,
    }));
    const document: FieldComment = { field: '', place: 'above', text: 'Made by hand.\n---' };
    for (const comments of [above, behind, [...above, ...behind, document]]) {
      const text = write(manifest, ...comments);
      for (const { text: comment } of comments) {
        for (const line of comment.split('\n')) expect(text).toContain(`#${line && ` ${line}`}\n`);
      }
      for (const reader of readers) {
        expect(reader.readAll([text])[0]?.value ?? reader.name).toEqual(manifest);
      }
    }
    expect(
      write(manifest, ...above, ...behind, document).replaceAll('k'.repeat(1500), 'kkk'),
    ).toMatchSnapshot();
  });

  test('a comment on the document stands above it, behind the mark', () => {
    const [first, second] = [configMap({}), configMap({})];
    const comments = new Map([
      [first, [{ field: '', place: 'above', text: 'First' } as const]],
      [second, [{ field: '', place: 'above', text: 'Second' } as const]],
    ]);
    expect(writeYaml([first, second], { comments })).toBe(`# First\n${head}---\n# Second\n${head}`);
  });

  test('fails for every comment that can not stand where it should', () => {
    const manifest = configMap({ data: { a: 'b', gone: undefined, list: [1] } });
    expect(
      problemsOf(() =>
        write(
          manifest,
          { field: 'data.x', place: 'above', text: 'no such field' },
          { field: 'data.gone', place: 'above', text: 'left out' },
          { field: 'data.list["0"]', place: 'above', text: 'no position' },
          { field: 'data..a', place: 'above', text: 'no field' },
          { field: '', place: 'behind', text: 'no line' },
          { field: 'data.a', place: 'behind', text: 'two\nlines' },
          { field: 'data.a', place: 'above', text: 'a\u2028b' },
          { field: 'data.a', place: 'above', text: 'a\rb' },
          { field: 'data.a', place: 'above', text: ' ' },
          { field: 'data.a', place: 'behind', text: 'first' },
          { field: 'data.a', place: 'behind', text: 'second' },
        ),
      ).map(({ path, problem, fix }) => `${path}: ${problem}. ${fix}`),
    ).toMatchSnapshot();
  });
});
