import { show } from '../../errors';
import { fieldsAt } from '../../manifest/fields';
import { isWholeQuantity, parseQuantity } from '../../manifest/quantity';
import { appendField } from '../../manifest/field-path';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { isResourceName } from '../resource-name';

/** Requests and limits of containers fit together. */
export const validResources: Check = {
  id: 'valid-resources',
  summary:
    'Requests are within limits, in units of their resource; extended resources are whole and have equal limits.',
  why: 'The API server refuses a container that requests more than its limit, a part of a GPU, or a resource whose name it does not know. It takes cpu: 500Mi for 524 million CPUs and memory: 512m for half a byte, with which no pod can run.',
  fix: 'Write a request that is not above the limit.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      resources:
        requests: { memory: 512Mi }
        limits: { memory: 256Mi }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      resources:
        requests: { memory: 128Mi }
        limits: { memory: 256Mi }
`,
  },
  *run(input) {
    for (const { object, container, field } of objectIndex(input).containersWith('resources')) {
      for (const problem of resourceProblems(container['resources'], `${field}.resources`)) {
        yield { object, ...problem };
      }
    }
  },
};

type Found = Omit<Report, 'object'>;

function* resourceProblems(resources: unknown, field: string): Generator<Found> {
  const limits = fieldsAt(resources, 'limits');
  const requests = fieldsAt(resources, 'requests');
  // A name that is none may be that of the limit that seems to be missing.
  const misnamed = Object.keys(limits)
    .filter((name) => !isResourceName(name))
    .map((name) => appendField(`${field}.limits`, name));
  for (const name of new Set([...Object.keys(limits), ...Object.keys(requests)])) {
    const limitField = appendField(`${field}.limits`, name);
    const requestField = appendField(`${field}.requests`, name);
    const nameField = Object.hasOwn(limits, name) ? limitField : requestField;
    if (!isResourceName(name)) {
      yield {
        field: nameField,
        problem: `${show(name)} is no resource of Kubernetes`,
        fix: 'Write cpu, memory, ephemeral-storage, or the full name of an extended resource such as nvidia.com/gpu.',
      };
      continue;
    }
    const limit = parseQuantity(limits[name]);
    const request = parseQuantity(requests[name]);
    if ((limit ?? 0n) < 0n || (request ?? 0n) < 0n) {
      if ((limit ?? 0n) < 0n) yield negative(limitField, limits[name]);
      if ((request ?? 0n) < 0n) yield negative(requestField, requests[name]);
      continue;
    }
    const misread = [
      ...wrongUnit(name, limitField, limits[name]),
      ...wrongUnit(name, requestField, requests[name]),
    ];
    if (misread.length > 0) {
      yield* misread;
      continue;
    }
    const isExtended = name.includes('/');
    if (isExtended) {
      yield* notWhole(name, limitField, limits[name]);
      yield* notWhole(name, requestField, requests[name]);
    }
    if (limit !== undefined && request !== undefined && request > limit) {
      yield {
        field: requestField,
        problem: `the request of ${name}, ${show(requests[name])}, is above its limit ${show(limits[name])}`,
        fix: 'Lower the request, or raise the limit.',
      };
    } else if (
      (isExtended || name.startsWith('hugepages-')) &&
      request !== undefined &&
      request !== limit
    ) {
      yield {
        field: limit === undefined ? requestField : limitField,
        problem:
          limit === undefined
            ? `${name} has a request and no limit`
            : `the limit of ${name}, ${show(limits[name])}, is not its request ${show(requests[name])}`,
        fix: 'Write one amount as limit; the request may be left out. This resource cannot be overcommitted.',
        from: [limitField, ...misnamed],
      };
    }
  }
}

/** A unit that the server takes, and that makes the amount another one than anybody means. */
function* wrongUnit(name: string, field: string, value: unknown): Generator<Found> {
  if (typeof value !== 'string') return;
  const [, amount = '', unit = ''] = /^([\d.]+)([A-Za-z]+)$/.exec(value) ?? [];
  if (name === 'cpu' && /^[kMGTPE]i?$/.test(unit)) {
    yield {
      field,
      problem: `the unit ${unit} makes this thousands of CPUs and more, got ${show(value)}`,
      fix: `Write ${amount}m for thousandths of a CPU, or a number of CPUs such as 0.5 or 2.`,
    };
  } else if ((name === 'memory' || name === 'ephemeral-storage') && unit === 'm') {
    yield {
      field,
      problem: `the unit m is thousandths of a byte, got ${show(value)}`,
      fix: `Write ${amount}Mi for mebibytes, or ${amount}M for millions of bytes.`,
    };
  }
}

function* notWhole(name: string, field: string, value: unknown): Generator<Found> {
  const amount = parseQuantity(value);
  if (amount === undefined || isWholeQuantity(amount)) return;
  yield {
    field,
    problem: `${name} must be a whole number, got ${show(value)}`,
    fix: 'Write a whole number: an extended resource cannot be divided.',
  };
}

function negative(field: string, value: unknown): Found {
  return {
    field,
    problem: `must be 0 or more, got ${show(value)}`,
    fix: 'Write an amount of 0 or more.',
  };
}
