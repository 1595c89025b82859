import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Check } from '../../src/checks/check';
import { check } from '../../src/checks/check-manifests';
import type { CheckOptions } from '../../src/checks/check-options';
import { reportSarif } from '../../src/checks/report-sarif';
import type { Manifest } from '../../src/manifest/manifest';
import { at } from '../../src/manifest/manifest';

const hasTeam: Check = {
  id: 'acme/has-team',
  summary: 'Every object says whose it is.',
  why: 'Who is asked when it fails at night is read from the label.',
  fix: 'Add the label team.',
  severity: 'warning',
  *run({ objects }) {
    for (const object of objects) {
      if (at(object.manifest, 'metadata', 'labels', 'team') !== undefined) continue;
      yield { object, field: 'metadata.labels', problem: 'no team is named' };
    }
  },
};
const failing = (id: string, run: Check['run']): Check => ({ ...hasTeam, id, run });

const configMap = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
});
const service: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] },
};
const found = (options: CheckOptions, objects = [configMap('a'), service]): string[] =>
  check(objects, options).map(
    ({ check: id, severity, object }) => `${severity} ${id} ${object.kind} ${object.name}`,
  );

test('runs beside the checks of this package, its findings in the order of the objects', () => {
  expect(found({ own: [hasTeam] })).toEqual([
    'warning acme/has-team ConfigMap a',
    'error node-port-in-range Service web',
    'warning acme/has-team Service web',
  ]);
  expect(check([configMap('a')], { own: [hasTeam] })).toEqual([
    {
      check: 'acme/has-team',
      severity: 'warning',
      object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'a' },
      field: 'metadata.labels',
      problem: 'no team is named',
      fix: 'Add the label team.',
      origin: { argument: 'manifests[0]' },
    },
  ]);
});

test.each(['check.md', 'check.zh-CN.md'])('the check that %s shows does what it says', (page) => {
  const labelled = { ...configMap('b'), metadata: { name: 'b', labels: { team: 'shop' } } };
  expect(found({ own: [shownIn(page)] }, [configMap('a'), labelled])).toEqual([
    'error acme/has-team ConfigMap a',
  ]);
});

test('severities and waivers are for it by its id', () => {
  const own = [hasTeam];
  const severity = (it: 'error' | 'off') => ({ own, severity: { 'acme/has-team': it } });
  expect(found(severity('error'), [configMap('a')])).toEqual(['error acme/has-team ConfigMap a']);
  expect(found(severity('off'), [configMap('a')])).toEqual([]);
  const waiver = {
    check: 'acme/has-team',
    object: { kind: 'ConfigMap', name: 'a' },
    reason: 'shared by all teams',
  };
  expect(found({ own, waivers: [waiver] }, [configMap('a'), configMap('b')])).toEqual([
    'warning acme/has-team ConfigMap b',
  ]);
  expect(() => check([], { own, severity: { 'acme/has-teem': 'off' } })).toThrow(
    'Write acme/has-team if you mean that.',
  );
});

test('one with profiles runs where a severity is given for it, too', () => {
  const own = [{ ...hasTeam, profiles: ['production'] as const }];
  const options = { own, severity: { 'acme/has-team': 'error' as const } };
  expect(found(options, [configMap('a')])).toEqual(['error acme/has-team ConfigMap a']);
});

test('one with profiles runs only where one of them is chosen', () => {
  const own = [{ ...hasTeam, profiles: ['production'] as const }];
  const ids = (options: CheckOptions): string[] =>
    check([configMap('a')], { own, ...options }).map((finding) => finding.check);
  expect(ids({})).toEqual([]);
  expect(ids({ profile: 'recommended' })).not.toContain('acme/has-team');
  expect(ids({ profile: 'production' })).toContain('acme/has-team');
});

test('one that throws is an error of its own with its id, beside all that is found', () => {
  const own = [
    failing('throws-at-once', () => {
      throw new TypeError('labels is not there');
    }),
    failing('throws-later', function* ({ objects: [object] }) {
      yield { object: object!, field: '', problem: 'found before' };
      throw new Error('too late.');
    }),
    failing('gives-nothing', () => undefined as unknown as []),
    failing('gives-another-object', ({ objects: [object] }) => [
      { object: { ...object! }, field: '', problem: 'none of the input' },
    ]),
    hasTeam,
  ];
  const findings = check([service], { own });
  expect(findings.map(({ check: id, object }) => `${id} ${object.kind} ${object.name}`)).toEqual([
    'failed-check Check throws-at-once',
    'failed-check Check throws-later',
    'failed-check Check gives-nothing',
    'failed-check Check gives-another-object',
    'node-port-in-range Service web',
    'throws-later Service web',
    'acme/has-team Service web',
  ]);
  expect(findings[0]).toMatchObject({
    severity: 'error',
    problem: 'the check throws-at-once fails, and may have left things out: labels is not there',
    origin: { argument: 'own[0]' },
  });
  expect(findings[1]?.problem).toMatch(/: too late$/);
  expect(findings[3]?.problem).toMatch(/: it reports an object that is none of the input: /);
});

test('a failure is not waived with the findings of the check, but the check can be switched off', () => {
  const own = [
    failing('throws', () => {
      throw new Error('no');
    }),
  ];
  const waivers = [{ check: 'throws', reason: 'known' }];
  expect(found({ own, waivers }, [])).toEqual([
    'error failed-check Check throws',
    'warning unused-waiver Waiver throws',
  ]);
  expect(found({ own, severity: { throws: 'off' } }, [])).toEqual([]);
});

test('ids that are taken are refused, with a way out', () => {
  const ids = ['node-port-in-range', 'unused-waiver', 'acme/has-team', 'acme/has-team'];
  expect(() => check([], { own: ids.map((id) => ({ ...hasTeam, id })) })).toThrow(
    [
      'own[0].id: is an id of this package, got "node-port-in-range". Choose another; one with a prefix of your own never collides, such as acme/node-port-in-range.',
      'own[1].id: is an id of this package, got "unused-waiver". Choose another; one with a prefix of your own never collides, such as acme/unused-waiver.',
      'own[3].id: is the id of own[2], too, got "acme/has-team". Give each check an id of its own.',
    ].join('\n'),
  );
});

test('what is no check is refused, everything at once', () => {
  const none = { id: 'No Id', fix: ' ', severity: 'fatal', run: 'now' };
  expect(() => check([], { own: [none as unknown as Check] })).toThrow(
    /own\[0\]\.id: .*\nown\[0\]\.summary: .* got nothing.*\nown\[0\]\.why: .*\nown\[0\]\.fix: .*\nown\[0\]\.severity: .* got "fatal".*\nown\[0\]\.run: /,
  );
  expect(() => check([], { own: [{ ...hasTeam, id: undefined as unknown as string }] })).toThrow(
    /^own\[0\]\.id: must be lowercase words joined by -, got nothing/,
  );
  for (const it of [undefined, null, 'check', () => []]) {
    expect(() => check([], { own: [it as unknown as Check] })).toThrow(
      /^own\[0\]: must be a check/,
    );
  }
});

test('SARIF describes its rule where it is given', () => {
  const findings = check([configMap('a')], { own: [hasTeam] });
  const rules = (own?: Check[]): unknown =>
    (JSON.parse(reportSarif(findings, own)) as { runs: [{ tool: { driver: { rules: unknown } } }] })
      .runs[0].tool.driver.rules;
  expect(rules()).toEqual([{ id: 'acme/has-team' }]);
  expect(rules([hasTeam])).toMatchObject([
    { id: 'acme/has-team', shortDescription: { text: hasTeam.summary } },
  ]);
});

/** The check that a page of the docs shows. */
function shownIn(page: string): Check {
  const text = readFileSync(join(__dirname, '../../docs', page), 'utf8');
  const [, code = ''] = /<!-- consumer: checks\.ts -->\n\n```ts\n([\s\S]*?)```/.exec(text) ?? [];
  const { outputText } = transpileModule(code, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  const exports: { hasTeam?: Check } = {};
  runInNewContext(outputText, { exports });
  return exports.hasTeam!;
}
