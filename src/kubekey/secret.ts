import { throwProblems, type Problem } from '../errors';
import { redacted } from '../manifest/secret-names';

/** A secret: the text itself, or the name of the environment variable that holds it. */
type Source = { readonly text: string } | { readonly variable: string };

let sourceOf: (secret: Secret) => Source;

/**
 * A secret that shows itself to nobody: as text, as JSON and in a log it is `<redacted>`.
 *
 * Made by `fromEnv`, or from a text by the methods that take one.
 */
export class Secret {
  readonly #source: Source;

  static {
    sourceOf = (secret) => secret.#source;
  }

  /** @internal */
  constructor(source: Source) {
    this.#source = source;
  }

  /** `<redacted>`. */
  toString(): string {
    return redacted;
  }

  /** `<redacted>`. */
  toJSON(): string {
    return redacted;
  }
}

/**
 * A secret from the environment, read when the file that holds it is written and not before.
 *
 * @param name name of the environment variable, such as `NODE_PASSWORD`
 * @throws GroundworkError where the name can't be one of a variable; the error doesn't show it, since it may be a secret
 */
export function fromEnv(name: string): Secret {
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throwProblems([
      {
        path: 'fromEnv',
        problem: 'the name of an environment variable is needed, got something else',
        fix: 'Use letters, digits and "_", such as fromEnv("NODE_PASSWORD").',
      },
    ]);
  }
  return new Secret({ variable: name });
}

/** A secret at its place in a manifest, with the words for whose it is. */
export class SecretSlot {
  /** Whose secret it is, such as `host node1`. */
  readonly owner: string;
  /** The secret. */
  readonly secret: Secret;

  constructor(owner: string, secret: Secret) {
    this.owner = owner;
    this.secret = secret;
  }
}

/** Tells whether a tree holds a secret anywhere. */
export function holdsSecret(tree: unknown): boolean {
  if (tree instanceof SecretSlot) return true;
  return typeof tree === 'object' && tree !== null && Object.values(tree).some(holdsSecret);
}

/** A copy of the tree with `<redacted>` in place of each secret. */
export function redact<T>(tree: T): T {
  return copy(tree, () => redacted) as T;
}

/**
 * A copy of the tree with its secrets in place, which reads the environment.
 *
 * @param path what the error names as the place
 * @throws GroundworkError that names every missing variable and whose secret it is
 */
export function reveal<T>(tree: T, path: string): T {
  const missing = new Map<string, string[]>();
  const revealed = copy(tree, ({ owner, secret }) => {
    const source = sourceOf(secret);
    if ('text' in source) return source.text;
    const value = process.env[source.variable];
    if (value !== undefined && value !== '') return value;
    const owners = missing.get(source.variable) ?? [];
    missing.set(source.variable, [...owners, owner]);
    return redacted;
  });
  throwProblems([...missing].map(([variable, owners]) => notSet(path, variable, owners)));
  return revealed as T;
}

function notSet(path: string, variable: string, owners: readonly string[]): Problem {
  return {
    path,
    problem: `environment variable ${variable} is not set or empty, but ${[...new Set(owners)].join(', ')} needs it`,
    fix: `Set ${variable} before the files are written.`,
  };
}

function copy(value: unknown, fill: (slot: SecretSlot) => string): unknown {
  if (value instanceof SecretSlot) return fill(value);
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, fill)]));
}
