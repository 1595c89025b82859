import { show } from '../../errors';
import { numberAt } from '../../manifest/fields';
import { refOf } from '../../manifest/manifest';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** A PriorityClass leaves the highest priorities to Kubernetes. */
export const validPriorityClass: Check = {
  id: 'valid-priority-class',
  summary: 'A PriorityClass has a value of at most 1000000000, and a name of its own.',
  why: 'The API server refuses higher values, and names that begin with "system-", which are for Kubernetes itself.',
  fix: 'Write a value of at most 1000000000.',
  severity: 'error',
  example: {
    wrong: `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: high
value: 2000000000
`,
    right: `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: high
value: 1000000
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('scheduling.k8s.io/PriorityClass')) {
      const { name } = refOf(object.manifest);
      const value = numberAt(object.manifest, 'value') ?? 0;
      if (own.has(name)) continue;
      if (name.startsWith('system-')) {
        yield {
          object,
          field: 'metadata.name',
          problem: `the names that begin with "system-" are for Kubernetes itself, got ${show(name)}`,
          fix: 'Write a name without system-.',
        };
      } else if (value > highest) {
        const problem = `must be at most ${highest}, got ${value}`;
        yield { object, field: 'value', problem };
      }
    }
  },
};

const highest = 1000000000;
const own: ReadonlySet<string> = new Set(['system-cluster-critical', 'system-node-critical']);
