import { GroundworkError } from '../../src/errors';
import { readManifests } from '../../src/manifest/read';

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';

/** The one object of a text that is otherwise fine. */
function readOne(text: string) {
  const { objects, problems } = readManifests(text, 'a.yaml');
  expect(problems).toEqual([]);
  expect(objects).toHaveLength(1);
  return objects[0]!;
}

/** The places and texts of what is wrong. */
function problemsOf(text: string): string[] {
  return readManifests(text, 'a.yaml').problems.map(({ path, problem }) => `${path} ${problem}`);
}

describe('text in quotes that goes on to the left of its key', () => {
  const object = (spec: string): string => `apiVersion: v1\nkind: A\nspec:\n  a: ${spec}\n  b: c\n`;

  test.each([
    ["'[\n{ \"it''s\": 1 }\n]'", '[ { "it\'s": 1 } ]'],
    ['"one\n two\\\"\\\n three"', 'one two"three'],
    ["'one\r\n\ttwo'", 'one two'],
  ])('is read as Kubernetes reads it: %j', (quoted, value) => {
    const found = readOne(object(quoted));
    expect(found.manifest['spec']).toEqual({ a: value, b: 'c' });
    expect(found.position('spec.b').line).toBe(3 + quoted.split('\n').length + 1);
  });

  test('is read any number of times, in any document', () => {
    const one = object("'x\ny'");
    expect(readManifests(`---\n${one}`.repeat(100), 'a.yaml').objects).toHaveLength(100);
    const two = object('\'x\ny\'\n  d: "x\n---y"');
    expect(readOne(two).manifest['spec']).toEqual({ a: 'x y', d: 'x ---y', b: 'c' });
  });

  test.each(["'x\n---\ny'", "'x\ny", "'x\ny: '"])(
    'is a problem where it holds the end of a document or is never closed: %j',
    (quoted) => {
      expect(problemsOf(object(quoted) + (quoted.endsWith(": '") ? "z'\n" : ''))).not.toEqual([]);
    },
  );
});

describe('objects', () => {
  test('each document is an object, and empty ones are passed over', () => {
    const { objects, problems } = readManifests(
      `---\n# only a comment\n---\n${service}---\n---\n~\n---\n{"apiVersion": "v1", "kind": "Secret"}\n...\n`,
      'a.yaml',
    );
    expect(problems).toEqual([]);
    expect(objects.map(({ manifest }) => manifest.kind)).toEqual(['Service', 'Secret']);
    expect(objects.map((object) => object.position().line)).toEqual([4, 12]);
  });

  test('the items of a List are objects of their own, at their own places', () => {
    const { objects, problems } = readManifests(
      [
        'apiVersion: v1',
        'kind: List',
        'items:',
        '- apiVersion: v1',
        '  kind: ConfigMap',
        '  data: {a: b}',
        '- apiVersion: v1',
        '  kind: List',
        '  items: [{apiVersion: v1, kind: Secret, type: Opaque}]',
      ].join('\n'),
      'a.yaml',
    );
    expect(problems).toEqual([]);
    expect(objects.map(({ manifest }) => manifest.kind)).toEqual(['ConfigMap', 'Secret']);
    expect(objects.map((object) => object.position().line)).toEqual([4, 9]);
    expect(objects[0]!.position('data.a')).toEqual({ file: 'a.yaml', line: 6, column: 10 });
    expect(objects[1]!.position('type').column).toBe(42);
  });

  test('the items of a typed list get its type, as kubectl gives it to them', () => {
    const { objects } = readManifests(
      'apiVersion: apps/v1\nkind: DeploymentList\nitems: [{metadata: {name: web}}]',
      'a.yaml',
    );
    expect(objects[0]!.manifest).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
    });
  });

  test('a kind that ends in List but has no items is an object', () => {
    expect(readOne('apiVersion: a.b/v1\nkind: AllowList\nspec: {}').manifest.kind).toBe(
      'AllowList',
    );
  });

  test('values are read as kubectl reads them, and the text stays reachable', () => {
    const object = readOne(
      `${service}data: {a: yes, b: "yes", c: 0o17, d: 017, yes: 1, 2: x, e: !!str 12, f: <redacted>}`,
    );
    expect(object.manifest['data']).toEqual({
      a: true,
      b: 'yes',
      c: 15,
      d: 15,
      true: 1,
      2: 'x',
      e: '12',
      f: '<redacted>',
    });
    expect(['a', 'b', 'c', 'd', 'true'].map((key) => object.sourceOf(`data.${key}`))).toEqual([
      'yes',
      '"yes"',
      '0o17',
      '017',
      '1',
    ]);
    expect(object.sourceOf('data')).toBeUndefined();
    expect(object.sourceOf('data.none')).toBeUndefined();
  });

  test('a %YAML directive does not change how values are read', () => {
    expect(readOne(`%YAML 1.2\n---\n${service}a: yes\n`).manifest['a']).toBe(true);
    expect(readOne(`%YAML 1.1\n---\n${service}a: 0o17\n`).manifest['a']).toBe(15);
  });

  test('a key named __proto__ is a key like any other', () => {
    const { manifest } = readOne(`${service}data: {__proto__: {polluted: 1}}`);
    expect(Object.keys(manifest['data'] as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a byte order mark and CRLF are accepted and do not move positions', () => {
    const object = readOne(`\uFEFF${service}`.replaceAll('\n', '\r\n'));
    expect(object.manifest['metadata']).toEqual({ name: 'web' });
    expect(object.position('kind')).toEqual({ file: 'a.yaml', line: 2, column: 1 });
    expect(object.position('metadata.name')).toEqual({ file: 'a.yaml', line: 4, column: 3 });
  });

  test('JSON may be indented with tabs', () => {
    const text =
      '{\n\t"apiVersion": "v1",\n\t"kind": "Secret",\n\t"data": {\n\t\t"a": "\\u00e9"\n\t}\n}';
    const object = readOne(text);
    expect(object.manifest['data']).toEqual({ a: 'é' });
    expect(object.position('data.a')).toEqual({ file: 'a.yaml', line: 5, column: 3 });
  });
});

describe('positions', () => {
  const text = `${service}  labels:\n    app.kubernetes.io/name: web\nspec:\n  ports:\n  - port: 80\n    nodePort: 30007\n`;

  test.each([
    ['', 1, 1],
    ['kind', 2, 1],
    ['metadata.labels["app.kubernetes.io/name"]', 6, 5],
    ['spec.ports[0]', 9, 5],
    ['spec.ports[0].nodePort', 10, 5],
    ['spec.ports[0].protocol', 9, 5],
    ['spec.ports[3].nodePort', 8, 3],
    ['status.phase', 1, 1],
    ['kind.of', 2, 1],
    ['no field', 1, 1],
  ])('%p is at line %p, column %p', (field, line, column) => {
    expect(readOne(text).position(field)).toEqual({ file: 'a.yaml', line, column });
  });

  test('what an alias or a merge key brings in is where its anchor is', () => {
    const object = readOne(
      `${service}a: &a\n  x: 1\nb: *a\nc:\n  <<: *a\n  w: 2\nd:\n  <<: [*a, {z: 3}]\n`,
    );
    expect(object.manifest['c']).toEqual({ x: 1, w: 2 });
    expect(object.manifest['d']).toEqual({ x: 1, z: 3 });
    expect(object.position('b').line).toBe(7);
    expect(object.position('b.x').line).toBe(6);
    expect(object.position('c.x').line).toBe(6);
    expect(object.position('c.w').line).toBe(10);
    expect(object.position('d.z')).toEqual({ file: 'a.yaml', line: 12, column: 13 });
  });
});

describe('problems', () => {
  test('are all reported, each at its place, and the rest is read', () => {
    const { objects, problems } = readManifests(
      [
        '- a list',
        'just text',
        'apiVersion: v1\nmetadata: {name: x}',
        'apiVersion: 1\nkind: {a: b}',
        service.trim(),
        'apiVersion: v1\nkind: "Service',
      ].join('\n---\n'),
      'a.yaml',
    );
    expect(objects).toHaveLength(1);
    expect(problems.map(({ path }) => path)).toEqual([
      'a.yaml:1:1',
      'a.yaml:3:1',
      'a.yaml:5:1',
      'a.yaml:8:1',
      'a.yaml:9:1',
      'a.yaml:17:7',
    ]);
    for (const { problem, fix } of problems) {
      expect(problem).not.toMatch(/\.$/);
      expect(fix).toMatch(/\.$/);
    }
  });

  test('a key given twice names both places', () => {
    expect(problemsOf(`${service}spec:\n  a: 1\n  b: 2\n  "a": 3\n`)).toEqual([
      'a.yaml:8:3 the key "a" is given twice in one mapping, first at line 6, column 3',
    ]);
    expect(problemsOf(`${service}yes: 1\ntrue: 2\n`)).toHaveLength(1);
  });

  test.each([
    ['a:\n\tb: 1\n', 6, 1],
    ['a:\n  b: 1\n\tc: 2\n', 7, 1],
    ['a:\n\t\n', 6, 1],
    ['a:\n  \t# comment\n', 6, 3],
  ])('a tab as indentation is explained: %p', (text, line, column) => {
    expect(problemsOf(service + text)).toEqual([
      `a.yaml:${line}:${column} the line is indented with a tab, and YAML allows only spaces there`,
    ]);
  });

  test('tabs within text, brackets and behind values are fine', () => {
    readOne(`${service}a: |\n  x\n  \t\n  y\nb: [\n\t\n  1 ]\nc: 1\t\nd: "x\n  \t\n  y"\n`);
  });

  test.each([
    ['a: 1\n b: 2\n', 'the indentation does not fit the lines around it'],
    ['a: b: c\n', 'the value holds a second ": "'],
    ['a: "b\n', 'a quote is opened and never closed'],
    ['a: {b: c\n', 'a { or [ is not closed, or what it holds is not indented further than its key'],
    ['a: @b\n', 'a value without quotes begins with a character that YAML reserves'],
    [
      'a: "\\q"\n',
      'a text in double quotes holds a backslash with a letter that YAML does not know',
    ],
    ['a: *none\n', 'an alias (*name) has no anchor (&name) before it in its document'],
    ['a: &a [*a]\n', 'an alias (*name) stands within the value that it repeats'],
    ['a: !secret b\n', 'the value has a tag (!name) that Kubernetes does not know'],
    ['a: !!binary aGk=\n', 'the value has a tag (!name) that Kubernetes does not know'],
    ['a: !!int b\n', 'the value does not fit its tag !!int'],
    ['a: .nan\n', 'the value is infinite or not a number, which no Kubernetes field can hold'],
    ['a: {{ .Values.a }}\n', 'the line belongs to a template, which is not YAML yet'],
    ['a: {<<: 1}\n', 'the merge key << holds something that is no mapping'],
    [
      'a: &a {x: 1}\nb: {x: 2, <<: *a}\n',
      'the merge key << stands below the key "x", which it holds too, and readers differ on which of the two wins',
    ],
    ['nothing\n', 'the line has no ": ", and a mapping needs a key and a value'],
  ])('%p is explained', (text, problem) => {
    const [first, ...more] = readManifests(service + text, 'a.yaml').problems;
    expect(first?.problem).toBe(problem);
    expect(first?.line).toBeGreaterThanOrEqual(5);
    expect(more).toEqual([]);
  });

  test('never quote the text, which may be a secret', () => {
    for (const value of [
      '@Secret1',
      '*Secret1',
      '!Secret1',
      '"Secret1',
      '"\\Secret1"',
      'a: Secret1',
      '&Secret1 &b x',
      '%Secret1',
      '{Secret1',
      "'a' Secret1",
      '|Secret1',
      '!!int Secret1',
    ]) {
      const { problems } = readManifests(`${service}password: ${value}\n`, 'a.yaml');
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).not.toContain('ecret1');
    }
  });

  test.each([
    ['\u0000', 'the text holds the character U+0000, which YAML does not allow'],
    ['\u001b', 'the text holds the character U+001B, which YAML does not allow'],
    ['\uFEFF', 'the text holds the character U+FEFF, which YAML does not allow'],
    ['\rb: 1', 'a line ends with a carriage return alone'],
  ])('%p is refused', (character, problem) => {
    expect(problemsOf(`${service}a: b${character}`)).toEqual([`a.yaml:5:5 ${problem}`]);
  });

  test('a Cluster of KubeKey may leave its apiVersion out, as kk never looks at it', () => {
    const { objects, problems } = readManifests('kind: Cluster\nspec: {hosts: []}\n', 'a.yaml');
    expect(problems).toEqual([]);
    expect(objects[0]?.manifest.apiVersion).toBe('kubekey.kubesphere.io/v1alpha2');
    expect(problemsOf('kind: Cluster\nspec: {}\n')).toEqual([
      'a.yaml:1:1 the object has no apiVersion',
    ]);
    expect(problemsOf('apiVersion: 3\nkind: Cluster\nspec: {hosts: []}\n')).toEqual([
      'a.yaml:1:1 apiVersion must be text, got 3',
    ]);
  });

  test('they are problems of this package, so that they can be thrown together', () => {
    const { problems } = readManifests('a: 1\n---\napiVersion: v1', 'a.yaml');
    const [first, ...others] = problems;
    expect(new GroundworkError(first!, ...others).message).toBe(
      [
        'a.yaml:1:1: the mapping has neither apiVersion nor kind, so it is no Kubernetes object. Begin it with both, such as apiVersion: v1 and kind: Service, or take it out.',
        'a.yaml:3:1: the object has no kind. Add it at the left margin of the object, such as kind: Service.',
      ].join('\n'),
    );
  });
});

describe('bounds', () => {
  test.each([
    ['[', '[[', ''],
    ['{a: ', '', ''],
    ['- ', '', 'x'],
    ['[', '', ']'.repeat(50_000)],
  ])('nesting by %p without end is a problem, not a crash', (open, before, after) => {
    const [problem, ...more] = readManifests(
      before + open.repeat(50_000) + after,
      'a.yaml',
    ).problems;
    expect(problem?.problem).toMatch(/more than 300 levels deep/);
    expect(more.length).toBeLessThanOrEqual(1);
  });

  test('a document that is too deep leaves the others readable', () => {
    const { objects, problems } = readManifests(
      `${service}---\na: ${'['.repeat(400)}${']'.repeat(400)}\n---\n${service}`,
      'a.yaml',
    );
    expect(objects).toHaveLength(2);
    expect(problems.map(({ line }) => line)).toEqual([6]);
  });

  test('depth that is built by aliases is bounded too', () => {
    const steps = Array.from({ length: 10 }, (_, index) => {
      const inner = index === 0 ? '1' : `*a${index - 1}`;
      return `a${index}: &a${index} ${'['.repeat(40)}${inner}${']'.repeat(40)}\n`;
    });
    expect(problemsOf(service + steps.join(''))[0]).toMatch(/more than 300 levels deep/);
  });

  test('aliases that repeat each other do not grow without end', () => {
    const bomb = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? 'a0: &a0 [x, x]\n' : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]\n`,
    ).join('');
    const { objects, problems } = readManifests(
      `${service}${bomb}---\n${service}---\n${service}${bomb}`,
      'a.yaml',
    );
    expect(objects).toHaveLength(1);
    expect(problems.map(({ problem }) => problem)).toEqual([
      'the aliases of the file repeat more values than is allowed',
      'the aliases of the file repeat more values than is allowed',
    ]);
  });

  test('many uses of one anchor are fine', () => {
    const uses = Array.from({ length: 3000 }, (_, index) => `k${index}: *a\n`).join('');
    readOne(`${service}a: &a {x: 1, y: 2}\n${uses}`);
  });

  test('an alias gives a value of its own', () => {
    const { manifest } = readOne(`${service}a: &a {x: 1}\nb: *a\n`);
    expect(manifest['b']).toEqual(manifest['a']);
    expect(manifest['b']).not.toBe(manifest['a']);
  });
});
