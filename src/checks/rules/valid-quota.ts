import { show } from '../../errors';
import { closest } from '../../manifest/closest';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { appendField } from '../../manifest/field-path';
import type { Fields } from '../../manifest/manifest';
import { isWholeQuantity, parseQuantity } from '../../manifest/quantity';
import type { Check, Report } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';
import { isResourceName } from '../resource-name';
import { isReported } from '../schema-faults';

/** What a quota or a limit range bounds is known, and its bounds are in order. */
export const validQuota: Check = {
  id: 'valid-quota',
  summary: 'A ResourceQuota and a LimitRange name what they bound, with bounds in order.',
  why: 'The API server refuses a quota of a name that it does not know, and a limit range whose least is above its most.',
  fix: 'Write a name such as requests.cpu, limits.memory, pods or count/deployments.apps.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard:
    request.cpu: 10
`,
    right: `apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard:
    requests.cpu: 10
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('/ResourceQuota')) {
      for (const [name, value] of Object.entries(fieldsAt(object.manifest, 'spec', 'hard'))) {
        if (isCounted(name)) {
          const amount = parseQuantity(value);
          if (isMeasured(name) || amount === undefined || isWholeQuantity(amount)) continue;
          const problem = `must be a whole number, got ${show(value)}`;
          yield { object, field: appendField('spec.hard', name), problem, fix: 'Write a count.' };
          continue;
        }
        const meant = closest(name, counted);
        yield {
          object,
          field: appendField('spec.hard', name),
          problem: `${show(name)} is nothing that a quota can bound`,
          ...(meant === undefined ? {} : { fix: `Write ${meant}.` }),
        };
      }
    }
    for (const object of index.ofKind('/LimitRange')) {
      const limits = itemsAt(object.manifest, 'spec', 'limits');
      for (const { entry, key } of duplicates(limits, ({ item }) => textAt(item, 'type'))) {
        const problem = `there is an item for ${key} already`;
        const fix = 'Write both into one item.';
        yield { object, field: `spec.limits[${entry.index}].type`, problem, fix };
      }
      for (const { item, index: position } of limits) {
        for (const found of limitProblems(item, `spec.limits[${position}]`)) {
          if (!isReported(input, object, found.field)) yield { object, ...found };
        }
      }
    }
  },
};

const amounts = ['cpu', 'memory', 'ephemeral-storage'];
const counted = [
  ...amounts,
  ...amounts.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'requests.storage',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];

/** Names with a slash are extended resources, counts and storage classes; huge pages have sizes. */
function isCounted(name: string): boolean {
  return name.includes('/') || counted.includes(name) || /^(?:requests\.)?hugepages-/.test(name);
}

/** All but amounts of compute, storage and extended resources is counted. */
function isMeasured(name: string): boolean {
  const isAmount = amounts.some((amount) => name.endsWith(amount)) || name.endsWith('storage');
  return (
    isAmount || name.includes('hugepages-') || (name.includes('/') && !name.startsWith('count/'))
  );
}

const types = ['Container', 'PersistentVolumeClaim', 'Pod'];

function* limitProblems(limit: Fields, field: string): Generator<Omit<Report, 'object'>> {
  const type = textAt(limit, 'type');
  if (type !== undefined && !types.includes(type) && !type.includes('/')) {
    const fix = `Write ${closest(type, types) ?? 'Container, Pod or PersistentVolumeClaim'}.`;
    const problem = `must be one of ${types.join(', ')}, got ${show(type)}`;
    yield { field: `${field}.type`, problem, fix };
  }
  yield* itemProblems(limit, type, field);
  const seen = new Set<string>();
  for (const [lower, upper] of pairs) {
    const most = fieldsAt(limit, upper);
    for (const [name, value] of Object.entries(fieldsAt(limit, lower))) {
      const least = parseQuantity(value);
      const bound = Object.hasOwn(most, name) ? parseQuantity(most[name]) : undefined;
      if (least === undefined || bound === undefined || least <= bound || seen.has(name)) continue;
      // Of several pairs out of order, the first says it.
      seen.add(name);
      yield {
        field: appendField(`${field}.${lower}`, name),
        problem: `must not be above ${upper} (${show(most[name])}), got ${show(value)}`,
        fix: `Write at most ${show(most[name])}, or raise ${upper}.`,
      };
    }
  }
}

const parts = ['default', 'defaultRequest', 'max', 'maxLimitRequestRatio', 'min'] as const;

function* itemProblems(
  limit: Fields,
  type: string | undefined,
  field: string,
): Generator<Omit<Report, 'object'>> {
  const isClaim = type === 'PersistentVolumeClaim';
  for (const part of parts) {
    const amounts = fieldsAt(limit, part);
    if (type === 'Pod' && part.startsWith('default') && Object.keys(amounts).length > 0) {
      const problem = `${part} is not for the type Pod`;
      yield { field: `${field}.${part}`, problem, fix: 'Write it for the type Container.' };
      continue;
    }
    for (const name of Object.keys(amounts)) {
      if (isResourceName(name) || name === 'storage') continue;
      yield {
        field: appendField(`${field}.${part}`, name),
        problem: `${show(name)} is no resource of Kubernetes`,
        fix: `Write ${isClaim ? 'storage' : 'cpu, memory or ephemeral-storage'}.`,
      };
    }
  }
  const bounds = [...Object.keys(fieldsAt(limit, 'min')), ...Object.keys(fieldsAt(limit, 'max'))];
  if (isClaim && bounds.length === 0) {
    const problem = 'the limits of claims have neither min nor max';
    const from = ['min', 'max'].flatMap((part) => [`${field}.${part}`, `${field}.${part}.storage`]);
    yield { field, problem, fix: 'Write min or max with storage below it.', from };
  }
}

const pairs = [
  ['min', 'max'],
  ['default', 'max'],
  ['defaultRequest', 'max'],
  ['min', 'default'],
  ['min', 'defaultRequest'],
  ['defaultRequest', 'default'],
] as const;
