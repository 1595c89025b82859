import * as groundwork from '../src';
import { GroundworkError } from '../src';

const functions = Object.entries(groundwork).filter(
  ([name, value]) => typeof value === 'function' && /^[a-z]/.test(name),
) as [string, (...args: unknown[]) => unknown][];

const values = [undefined, null, 3, 'text', {}, [], [null], [{}], ['text'], new Date(), () => 1];
const calls = values.flatMap((first) => [
  [first],
  ...values.flatMap((second) => [
    [first, second],
    ...values.map((third) => [first, second, third]),
  ]),
]);

test('there are functions to call', () => {
  expect(functions.length).toBeGreaterThan(20);
});

// Programs in JavaScript can give anything.
test.each(functions)('%s tells what is wrong with its arguments, or works', async (_, call) => {
  const others: unknown[] = [];
  for (const args of calls) {
    try {
      await call(...args);
    } catch (error) {
      if (!(error instanceof GroundworkError)) others.push([args, error]);
    }
  }
  expect(others).toEqual([]);
});

test.each([
  [() => groundwork.reportText([{}] as never), 'findings[0]: must be a finding, got a mapping'],
  [
    () => groundwork.reportText([], { colour: true } as never),
    'options.colour: unknown field "colour". Write color if you mean that.',
  ],
  [
    () => groundwork.reportJson([], undefined as never),
    'kubernetesVersion: must be told, since these findings are not what check returned',
  ],
  [() => groundwork.readManifests(Buffer.from('a') as never, 'a'), "readFileSync(path, 'utf8')"],
  [() => groundwork.readFile(3 as never), 'file: must be text, got 3'],
  [() => groundwork.checksOf('prodution' as never), 'Write production if you mean that.'],
  [() => groundwork.runChecks([], {} as never), 'input: "objects" is missing. Add objects.'],
  [() => groundwork.renderText({} as never), 'review: must be a review, got a mapping'],
  [
    () => groundwork.review([], ['kind: A'] as never),
    'after[0]: must be a Kubernetes object, with apiVersion and kind as text, got a string.',
  ],
  [
    () =>
      groundwork.KubeKeyCluster.fromYaml(new groundwork.ManifestApp(), 'a', 'a', {
        foldr: 'x',
      } as never),
    'options.foldr: unknown field "foldr". Write folder if you mean that.',
  ],
])('%s', (call, message) => {
  expect(call).toThrow(GroundworkError);
  expect(call).toThrow(message);
});
