import { show } from '../../errors';
import { itemsAt, numberAt, textAt, type ListItem } from '../../manifest/fields';
import type { PodTemplate } from '../../manifest/relations';
import type { Check, Report } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';
import { reportFaults } from '../schema-faults';

/** What a pod says of where it may run fits together. */
export const validScheduling: Check = {
  id: 'valid-scheduling',
  summary: 'Tolerations, affinities and spreads hold what their operators and bounds allow.',
  why: 'The API server refuses a toleration with Exists and a value, an expression whose operator wants other values, and weights and skews out of bounds.',
  fix: 'Write the values that the operator takes.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - { key: gpu, operator: Exists, value: "true", effect: NoSchedule }
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - { key: gpu, operator: Exists, effect: NoSchedule }
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    yield* reportFaults('wrong-requirement')(input);
    const index = objectIndex(input);
    for (const { object, pod } of index.podsWith('tolerations')) {
      for (const found of tolerationProblems(pod)) yield { object, ...found };
    }
    for (const { object, pod } of index.podsWith('affinity')) {
      for (const found of affinityProblems(pod)) yield { object, ...found };
    }
    for (const { object, pod } of index.podsWith('topologySpreadConstraints')) {
      for (const found of spreadProblems(pod)) yield { object, ...found };
    }
  },
};

type Found = Omit<Report, 'object'>;

const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

function* tolerationProblems({ spec, specField }: PodTemplate): Generator<Found> {
  for (const { item, index } of itemsAt(spec, 'tolerations')) {
    const field = `${specField}.tolerations[${index}]`;
    const operator = textAt(item, 'operator') ?? 'Equal';
    const value = textAt(item, 'value');
    if (operator === 'Exists' && value !== undefined) {
      yield {
        field: `${field}.value`,
        problem: `the operator Exists takes no value, got ${show(value)}`,
        fix: 'Take value out, or write operator: Equal.',
      };
    }
    // A key under another name is reported as such.
    const isMisspelt = Object.keys(item).some((key) => !tolerationKeys.has(key));
    if (operator === 'Equal' && textAt(item, 'key') === undefined && !isMisspelt) {
      yield {
        field: `${field}.key`,
        problem: 'the operator Equal needs a key',
        fix: 'Write the key of the taint, or operator: Exists for all taints.',
        from: [`${field}.operator`],
      };
    }
    const effect = item['effect'] ?? 'NoSchedule';
    const isOther = effect === 'NoSchedule' || effect === 'PreferNoSchedule';
    if (numberAt(item, 'tolerationSeconds') !== undefined && isOther) {
      yield {
        field: `${field}.tolerationSeconds`,
        problem: 'tolerationSeconds is only for the effect NoExecute',
        fix: 'Take tolerationSeconds out, or write effect: NoExecute.',
        from: [`${field}.effect`],
      };
    }
  }
}

const tolerationKeys: ReadonlySet<string> = new Set([
  'effect',
  'key',
  'operator',
  'tolerationSeconds',
  'value',
]);

function* affinityProblems({ spec, specField }: PodTemplate): Generator<Found> {
  const field = `${specField}.affinity`;
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const terms = ['affinity', 'nodeAffinity', required, 'nodeSelectorTerms'] as const;
  for (const { item, index } of itemsAt(spec, ...terms)) {
    yield* fieldProblems(item, `${specField}.${terms.join('.')}[${index}]`);
  }
  for (const { item, index } of itemsAt(spec, 'affinity', 'nodeAffinity', preferred)) {
    const place = `${field}.nodeAffinity.${preferred}[${index}].preference`;
    yield* fieldProblems(item['preference'], place);
  }
  for (const kind of ['nodeAffinity', 'podAffinity', 'podAntiAffinity']) {
    for (const { item, index } of itemsAt(spec, 'affinity', kind, preferred)) {
      const weight = numberAt(item, 'weight');
      if (weight === undefined || (weight >= 1 && weight <= 100)) continue;
      yield {
        field: `${field}.${kind}.${preferred}[${index}].weight`,
        problem: `must be within 1-100, got ${weight}`,
        fix: 'Write a weight from 1 to 100.',
      };
    }
  }
}

/** The one field of a node that can be asked for is its name. */
function* fieldProblems(term: unknown, place: string): Generator<Found> {
  for (const { item, index } of itemsAt(term, 'matchFields')) {
    const field = `${place}.matchFields[${index}]`;
    const { key, operator, values } = item;
    if (typeof key === 'string' && key !== 'metadata.name') {
      const problem = `no such field of a node can be asked for, got "${key}"`;
      const fix = 'Write metadata.name, or move a label of the node to matchExpressions.';
      yield { field: `${field}.key`, problem, fix, from: [] };
    } else if (
      operator === 'Exists' ||
      operator === 'DoesNotExist' ||
      operator === 'Gt' ||
      operator === 'Lt'
    ) {
      const problem = `the field metadata.name takes the operators In and NotIn, got ${operator}`;
      yield { field: `${field}.operator`, problem, fix: 'Write operator: In.' };
    } else if (Array.isArray(values) && values.length > 1) {
      const problem = `the field metadata.name takes exactly one value, got ${values.length}`;
      const fix = 'Write one name, and a term of its own for each other node.';
      yield { field: `${field}.values`, problem, fix };
    }
  }
}

function* spreadProblems({ spec, specField }: PodTemplate): Generator<Found> {
  const spreads = itemsAt(spec, 'topologySpreadConstraints');
  const keyOf = ({ item }: ListItem): string =>
    `${textAt(item, 'topologyKey') ?? ''} (${textAt(item, 'whenUnsatisfiable') ?? ''})`;
  for (const { entry, key } of duplicates(spreads, keyOf)) {
    yield {
      field: `${specField}.topologySpreadConstraints[${entry.index}]`,
      problem: `there is a spread over ${key} already`,
      fix: 'Leave one of the two.',
    };
  }
  for (const { item, index } of spreads) {
    const least = numberAt(item, 'minDomains');
    if (least !== undefined && item['whenUnsatisfiable'] === 'ScheduleAnyway') {
      yield {
        field: `${specField}.topologySpreadConstraints[${index}].minDomains`,
        problem: 'minDomains is only for whenUnsatisfiable: DoNotSchedule',
        fix: 'Take minDomains out, or write whenUnsatisfiable: DoNotSchedule.',
      };
    }
    const skew = numberAt(item, 'maxSkew');
    if (skew === undefined || skew > 0) continue;
    yield {
      field: `${specField}.topologySpreadConstraints[${index}].maxSkew`,
      problem: `must be 1 or more, got ${skew}`,
      fix: 'Write maxSkew: 1 for the most even spread.',
    };
  }
}
