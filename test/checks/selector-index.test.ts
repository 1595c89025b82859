import fc from 'fast-check';
import { selects } from '../../src/checks/label-selector';
import { mayShareNamespace, objectIndex } from '../../src/checks/object-index';
import { SelectorIndex } from '../../src/checks/selector-index';
import type { CheckInput } from '../../src/checks/check';
import type { Manifest } from '../../src/manifest/manifest';

const namespace = fc.constantFrom('', 'a', 'b');
const key = fc.constantFrom('app', 'tier', 'zone');
const value = fc.constantFrom('x', 'y', 'z');
const labels = fc.dictionary(key, value);
const expression = fc.record({
  key,
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: fc.array(value, { maxLength: 2 }),
});
const selector = fc.record(
  { matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const placed = (kind: string, name: string, own: string, spec: unknown): Manifest => ({
  apiVersion: kind === 'Pod' ? 'v1' : 'policy/v1',
  kind,
  metadata: { name, ...(own === '' ? {} : { namespace: own }) },
  spec,
});

test('a pod is found by the selectors that select it, and by no others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(namespace, selector), { maxLength: 6 }),
      fc.array(fc.tuple(namespace, labels), { minLength: 1, maxLength: 6 }),
      (budgets, pods) => {
        const manifests = [
          ...budgets.map(([own, one]) => placed('PodDisruptionBudget', 'it', own, one)),
          ...pods.map(([own, one], index) => {
            const pod = placed('Pod', `web-${index}`, own, {});
            return { ...pod, metadata: { ...(pod['metadata'] as object), labels: one } };
          }),
        ];
        const input: CheckInput = {
          objects: manifests.map((manifest) => ({ manifest, origin: () => ({ construct: 'it' }) })),
          kubernetesVersion: '1.30',
        };
        const index = new SelectorIndex(
          input,
          'policy/PodDisruptionBudget',
          ({ manifest }) => manifest['spec'],
        );
        expect(objectIndex(input).pods.map((pod) => index.hasFor(pod))).toEqual(
          pods.map(([own, one]) =>
            budgets.some(([place, by]) => mayShareNamespace(own, place) && selects(by, one)),
          ),
        );
      },
    ),
    { numRuns: 500 },
  );
});
