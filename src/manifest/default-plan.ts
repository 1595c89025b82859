import { apiDefaultsOf, structFieldsOf, type ApiDefault } from '../facts/kubernetes/api-defaults';
import { minorOf } from '../facts/kubernetes/minor';
import type { TypeSchema } from '../facts/kubernetes/property';
import { definition } from '../facts/kubernetes/schema';
import { servedKind } from '../facts/kubernetes/served';
import { zeroValuesOf } from '../facts/kubernetes/zero-values';

/** How a field of a struct is treated: what stands in it, and whether empty equals left out. */
export interface PlannedField {
  /** `list` and `map` hold values of the plan, `struct` is one, `plain` is copied as it is. */
  readonly shape: 'struct' | 'list' | 'map' | 'plain';
  /** What is to be done within; undefined where values are copied as they are. */
  readonly plan?: DefaultPlan;
}

/** What the API server fills in at one struct of a kind, ready to be applied. */
export class DefaultPlan {
  /** Defaults that are one plain value under no condition, by field. */
  readonly constants: ReadonlyMap<string, unknown>;
  /** All other defaults by field, those that look at other fields last. */
  readonly defaults: readonly (readonly [string, readonly ApiDefault[]])[];
  /** Fields whose explicit zero value equals leaving them out. */
  readonly zeros: ReadonlyMap<string, string | number | boolean>;
  /** Fields that are there, as an empty mapping, even where nobody writes them. */
  readonly structs: ReadonlySet<string>;
  /** Fields that the server refuses to miss. */
  readonly required: ReadonlySet<string>;
  readonly #fields = new Map<string, PlannedField>();
  readonly #types: ReadonlyMap<string, { readonly type: TypeSchema }>;
  readonly #kind: KindPlans;
  readonly #name: string;

  constructor(kind: KindPlans, name: string, parent: string) {
    this.#kind = kind;
    this.#name = name;
    const struct = definition(kind.version, name);
    this.#types = struct?.fields ?? new Map();
    this.required = new Set(struct?.required);
    this.zeros = zeroValuesOf(name);
    this.structs = new Set([
      ...structFieldsOf(name),
      ...(parent === '' ? ['metadata', 'spec'] : []),
    ]);
    const all = [...apiDefaultsOf(name, minorOf(kind.version))]
      .map(([field, rules]) => {
        const here = rules.filter(
          ({ onlyIn, within }) =>
            (onlyIn?.includes(kind.kind) ?? true) && (within?.includes(parent) ?? true),
        );
        return [field, here] as const;
      })
      .filter(([, rules]) => rules.length > 0);
    this.constants = new Map(
      all.flatMap(([field, rules]) =>
        isConstant(rules) ? [[field, rules[0]?.value] as const] : [],
      ),
    );
    this.defaults = all
      .filter(([, rules]) => !isConstant(rules))
      .sort(([, a], [, b]) => Number(looksAround(a)) - Number(looksAround(b)));
  }

  /** How a field is treated; one that the schema doesn't know is copied as it is. */
  field(name: string): PlannedField {
    let found = this.#fields.get(name);
    if (found === undefined) {
      const type = this.#types.get(name)?.type;
      found = type === undefined ? { shape: 'plain' } : this.#planned(type);
      this.#fields.set(name, found);
    }
    return found;
  }

  #planned(type: TypeSchema): PlannedField {
    if (type.is === 'struct') {
      return { shape: 'struct', plan: this.#kind.planOf(type.definition, this.#name) };
    }
    if (type.is !== 'list' && type.is !== 'map') return { shape: 'plain' };
    const inner = type.is === 'list' ? type.items : type.values;
    return inner.is === 'struct'
      ? { shape: type.is, plan: this.#kind.planOf(inner.definition, this.#name) }
      : { shape: type.is };
  }
}

/** A default that is one plain value, whatever stands around it. */
function isConstant([first, ...others]: readonly ApiDefault[]): boolean {
  if (first === undefined || others.length > 0) return false;
  const { value, onlyIn: _onlyIn, within: _within, since: _since, until: _until, ...rest } = first;
  return value !== undefined && typeof value !== 'object' && Object.keys(rest).length === 0;
}

/** A default that needs the defaults of its neighbours to be there. */
function looksAround(all: readonly ApiDefault[]): boolean {
  return all.some(({ is, copyOf, entriesOf }) => (is ?? copyOf ?? entriesOf) !== undefined);
}

/** The plans of all structs of one kind at one version, each made when it is first met. */
class KindPlans {
  readonly version: string;
  readonly kind: string;
  readonly #plans = new Map<string, DefaultPlan>();

  constructor(version: string, kind: string) {
    this.version = version;
    this.kind = kind;
  }

  planOf(name: string, parent: string): DefaultPlan {
    const key = `${name} ${parent}`;
    let plan = this.#plans.get(key);
    if (plan === undefined) this.#plans.set(key, (plan = new DefaultPlan(this, name, parent)));
    return plan;
  }
}

const roots = new Map<string, DefaultPlan | undefined>();

/** The plan of a built-in kind at a version; undefined for any other kind. */
export function defaultPlanOf(
  apiVersion: string,
  kind: string,
  version: string,
): DefaultPlan | undefined {
  const key = `${minorOf(version)} ${apiVersion} ${kind}`;
  if (roots.has(key)) return roots.get(key);
  const name = servedKind(version, apiVersion, kind)?.definition;
  const plan =
    name === undefined || name === ''
      ? undefined
      : new KindPlans(version, `${apiVersion} ${kind}`).planOf(name, '');
  roots.set(key, plan);
  return plan;
}
