import { isScalar, type Node, type Scalar } from 'yaml';

/** What a scalar of YAML can be. */
export type ScalarValue = string | number | boolean | null;

const words = new Map<string, ScalarValue>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const fraction = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The value of a scalar that stands without quotes, as `kubectl`, the API server's clients and KubeKey
 * read it (`sigs.k8s.io/yaml`, which is go-yaml v2 and then JSON).
 *
 * That is neither YAML 1.1 nor YAML 1.2: `yes`, `on` and `y` are booleans, `017` and `0o17` are both
 * 15, `08` is 8, `1_000` is 1000, and dates and `1:30` stay text.
 */
export function resolvePlain(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  // Only a digit, a sign or a point can begin a number; most scalars begin with a letter.
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  return mayBeNumber ? (numberOf(text) ?? text) : text;
}

/** The value of a scalar node whose schema left it as text: its tag and its quotes are honoured. */
export function scalarValue(node: Scalar): ScalarValue {
  const text = node.source ?? '';
  const tag = shortTag(node);
  if (tag === '!!str' || tag === '!') return text;
  return node.type === 'PLAIN' || tag !== undefined ? resolvePlain(text) : text;
}

/** The tag of a node as authors write it, such as `!!str`, or undefined where it has none. */
export function shortTag(node: Node): string | undefined {
  return (node as { tag?: string }).tag?.replace('tag:yaml.org,2002:', '!!');
}

/** Tells whether a value is of the type that the tag of its node names. */
export function tagFits(node: Scalar, value: ScalarValue): boolean {
  const tag = shortTag(node);
  if (tag === '!!int') return Number.isInteger(value);
  if (tag === '!!float') return typeof value === 'number';
  if (tag === '!!bool') return typeof value === 'boolean';
  return tag !== '!!null' || value === null;
}

/** Tells whether a key is YAML's merge key: `<<` without quotes. */
export function isMergeKey(key: Node): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<' && key.tag === undefined;
}

function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (text.startsWith('.')) return fraction.test(text) ? finite(Number(plain)) : undefined;
  return integerOf(plain) ?? (decimal.test(plain) ? finite(Number(plain)) : undefined);
}

function integerOf(plain: string): number | undefined {
  const found = integer.exec(plain);
  if (found === null) return undefined;
  const [, sign, hex, binary, octal, digits = ''] = found;
  const prefixed = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : undefined;
  // Go's integers have 64 bits: a longer one in another base is a float of its digits, or text.
  if (prefixed !== undefined && !fitsInteger(prefixed, sign)) return undefined;
  const value = Number(prefixed ?? digits);
  return sign === '-' && value !== 0 ? -value : value;
}

function fitsInteger(prefixed: string, sign: string | undefined): boolean {
  if (prefixed.length <= 15) return true;
  const limit = sign === '' ? 2n ** 64n - 1n : sign === '-' ? 2n ** 63n : 2n ** 63n - 1n;
  return BigInt(prefixed) <= limit;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
