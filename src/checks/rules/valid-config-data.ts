import { show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsAt, textAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** What a ConfigMap and a Secret may hold in all. */
const mostBytes = 1024 * 1024;

/** Keys that a Secret of a built-in type must have. */
const keysOfType: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

/** ConfigMaps and Secrets hold keys that they may, and no more than fits. */
export const validConfigData: Check = {
  id: 'valid-config-data',
  summary: 'The keys and the size of ConfigMaps and Secrets are such that Kubernetes takes them.',
  why: 'The API server refuses a key with a space or a slash, more than 1 MiB in all, and a Secret without the keys of its type.',
  fix: "Use letters, digits, '-', '_' and '.' in keys; slashes belong into the items of a volume.",
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG LEVEL: info
`,
    right: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LOG_LEVEL: info
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('/ConfigMap')) yield* problems(object, 'ConfigMap');
    for (const object of index.ofKind('/Secret')) {
      yield* problems(object, 'Secret');
      yield* missingKeys(object);
      for (const found of registryProblems(object)) {
        // What is no base64 is reported as such.
        if (!isReported(input, object, found.field)) yield found;
      }
    }
  },
};

function* problems(object: CheckedObject, kind: string): Generator<Report> {
  let bytes = 0;
  const seen = new Set<string>();
  for (const part of ['data', 'binaryData', 'stringData']) {
    for (const [key, value] of Object.entries(fieldsAt(object.manifest, part))) {
      const field = appendField(part, key);
      if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key.startsWith('..')) {
        yield { object, field, problem: `${show(key)} cannot be the key of a ${kind}` };
      }
      if (part === 'binaryData' && seen.has(key)) {
        const fix = 'Leave one of the two.';
        yield { object, field, problem: `the key ${show(key)} is also in data`, fix };
      }
      seen.add(key);
      if (typeof value === 'string') bytes += sizeOf(part, kind, value);
    }
  }
  if (bytes > mostBytes) {
    yield {
      object,
      field: 'data',
      problem: `the ${kind} holds ${bytes} bytes, more than ${mostBytes}`,
      fix: `Divide it, or put the files into a volume or an image.`,
    };
  }
}

function sizeOf(part: string, kind: string, value: string): number {
  const isBase64 = part === 'binaryData' || (part === 'data' && kind === 'Secret');
  return isBase64 ? Math.floor((value.length * 3) / 4) : Buffer.byteLength(value);
}

function* missingKeys(object: CheckedObject): Generator<Report> {
  const type = object.manifest['type'];
  const needed =
    typeof type === 'string' && Object.hasOwn(keysOfType, type) ? keysOfType[type] : [];
  const own = new Set(
    ['data', 'stringData'].flatMap((part) => Object.keys(fieldsAt(object.manifest, part))),
  );
  const account = 'kubernetes.io/service-account.name';
  if (
    type === 'kubernetes.io/service-account-token' &&
    !at(object.manifest, 'metadata', 'annotations', account)
  ) {
    yield {
      object,
      field: appendField('metadata.annotations', account),
      problem: 'the token of a ServiceAccount does not say whose it is',
      fix: `Write the annotation ${account} with the name of the ServiceAccount.`,
    };
  }
  const parts =
    object.manifest['stringData'] == null ? ['data', 'stringData'] : ['stringData', 'data'];
  for (const key of needed ?? []) {
    if (own.has(key)) continue;
    yield {
      object,
      field: 'data',
      problem: `a Secret of type ${String(type)} needs the key "${key}"`,
      fix: `Add the key ${key}, or write another type.`,
      from: parts.map((part) => appendField(part, key)),
      cause: 'type',
    };
  }
}

const registryKeys = new Map([
  ['kubernetes.io/dockercfg', '.dockercfg'],
  ['kubernetes.io/dockerconfigjson', '.dockerconfigjson'],
]);

/** The credentials of registries are JSON. They are never shown. */
function* registryProblems(object: CheckedObject): Generator<Report> {
  const { manifest } = object;
  const key = registryKeys.get(textAt(manifest, 'type') ?? '');
  if (key === undefined) return;
  const plain = textAt(manifest, 'stringData', key);
  const encoded = textAt(manifest, 'data', key);
  // An empty text may be filled later.
  const text = plain ?? (encoded && Buffer.from(encoded, 'base64').toString());
  if (text === undefined || isJsonMapping(text)) return;
  yield {
    object,
    field: appendField(plain === undefined ? 'data' : 'stringData', key),
    problem: `${key} must hold a mapping in JSON`,
    fix: 'Write {"auths": {"registry.example.com": {"username": "...", "password": "..."}}}.',
  };
}

function isJsonMapping(text: string): boolean {
  try {
    return isFields(JSON.parse(text));
  } catch {
    return false;
  }
}
