import { isFields } from '../../manifest/manifest';
import type { ArgumentProblem } from '../argument-problem';

/** A field of the cluster that kk 4 has no place for. */
export interface KubeKeyLoss {
  /** Field of `KubeKeyClusterProps`, such as `network.calico.ipipMode`. */
  readonly field: string;
  /** What to do instead, as a sentence. */
  readonly fix: string;
}

/** The Config's `spec` while it is written, and what didn't fit in. */
export class Draft {
  /** Fields without a place, each once. */
  readonly losses: KubeKeyLoss[] = [];
  /** What kk 4 would do wrong with the cluster, so that it can't be written at all. */
  readonly refusals: ArgumentProblem[] = [];
  readonly #spec: Record<string, unknown> = {};

  /** Writes a value at a path such as `etcd.env.data_dir`; undefined writes nothing. */
  set(path: string, value: unknown): void {
    if (value === undefined) return;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let here: Record<string, unknown> = this.#spec;
    for (const key of keys) {
      const next = here[key];
      here = isFields(next) ? next : (here[key] = {});
    }
    const old = here[last];
    here[last] = isFields(old) && isFields(value) ? { ...old, ...value } : value;
  }

  /** Writes a value where nothing was said: it keeps what kk 3 does where kk 4 would do something else. */
  keep(path: string, value: unknown): void {
    let here: unknown = this.#spec;
    for (const key of path.split('.')) here = isFields(here) ? here[key] : undefined;
    if (here === undefined) this.set(path, value);
  }

  /** Reports a field that has no place, once. */
  lose(field: string, fix: string): void {
    if (!this.losses.some((loss) => loss.field === field)) this.losses.push({ field, fix });
  }

  /** Reports what can't be written at all. */
  refuse(problem: string, fix: string): void {
    this.refusals.push({ problem, fix });
  }

  /** The `spec`, its groups in the order of kk 4's own template. */
  spec(): Readonly<Record<string, unknown>> {
    const known = groups.filter((group) => Object.hasOwn(this.#spec, group));
    return Object.fromEntries(known.map((group) => [group, this.#spec[group]]));
  }
}

const groups = [
  'zone',
  'audit',
  'native',
  'kubernetes',
  'etcd',
  'image_registry',
  'cri',
  'cni',
  'storage_class',
  'dns',
  'cluster_require',
];
