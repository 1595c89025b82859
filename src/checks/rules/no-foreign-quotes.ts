import { itemsAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** No value of a container is in quotes that YAML takes for a part of the text. */
export const noForeignQuotes: Check = {
  id: 'no-foreign-quotes',
  summary: 'Variables, commands and arguments are in plain quotes, or in none.',
  why: 'An input method or a word processor writes other quotes and commas than YAML knows. YAML takes them for letters, so the program gets them as a part of its value, and does not find the file or the host of that name.',
  fix: 'Write the plain quotes " or \' around the text.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      env:
        - name: MODE
          value: “fast”
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      env:
        - name: MODE
          value: "fast"
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const { object, container, field } of index.containersWith('env')) {
      for (const { item, index: position } of itemsAt(container, 'env')) {
        const problem = foreignMarks(item['value']);
        if (problem !== undefined) {
          yield { object, field: `${field}.env[${position}].value`, problem };
        }
      }
    }
    for (const list of ['command', 'args']) {
      for (const { object, container, field } of index.containersWith(list)) {
        const values: readonly unknown[] = Array.isArray(container[list]) ? container[list] : [];
        for (const [position, value] of values.entries()) {
          const problem = foreignMarks(value) ?? foreignComma(list, values, value);
          if (problem === undefined) continue;
          yield { object, field: `${field}.${list}[${position}]`, problem };
        }
      }
    }
  },
};

const quoted =
  /^(?:[\u201c\u201d\u201e\uff02].*[\u201c\u201d\uff02]|[\u2018\u2019\uff07].*[\u2018\u2019\uff07]|\u300c.*\u300d)$/s;

/** Never shows the value, which may be a secret. */
function foreignMarks(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.charCodeAt(0) < 0x2018 || !quoted.test(value)) {
    return undefined;
  }
  return `the value stands in the quotes ${value.charAt(0)} and ${value.slice(-1)}, which YAML takes for a part of it`;
}

/** `[sh，-c，run]` is one item: no program has such a name. */
function foreignComma(
  list: string,
  values: readonly unknown[],
  value: unknown,
): string | undefined {
  if (list !== 'command' || values[0] !== value) return undefined;
  return typeof value === 'string' && value.includes('\uff0c')
    ? 'the comma "，" divides no items: YAML takes it for a part of the program'
    : undefined;
}
