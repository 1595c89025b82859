import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import fc from 'fast-check';
import { GroundworkError } from '../../src/errors';
import { ConstructTree } from '../../src/app/construct-tree';

const configMap = (scope: Construct, id: string): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } });

/** The paths of the objects in the order that cdk8s writes them; objects are named by their paths. */
function cdk8sOrder(app: App): string[] {
  return [...app.synthYaml().matchAll(/^ {2}name: (.*)$/gm)].map(([, name]) => name!);
}

function ourOrder(app: App): string[] {
  return new ConstructTree(app)
    .orderedCharts()
    .flatMap(({ objects }) => objects.map((object) => object.node.path));
}

interface Tree {
  readonly parents: readonly {
    readonly parent: number;
    readonly kind: 'chart' | 'group' | 'object';
  }[];
  readonly edges: readonly (readonly [number, number])[];
}

/** Builds the same app twice from one description: cdk8s changes the dependencies as it synthesizes. */
function build({ parents, edges }: Tree): App {
  const app = new App({ outdir: 'never-written' });
  const all: Construct[] = [new Chart(app, 'first')];
  parents.forEach(({ parent, kind }, index) => {
    const scope = all[parent % all.length]!;
    const id = `n${index}`;
    if (kind === 'chart') all.push(new Chart(parent % 3 === 0 ? app : scope, id));
    else if (kind === 'group') all.push(new Construct(scope, id));
    else {
      const name = `${scope.node.path}/${id}`;
      all.push(
        new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }),
      );
    }
  });
  for (const [from, to] of edges) {
    const [source, target] = [all[from % all.length]!, all[to % all.length]!];
    if (source !== target) source.node.addDependency(target);
  }
  return app;
}

const trees = fc.record({
  parents: fc.array(
    fc.record({
      parent: fc.nat(30),
      kind: fc.constantFrom('object', 'object', 'object', 'group', 'chart'),
    }),
    { maxLength: 14 },
  ),
  edges: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 }),
});

test('the order equals the order of cdk8s on random trees, cycles included', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      let expected: string[] | 'cycle';
      try {
        expected = cdk8sOrder(build(tree));
      } catch {
        expected = 'cycle';
      }
      let got: string[] | 'cycle';
      try {
        got = ourOrder(build(tree));
      } catch (error) {
        if (!(error instanceof GroundworkError)) throw error;
        got = 'cycle';
      }
      expect(got).toEqual(expected);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1500) },
  );
});

test('Namespaces come first, then custom resource definitions, then the author’s order', () => {
  const app = new App();
  const chart = new Chart(app, 'ng');
  configMap(chart, 'a');
  new ApiObject(chart, 'crd', {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  });
  configMap(chart, 'b');
  new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace' });
  expect(ourOrder(app)).toEqual(['ng/ns', 'ng/crd', 'ng/a', 'ng/b']);
});

test('a Namespace still comes after what it depends on', () => {
  const app = new App();
  const chart = new Chart(app, 'ng');
  const a = configMap(chart, 'a');
  new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace' }).addDependency(a);
  expect(ourOrder(app)).toEqual(['ng/a', 'ng/ns']);
});

test('fails on a cycle, naming its members', () => {
  const app = new App();
  const chart = new Chart(app, 'ng');
  const [a, b] = [configMap(chart, 'a'), configMap(chart, 'b')];
  a.addDependency(b);
  b.addDependency(a);
  expect(() => ourOrder(app)).toThrow(
    'ng/a: dependencies form a cycle: ng/a => ng/b => ng/a. Take one of these dependencies out.',
  );
});

test('fails on a dependency outside of every chart', () => {
  const app = new App();
  const chart = new Chart(app, 'ng');
  chart.addDependency(new Construct(app, 'loose'));
  expect(() => ourOrder(app)).toThrow(/^loose: a dependency names this construct/);
});

test('a chain of 20,000 objects and one of 2,000 charts end', () => {
  const app = new App();
  const chart = new Chart(app, 'ng');
  let before: IConstruct = configMap(chart, 'c0');
  for (let i = 1; i < 20_000; i += 1) {
    const object = configMap(chart, `c${i}`);
    before.node.addDependency(object);
    before = object;
  }
  let last: Chart = chart;
  for (let i = 0; i < 2000; i += 1) {
    const next = new Chart(app, `chart${i}`);
    configMap(next, 'only');
    next.addDependency(last);
    last = next;
  }
  const charts = new ConstructTree(app).orderedCharts();
  expect(charts).toHaveLength(2001);
  expect(charts[0]?.objects.at(-1)?.node.path).toBe('ng/c0');
});
