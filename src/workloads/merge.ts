import { isDeepStrictEqual } from 'node:util';
import { show, type Problem } from '../errors';
import { at, type Fields } from '../manifest/manifest';
import { isLiteralFields, isResolvedLater } from '../manifest/literal';
import { redacted, redactValue } from '../manifest/secrets';

/** The lists of a pod and a Service whose items the API tells apart by a key. Source: its list-map keys. */
const keysOfList: ReadonlyMap<string, readonly string[]> = new Map([
  ['claims', ['name']],
  ['containers', ['name']],
  ['env', ['name']],
  ['ephemeralContainers', ['name']],
  ['hostAliases', ['ip']],
  ['imagePullSecrets', ['name']],
  ['initContainers', ['name']],
  ['resourceClaims', ['name']],
  ['schedulingGates', ['name']],
  ['topologySpreadConstraints', ['topologyKey', 'whenUnsatisfiable']],
  ['volumeDevices', ['devicePath']],
  ['volumeMounts', ['mountPath']],
  ['volumes', ['name']],
]);

/** What was said in one place: what the author calls a part of the object, and the fields of it. */
interface Saying {
  readonly said: object;
  /** Path of the part. */
  readonly prefix: string;
  /** Name that stands for the part. */
  readonly place: string;
}

/**
 * Puts together what was said about one object in several places, so that nothing said is lost.
 *
 * Objects merge deep, lists whose items have keys in the API merge item by item, and any other value
 * may be said again only as it was said before: a different one is a problem that names both places.
 */
export class Merge {
  /** What is wrong so far: values said twice differently, items said twice in one list. */
  readonly problems: Problem[] = [];
  private readonly path: string;
  private readonly fields: Record<string, unknown> = {};
  private readonly sayings: Saying[] = [];
  /** The steps to the field at hand. They become a path only where there is something to tell. */
  private readonly trail: string[] = [];

  /** @param path the construct's path, for the problems */
  constructor(path: string) {
    this.path = path;
  }

  /** Everything said so far. */
  get result(): Fields {
    return this.fields;
  }

  /**
   * Adds what was said in one place.
   *
   * @param said the fields as they lie in the object; undefined adds nothing
   * @param prefix part of the object that the place is about, such as `containers[nginx]`
   * @param place what the user calls that part, such as `container`
   */
  say(said: object | undefined, prefix = '', place = ''): void {
    // What is known only at synth can't be put together; `lateProblems` says so.
    if (said === undefined || isResolvedLater(said)) return;
    this.sayings.push({ said, prefix, place });
    this.into(this.fields, said as Fields);
  }

  private into(fields: Record<string, unknown>, said: Fields): void {
    for (const key of Object.keys(said)) {
      const value = said[key];
      // cdk8s writes neither, so neither says anything.
      if (value === undefined || value === null) continue;
      this.trail.push(key);
      fields[key] = this.combine(fields[key], value, key);
      this.trail.pop();
    }
  }

  private combine(old: unknown, said: unknown, field: string): unknown {
    if (Array.isArray(said) && (old === undefined || Array.isArray(old)) && hasKeys(field)) {
      const items = (old ?? []) as unknown[];
      this.intoList(items, said, field);
      return items;
    }
    if (isLiteralFields(said) && (old === undefined || isLiteralFields(old))) {
      // What is here already is a copy of what was said, so it may be added to.
      const fields: Record<string, unknown> = old ?? {};
      this.into(fields, said);
      return fields;
    }
    if (old === undefined) return copyOf(said);
    if (!isDeepStrictEqual(old, said)) this.conflict(old, said);
    return old;
  }

  private intoList(items: unknown[], said: readonly unknown[], field: string): void {
    const positions = new Map(items.map((item, index) => [keyOf(field, item), index]));
    const before = new Set<string>();
    for (const item of said) {
      const key = keyOf(field, item);
      if (key === undefined) {
        items.push(copyOf(item));
      } else if (before.has(key)) {
        this.repeated(key);
      } else {
        before.add(key);
        const position = positions.get(key);
        const old = position === undefined ? undefined : items[position];
        this.trail.push(`[${key}]`);
        items[position ?? items.length] = this.combine(old, item, '');
        this.trail.pop();
      }
    }
  }

  private conflict(old: unknown, said: unknown): void {
    const at = pathOf(this.trail);
    const last = this.sayings.at(-1);
    const first = this.sayings.find((saying) => saysAt(saying.said, this.trail)) ?? last;
    const [here, there] = [nameIn(first, at), nameIn(last, at)];
    this.problems.push({
      path: this.path,
      problem: `two different values for one field, got ${shown(this.trail, old)} in ${here} and ${shown(this.trail, said)} in ${there}`,
      fix: 'Say it in one of the two places.',
    });
  }

  private repeated(key: string): void {
    this.problems.push({
      path: this.path,
      problem: `${nameIn(this.sayings.at(-1), pathOf(this.trail))} must hold each item once, got ${key} twice`,
      fix: 'Put the two into one item, or give one of them another name.',
    });
  }
}

/** Tells whether fields hold a value at the end of a trail. */
function saysAt(said: unknown, trail: readonly string[]): boolean {
  let here: unknown = said;
  for (const [index, step] of trail.entries()) {
    if (Array.isArray(here)) {
      const field = trail[index - 1] ?? '';
      here = here.find((item) => `[${keyOf(field, item)}]` === step) as unknown;
    } else {
      here = at(here, step);
    }
  }
  return here !== undefined && here !== null;
}

function hasKeys(field: string): boolean {
  return field === 'ports' || keysOfList.has(field);
}

/** The key of an item of a list; undefined for an item that is known only at synth. */
function keyOf(field: string, item: unknown): string | undefined {
  if (!isLiteralFields(item)) return undefined;
  if (field === 'ports') {
    // A container's ports have `containerPort`, a Service's have `port`.
    const port = item['containerPort'] ?? item['port'];
    const protocol = item['protocol'] ?? 'TCP';
    if (typeof protocol !== 'string' || isResolvedLater(port)) return undefined;
    return `${String(port)}/${protocol}`;
  }
  const parts = keysOfList.get(field)?.map((key) => item[key]);
  return parts?.every((part) => typeof part === 'string') === true ? parts.join(' ') : undefined;
}

/** A copy, so that what the author changes later doesn't reach the object. Lazy values stay. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isLiteralFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}

/** What the author calls a field. */
function nameIn(saying: Saying | undefined, field: string): string {
  const { prefix = '', place = '' } = saying ?? {};
  if (!field.startsWith(prefix)) return field;
  const rest = prefix === '' && place !== '' ? `.${field}` : field.slice(prefix.length);
  return place === '' ? rest.replace(/^\./, '') : place + rest;
}

/** The path of a field: `a.b`, or `a[b/c]` for a key that is no plain word. */
function pathOf(trail: readonly string[]): string {
  let path = '';
  for (const step of trail) {
    if (step.startsWith('[')) path += step;
    else if (path === '') path = step;
    else path += /^[\w-]+$/.test(step) ? `.${step}` : `[${step}]`;
  }
  return path;
}

/** A value as problems show it, unless it is a secret by the name of its item or its own. */
function shown(trail: readonly string[], value: unknown): string {
  if (isResolvedLater(value)) return 'a value known only at synth';
  const [item = '', field = ''] = trail.slice(-2);
  const name = field === 'value' ? item.replace(/^\[|\]$/g, '') : field;
  const safe = redactValue(value, name);
  return safe === redacted ? redacted : show(safe);
}
