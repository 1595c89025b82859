import { renderGithub } from '../../src/review/report/github';
import { renderHtml } from '../../src/review/report/html';
import { renderJson } from '../../src/review/report/json';
import { renderMarkdown } from '../../src/review/report/markdown';
import { renderText } from '../../src/review/report/text';
import { sequence, verdict } from '../../src/review/report/verdict';
import { review } from '../../src/review/review';
import type { Manifest } from '../../src/manifest/manifest';
import { manifests, withField } from './cases/case';

const web = (name: string, replicas: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'a', image: 'a:1' }] },
    },
  },
});
const image = 'spec.template.spec.containers.0.image';
const before = [web('a', 4), web('b', 10), web('c', 1), web('d', 2)];
const after = [
  withField(withField(web('a', 4), image, 'a:2'), 'spec.minReadySeconds', 5),
  withField(web('b', 10), image, 'a:2'),
  withField(web('c', 1), 'spec.selector.matchLabels.app', 'x'),
  withField(web('d', 2), 'spec.replicas', 3),
];
const found = review(before, after, { kubernetesVersion: '1.26' });

test('the verdict counts objects and the pods that restart', () => {
  expect(verdict(found)).toBe('1 rejected, 2 restarts (14 pods), 1 scale, 1 rollout setting');
  expect(verdict(review(before, before))).toBe('No changes');
});

test('nothing else of an object counts where a part of it is refused', () => {
  const both = withField(
    withField(web('c', 1), image, 'a:2'),
    'spec.selector.matchLabels.app',
    'x',
  );
  expect(verdict(review([web('c', 1)], [both]))).toBe('1 rejected');
});

test('the sequence says what is refused, changed, restarted and left', () => {
  expect(sequence(review([...before, web('e', 1)], after))).toEqual([
    'Refused, with every other change of the same object: Deployment shop/c. The rest is applied all the same.',
    'Changed as soon as it is applied: Deployment shop/a, Deployment shop/d.',
    'Restarting from then on, all at the same time, since apply waits for none: Deployment shop/a, Deployment shop/b.',
    'Left in the cluster until it is deleted: Deployment shop/e.',
  ]);
});

test('what another object takes the place of is what is left', () => {
  const moved = withField(web('a', 4), 'metadata.namespace', 'prod');
  expect(sequence(review([web('a', 4)], [moved]))).toEqual([
    'Created, in the order of the files: Deployment prod/a.',
    'Left in the cluster until it is deleted: what has been there in place of Deployment prod/a.',
  ]);
});

test('the text begins with the verdict and goes object by object, worst first', () => {
  expect(renderText(found)).toMatchInlineSnapshot(`
   "1 rejected, 2 restarts (14 pods), 1 scale, 1 rollout setting.

     1. Refused, with every other change of the same object: Deployment shop/c. The rest is applied all the same.
     2. Changed as soon as it is applied: Deployment shop/a, Deployment shop/d.
     3. Restarting from then on, all at the same time, since apply waits for none: Deployment shop/a, Deployment shop/b.

   Deployment shop/c
     rejected  spec.selector.matchLabels.app: "c" -> "x"
       The API server refuses it: spec.selector can't change after the object is created.
       Do: Keep it as it was. Or apply it under another name: the old Deployment serves until you delete it. Or delete it and apply it again: its 1 pod stop until new ones are ready.

   Deployment shop/a
     rolling-restart  spec.template.spec.containers[a].image: "a:1" -> "a:2"
       Container a gets another image. 3 of 4 pods stay up; one extra is started first. Each new pod must be ready for 5 s before the next step. The rollout counts as failed when it makes no progress for 600 s; it is not taken back then.
     rollout-setting  spec.minReadySeconds: + 5
       No pod is touched: it counts from the next rollout on.

   Deployment shop/b
     rolling-restart  spec.template.spec.containers[a].image: "a:1" -> "a:2"
       Container a gets another image. 8 of 10 pods stay up; 3 extra are started first. The rollout counts as failed when it makes no progress for 600 s; it is not taken back then.

   Deployment shop/d
     scale  spec.replicas: 2 -> 3
       Adds 1 pod, no restart: 2 to 3.
   "
  `);
});

test('the JSON has all of its fields in each change', () => {
  const parsed = JSON.parse(renderJson(found)) as typeof found;
  expect(Object.keys(parsed)).toEqual(['version', 'kubernetesVersion', 'summary', 'changes']);
  expect(parsed.summary).toEqual({
    rejected: 1,
    'rolling-restart': 2,
    scale: 1,
    'rollout-setting': 1,
  });
  for (const change of parsed.changes) {
    expect(Object.keys(change)).toEqual(
      expect.arrayContaining([
        'object',
        'field',
        'before',
        'after',
        'effect',
        'explanation',
        'advice',
      ]),
    );
  }
});

describe('the Markdown', () => {
  test('folds objects away, and only bad ones are open', () => {
    const text = renderMarkdown(found);
    expect(text.split('\n')[0]).toBe(`### Applying this: ${verdict(found)}`);
    expect(text.match(/<details open>/g)).toHaveLength(1);
    expect(text.match(/<\/details>/g)).toHaveLength(4);
  });

  test('says that nothing of a refused object happens', () => {
    const both = withField(
      withField(web('c', 1), image, 'a:2'),
      'spec.selector.matchLabels.app',
      'x',
    );
    expect(renderMarkdown(review([web('c', 1)], [both]))).toContain(
      'none of these changes happens',
    );
    expect(renderText(review([web('c', 1)], [both]))).toContain('none of these changes happens');
  });

  test('stays under the limit of a comment and says what it leaves out', () => {
    const many = Array.from({ length: 1000 }, (_, index) => web(`web-${index}`, 3));
    const text = renderMarkdown(
      review(
        many,
        many.map((manifest) => withField(manifest, image, 'a:2')),
      ),
    );
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\*\*\d+ of 1000 objects are left out here\*\*/);
  });

  test('one huge object does not get around the limit', () => {
    const data = (value: string) =>
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`key-${index}`, value]));
    const map = (value: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'big' },
      data: data(value),
    });
    const text = renderMarkdown(review([map('a')], [map('b')]));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('... and 2960 more changes of this object');
  });

  test('takes no name or value for markup', () => {
    const hostile =
      '</details><script>alert(1)</script> @everyone `code` **bold** [x](javascript:1)';
    const [map] = manifests(`{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: {} }`);
    const named = withField(map, 'metadata.name', hostile);
    const text = renderMarkdown(
      review(
        [withField(named, 'data', { [hostile]: 'a' })],
        [withField(named, 'data', { [hostile]: hostile })],
      ),
    );
    const outsideOfCode = text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(outsideOfCode).not.toContain('<script>');
    expect(outsideOfCode).not.toMatch(/@everyone/);
    expect(text.match(/<\/details>\n/g)).toHaveLength(1);
  });

  test('a name links to nothing and mentions nobody, and is shown as it is written', () => {
    const name = 'a_b|c`d` @octocat #12 https://a.example www.a.example "e" &lt;';
    const [service] = manifests(`{ apiVersion: v1, kind: Service, metadata: {}, spec: {} }`);
    const named = withField(withField(service, 'metadata.name', name), 'spec.selector', {
      app: 'a',
    });
    // Once in HTML, where nothing is taken for Markdown, and once in Markdown, as the name of a Service.
    const pod = withField(
      manifests(`{ apiVersion: v1, kind: Pod, metadata: { name: p, labels: {} }, spec: {} }`)[0],
      'metadata.labels.app',
      'a',
    );
    const text = renderMarkdown(
      review(
        [named, pod],
        [withField(named, 'spec.type', 'NodePort'), withField(pod, 'metadata.labels.app', 'b')],
      ),
    );
    const inHtml =
      'a_b|c`d` @\u200boctocat #\u200b12 https:\u200b//a.example www\u200b.a.example "e" &amp;lt;';
    expect(text).toContain(`<b>Service ${inHtml}</b>`);
    expect(text).toContain(
      `Service ${inHtml.replace(/[_|`]/g, '\\$&')} no longer sends to this pod.`,
    );
  });

  test('spells out what can not be seen or turns the text, as the text for terminals does', () => {
    const [map] = manifests(`{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: {} }`);
    const named = withField(map, 'metadata.name', 'web\u202egnp\u200b');
    const found = review(
      [withField(named, 'data', { 'key\u2066': 'a' })],
      [withField(named, 'data', { 'key\u2066': 'b\u202e\ufeff' })],
    );
    const text = renderMarkdown(found);
    expect(text).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/);
    expect(text).toContain('ConfigMap web\\u202egnp\\u200b');
    expect(text).toContain('key\\u2066');
    expect(text).toContain('"b\\u202e\\ufeff"');
    expect(renderText(found)).toContain('ConfigMap web\\u202egnp\\u200b');
  });
});

describe('what steers a terminal or a runner is spelled out in every form', () => {
  const name = 'a\u001b[31mb\r\n::error file=x::c\u009bd';
  const found = review(
    [],
    [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: name } }],
  );

  test.each([
    ['text', renderText(found)],
    ['text in colour', renderText(found, { color: true }).replace(/\u001b\[\d+m/g, '')],
    ['markdown', renderMarkdown(found)],
    ['github', renderGithub(found)],
    ['html', renderHtml(found, [], [])],
    ['json', renderJson(found)],
  ])('%s', (_, text) => {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(text).toMatch(/a\\u001b\[31mb/);
    expect(text).not.toMatch(/^\s*::error file=x/m);
  });

  test('JSON is read as what was written', () => {
    expect(JSON.parse(renderJson(found))).toMatchObject({ changes: [{ object: { name } }] });
  });

  test('a command of GitHub is one line, whatever it holds', () => {
    const lines = renderGithub(found).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(
      '::notice title=ConfigMap a\\u001b[31mb\\u000d\\u000a%3A%3Aerror file=x%3A%3Ac\\u009bd/a\\u001b[31mb\\u000d\\u000a%3A%3Aerror file=x%3A%3Ac\\u009bd%3A created::created: A new object; nothing else is touched.',
    );
  });
});
