import { drawingOf } from '../../../src/review/report/drawing';
import { renderHtml } from '../../../src/review/report/html';
import { review } from '../../../src/review/review';
import type { Manifest } from '../../../src/manifest/manifest';
import { shopAfter, shopBefore } from './shop';

const page = (before: readonly Manifest[], after: readonly Manifest[]): string =>
  renderHtml(review(before, after), before, after);
const shop = page(shopBefore, shopAfter);

test('the verdict comes first, then the picture, then each object, worst first', () => {
  expect(shop).toContain(
    '<h1>1 rejected, 1 removed, 1 traffic change, 1 restart (4 pods), 1 scale, 2 config only</h1>',
  );
  const names = [
    ...shop.matchAll(/<details class="object [^>]*>\n<summary>.*?class="name">([^<]*)/g),
  ];
  expect(names.map(([, name]) => name)).toEqual([
    'StatefulSet shop/postgres',
    'Job shop/old',
    'Service shop/api',
    'Deployment shop/web',
    'Deployment shop/api',
    'ConfigMap shop/settings',
    'Secret shop/db',
  ]);
  expect(shop.indexOf('<svg')).toBeGreaterThan(shop.indexOf('<h1>'));
  expect(shop.indexOf('<svg')).toBeLessThan(shop.indexOf('<details'));
});

test('it asks for nothing from elsewhere and has no script', () => {
  expect(shop).not.toMatch(
    /<script|<link(?! rel="icon" href="data:,")|<img|<iframe|\son\w+=|@import|url\((?!#)/i,
  );
  expect(shop.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  expect(shop).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
});

test('the same input gives the same bytes, and no secret is in them', () => {
  expect(page(structuredClone(shopBefore), structuredClone(shopAfter))).toBe(shop);
  expect(shop).not.toMatch(/hunter2|topsecret|newsecret1/);
  expect(shop).toContain('&lt;redacted<mark>, changed</mark>&gt;');
});

test('both sides of a changed object stand side by side with the difference marked', () => {
  expect(shop).toContain('<del><code>&quot;registry.example.com/web:1.4.2&quot;</code></del>');
  expect(shop).toMatch(
    /class="was">.*web:1\.<mark>4\.2<\/mark>.*class="is">.*web:1\.<mark>5\.0<\/mark>/,
  );
});

test('the picture says in words what happens, and which ways are gone', () => {
  const svg = /<svg xmlns[\s\S]*<\/svg>\n<\/div>/.exec(shop)?.[0] ?? '';
  for (const word of ['rejected', 'traffic', 'rolling-restart, 4 pods', 'scale', 'removed']) {
    expect(svg).toContain(`class="word">${word}</text>`);
  }
  expect(svg).toMatch(/<text class="label gone"[^>]*>gone<\/text>/);
  expect(svg).toContain('<title>Server, node1</title>');
  expect(svg).toMatch(/<a href="#o1"><svg[^>]*e-rejected/);
});

test('the picture draws a way to pods that are refused as gone, and the pods as they stay', () => {
  const labelled = (app: string): readonly Manifest[] => [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app } },
        template: { metadata: { labels: { app } }, spec: {} },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: { app }, ports: [{ port: 80 }] },
    },
  ];
  const [before, after] = [labelled('nginx'), labelled('web')];
  const { nodes, edges } = drawingOf(review(before, after), before, after);
  expect(edges).toEqual([{ from: 'Service//web', to: 'Deployment//web', standing: 'gone' }]);
  expect(nodes.map(({ kind, standing }) => [kind, standing])).toEqual([
    ['Deployment', 'both'],
    ['Service', 'both'],
  ]);
});

test('nothing to draw gives no picture, and no change says so', () => {
  const role = (verb: string): Manifest => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'a' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: [verb] }],
  });
  expect(page([role('get')], [role('list')])).not.toContain('<figure>');
  expect(page(shopBefore, shopBefore)).toContain('<h1>No changes</h1>');
});

test('no name, label or value is taken for markup', () => {
  const hostile = `"'><script>alert(1)</script>]]><!--<style>*{}</style>\u202egnp.exe\u2066 &lt;`;
  const map = (value: string): Manifest => ({
    apiVersion: `v1`,
    kind: 'ConfigMap',
    metadata: { name: hostile, namespace: hostile, annotations: { [hostile]: hostile } },
    data: { [hostile]: value },
  });
  const pod: Manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: hostile, namespace: hostile, labels: { a: hostile } },
    spec: {
      nodeSelector: { [hostile]: hostile },
      containers: [
        { name: hostile, image: hostile, envFrom: [{ configMapRef: { name: hostile } }] },
      ],
    },
  };
  const custom: Manifest = { apiVersion: hostile, kind: hostile, metadata: { name: hostile } };
  const html = page([map('a'), pod], [map(hostile), pod, custom]);
  // Tags are those of this page alone, and what is in quotes holds no end of it.
  const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(
    'a b body code defs del details div figcaption figure footer h1 h2 head header html ins li link main mark marker meta nav ol p path pre rect span style summary svg table tbody td text th thead title tr ul'
      .split(' ')
      .filter((tag) => tags.has(tag)),
  );
  expect(html).not.toContain('<!--');
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(html).toContain('\\u202e');
});

test('a big review stays small to look at: everything folded but what is bad', () => {
  const many = (image: string): readonly Manifest[] =>
    Array.from({ length: 400 }, (_, index) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${index}` },
      spec: {
        selector: { matchLabels: { app: `web-${index}` } },
        template: {
          metadata: { labels: { app: `web-${index}` } },
          spec: { containers: [{ name: 'web', image }] },
        },
      },
    }));
  const html = page(many('web:1'), many('web:2'));
  expect(html.match(/<details class="object/g)).toHaveLength(400);
  expect(html).not.toMatch(/<details class="object [^>]* open>/);
  expect(html.match(/class="node /g)).toHaveLength(48);
  expect(html).toContain('352 parts of the app');
  expect(html.length).toBeLessThan(1_000_000);
});

/** As many Services as workloads, each of which selects all of them. */
function crowd(number: number, image: string): readonly Manifest[] {
  const all = Array.from({ length: number }, (_, index) => index);
  return [
    ...all.map((index) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `service-${index}` },
      spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
    })),
    ...all.map((index) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${index}` },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'web', image: index === number - 1 ? image : 'nginx:1' }] },
        },
      },
    })),
  ];
}

test('where many Services select many workloads, the picture is drawn around what changes and says what it leaves out', () => {
  const [before, after] = [crowd(2_000, 'nginx:1'), crowd(2_000, 'nginx:2')];
  const found = review(before, after);
  const { nodes, edges, left, leftChanging } = drawingOf(found, before, after);
  expect([nodes.length, edges.length, left, leftChanging]).toEqual([48, 47, 3_952, 0]);
  expect(nodes.filter(({ effect }) => effect !== undefined).map(({ name }) => name)).toEqual([
    'web-1999',
  ]);
  const html = renderHtml(found, before, after);
  expect(html).toContain(
    '3952 parts of the app that are farther from what changes are not drawn.</figcaption>',
  );
  expect(html).toContain('nginx:2');
});

test('where more changes than fits, the worst is drawn with what it is a part of, and all of it is told below', () => {
  const after = crowd(60, 'nginx:1');
  const found = review([], after);
  const { nodes, edges, left, leftChanging } = drawingOf(found, [], after);
  expect([nodes.length, left, leftChanging]).toEqual([48, 72, 72]);
  expect(edges.length).toBeGreaterThan(0);
  const html = renderHtml(found, [], after);
  expect(html).toContain(
    '72 parts of the app that change, too, are not drawn. What happens to all of them is told below.</figcaption>',
  );
  expect(html.match(/<details class="object /g)).toHaveLength(120);
});
