import { groupOf, isFields, type Fields, type Manifest } from '../manifest/manifest';

/** What stands in place of a secret value. It equals anything. */
export const redacted = '<redacted>';

/** Tells whether a value stands for a secret. */
export function isRedacted(value: unknown): boolean {
  return value === redacted;
}

/** Fields of a KubeKey config that hold a credential, wherever they stand; kk matches keys in any case. */
const credentials = new Set([
  'password',
  'privatekey',
  'private_key_content',
  'sudopassword',
  'token',
  'identitytoken',
  'registrytoken',
  'auth',
]);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Which values of an object must never be shown: told from the steps that lead to them. */
export function isSecretPath(manifest: Manifest, path: readonly string[]): boolean {
  const group = groupOf(manifest.apiVersion);
  if (manifest.kind === 'Secret' && group === '') {
    return path[0] === 'data' || path[0] === 'stringData' || path.includes(lastApplied);
  }
  if (group === 'kubekey.kubesphere.io') {
    return path.some((step) => credentials.has(step.toLowerCase())) || path.includes(lastApplied);
  }
  return false;
}

/** A value with every secret in it replaced, however deep it stands. */
export function redact(manifest: Manifest, path: readonly string[], value: unknown): unknown {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) {
    return isSecretPath(manifest, path) ? redacted : value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => redact(manifest, [...path, `[${index}]`], item));
  }
  const shown: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value as Fields)) {
    Object.defineProperty(shown, key, {
      value: redact(manifest, [...path, key], item),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return isFields(shown) ? shown : value;
}
