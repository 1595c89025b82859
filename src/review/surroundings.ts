import { itemsAt, labelsAt, numberAt, textAt } from '../manifest/fields';
import { describe, groupOf, refOf, type Manifest } from '../manifest/manifest';
import { podTemplatesOf, type PodTemplate } from '../manifest/relations';

/** An object that runs pods. */
export interface Workload {
  /** The object. */
  readonly manifest: Manifest;
  /** Its pod, or the template of its pods. */
  readonly pod: PodTemplate;
}

/** How a workload uses a ConfigMap or a Secret. */
export interface Consumer {
  /** Who uses it. */
  readonly workload: Workload;
  /**
   * How: `env` is read when a container starts, `file` is a mounted volume that is refreshed, `subPath`
   * is a mounted file that isn't, `pull` is used to pull images.
   */
  readonly how: 'env' | 'file' | 'subPath' | 'pull';
}

type Labels = Readonly<Record<string, string>>;

/** The other objects of one side, found without searching through all of them each time. */
export class Surroundings {
  readonly #manifests: readonly Manifest[];
  readonly #wanted: Surroundings | undefined;
  #workloads: readonly Workload[] | undefined;
  #byLabel: Map<string, Workload[]> | undefined;
  #autoscalers: Map<string, Manifest> | undefined;
  #services: Map<string, Manifest[]> | undefined;
  #consumers: Map<string, Consumer[]> | undefined;
  #claims: Map<string, Workload[]> | undefined;
  #definitions: Map<string, Manifest> | undefined;
  #claimManifests: Map<string, Manifest> | undefined;

  /**
   * @param wanted what was to be, where some of it is refused
   */
  constructor(manifests: readonly Manifest[], wanted?: Surroundings) {
    this.#manifests = manifests;
    this.#wanted = wanted;
  }

  /** All objects that run pods. */
  get workloads(): readonly Workload[] {
    this.#workloads ??= this.#manifests.flatMap((manifest) =>
      podTemplatesOf(manifest).map((pod) => ({ manifest, pod })),
    );
    return this.#workloads;
  }

  /** The autoscaler that sets the number of pods of an object. */
  autoscalerOf(manifest: Manifest): Manifest | undefined {
    this.#autoscalers ??= indexed(this.#manifests, (scaler) => {
      if (scaler.kind !== 'HorizontalPodAutoscaler') return undefined;
      const kind = textAt(scaler, 'spec', 'scaleTargetRef', 'kind') ?? '';
      const name = textAt(scaler, 'spec', 'scaleTargetRef', 'name') ?? '';
      return `${namespaceOf(scaler)}/${kind}/${name}`;
    });
    const { kind, name } = refOf(manifest);
    return this.#autoscalers.get(`${namespaceOf(manifest)}/${kind}/${name}`);
  }

  /** The workloads of a namespace whose pods have all of these labels; none for an empty selector. */
  workloadsWith(namespace: string, selector: Labels): readonly Workload[] {
    const entries = Object.entries(selector);
    if (this.#byLabel === undefined) {
      this.#byLabel = new Map();
      for (const workload of this.workloads) {
        for (const [key, value] of Object.entries(workload.pod.labels)) {
          push(this.#byLabel, `${namespaceOf(workload.manifest)}|${key}=${value}`, workload);
        }
      }
    }
    const lists = entries.map(
      ([key, value]) => this.#byLabel?.get(`${namespace}|${key}=${value}`) ?? [],
    );
    const shortest = lists.reduce<readonly Workload[]>(
      (least, list) => (list.length < least.length ? list : least),
      lists[0] ?? [],
    );
    return shortest.filter(({ pod }) => entries.every(([key, value]) => pod.labels[key] === value));
  }

  /** The workloads whose pods were to have all of these labels, and don't get them: they are refused. */
  refusedWith(namespace: string, selector: Labels): readonly Workload[] {
    if (this.#wanted === undefined) return [];
    const left = new Set(
      this.workloadsWith(namespace, selector).map(({ manifest }) => describe(refOf(manifest))),
    );
    return this.#wanted
      .workloadsWith(namespace, selector)
      .filter(({ manifest }) => !left.has(describe(refOf(manifest))));
  }

  /** The Services of a namespace that send to pods with these labels. */
  servicesFor(namespace: string, labels: Labels): readonly Manifest[] {
    this.#services ??= grouped(this.#manifests, (manifest) => {
      if (manifest.kind !== 'Service' || groupOf(manifest.apiVersion) !== '') return undefined;
      const [first] = Object.entries(labelsAt(manifest, 'spec', 'selector'));
      return first === undefined ? undefined : `${namespaceOf(manifest)}|${first.join('=')}`;
    });
    const found = Object.entries(labels).flatMap(
      ([key, value]) => this.#services?.get(`${namespace}|${key}=${value}`) ?? [],
    );
    return found.filter((service) =>
      Object.entries(labelsAt(service, 'spec', 'selector')).every(
        ([key, value]) => labels[key] === value,
      ),
    );
  }

  /** Who uses a ConfigMap or a Secret, each workload once for each way. */
  consumersOf(kind: 'ConfigMap' | 'Secret', namespace: string, name: string): readonly Consumer[] {
    if (this.#consumers === undefined) {
      this.#consumers = new Map();
      for (const workload of this.workloads) {
        for (const { of, how } of usesOf(workload.pod)) {
          push(this.#consumers, `${namespaceOf(workload.manifest)}|${of}`, { workload, how });
        }
      }
    }
    return this.#consumers.get(`${namespace}|${kind}/${name}`) ?? [];
  }

  /** The workloads whose pods mount a PersistentVolumeClaim. */
  claimUsers(namespace: string, name: string): readonly Workload[] {
    if (this.#claims === undefined) {
      this.#claims = new Map();
      for (const workload of this.workloads) {
        for (const claim of claimsOf(workload.pod)) {
          push(this.#claims, `${namespaceOf(workload.manifest)}|${claim}`, workload);
        }
      }
    }
    return this.#claims.get(`${namespace}|${name}`) ?? [];
  }

  /** The PersistentVolumeClaim of a name, where it is among the objects. */
  claim(namespace: string, name: string): Manifest | undefined {
    this.#claimManifests ??= indexed(this.#manifests, (manifest) =>
      manifest.kind === 'PersistentVolumeClaim'
        ? `${namespaceOf(manifest)}|${refOf(manifest).name}`
        : undefined,
    );
    return this.#claimManifests.get(`${namespace}|${name}`);
  }

  /** The CustomResourceDefinition of a custom kind, where it is among the objects. */
  definitionOf(manifest: Manifest): Manifest | undefined {
    this.#definitions ??= indexed(this.#manifests, (definition) =>
      definition.kind === 'CustomResourceDefinition'
        ? `${textAt(definition, 'spec', 'group') ?? ''}/${textAt(definition, 'spec', 'names', 'kind') ?? ''}`
        : undefined,
    );
    return this.#definitions.get(`${groupOf(manifest.apiVersion)}/${manifest.kind}`);
  }
}

/** Namespace of an object; empty where it names none. */
export function namespaceOf(manifest: unknown): string {
  return textAt(manifest, 'metadata', 'namespace') ?? '';
}

/** Names of the claims that a pod mounts. */
export function claimsOf(pod: PodTemplate): readonly string[] {
  return itemsAt(pod.spec, 'volumes').flatMap(
    ({ item }) => textAt(item, 'persistentVolumeClaim', 'claimName') ?? [],
  );
}

/** How many pods a workload wants, as written; undefined where that isn't said there. */
export function wantedPods(workload: Manifest): number | undefined {
  if (workload.kind === 'Pod') return 1;
  if (['DaemonSet', 'CronJob', 'PodTemplate'].includes(workload.kind)) return undefined;
  if (workload.kind === 'Job') return numberAt(workload, 'spec', 'parallelism') ?? 1;
  return numberAt(workload, 'spec', 'replicas') ?? 1;
}

/** Names of objects in a sentence: `Deployment shop/web and 2 more`. */
export function named(manifests: readonly Manifest[], most = 3): string {
  const names = [...new Set(manifests.map((manifest) => describe(refOf(manifest))))];
  if (names.length > most) {
    return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  }
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function usesOf(pod: PodTemplate): readonly { of: string; how: Consumer['how'] }[] {
  const uses: { of: string; how: Consumer['how'] }[] = [];
  const add = (kind: string, name: string | undefined, how: Consumer['how']): void => {
    if (name !== undefined) uses.push({ of: `${kind}/${name}`, how });
  };
  const partly = new Set<string>();
  const mounted = new Set<string>();
  for (const { container } of pod.containers) {
    for (const { item } of itemsAt(container, 'envFrom')) {
      add('ConfigMap', textAt(item, 'configMapRef', 'name'), 'env');
      add('Secret', textAt(item, 'secretRef', 'name'), 'env');
    }
    for (const { item } of itemsAt(container, 'env')) {
      add('ConfigMap', textAt(item, 'valueFrom', 'configMapKeyRef', 'name'), 'env');
      add('Secret', textAt(item, 'valueFrom', 'secretKeyRef', 'name'), 'env');
    }
    for (const { item } of itemsAt(container, 'volumeMounts')) {
      const volume = textAt(item, 'name') ?? '';
      const isPart = (textAt(item, 'subPath') ?? textAt(item, 'subPathExpr')) !== undefined;
      (isPart ? partly : mounted).add(volume);
    }
  }
  for (const { item } of itemsAt(pod.spec, 'volumes')) {
    const name = textAt(item, 'name') ?? '';
    const sources = [item, ...itemsAt(item, 'projected', 'sources').map((source) => source.item)];
    for (const source of sources) {
      const map = textAt(source, 'configMap', 'name');
      const secret = textAt(source, 'secret', 'secretName') ?? textAt(source, 'secret', 'name');
      if (partly.has(name)) {
        add('ConfigMap', map, 'subPath');
        add('Secret', secret, 'subPath');
      }
      if (mounted.has(name) || !partly.has(name)) {
        add('ConfigMap', map, 'file');
        add('Secret', secret, 'file');
      }
    }
  }
  for (const { item } of itemsAt(pod.spec, 'imagePullSecrets'))
    add('Secret', textAt(item, 'name'), 'pull');
  // Of one workload the same use may come up in many containers.
  return [...new Map(uses.map((use) => [`${use.of} ${use.how}`, use])).values()];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function grouped(
  manifests: readonly Manifest[],
  keyOf: (manifest: Manifest) => string | undefined,
): Map<string, Manifest[]> {
  const groups = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    if (key !== undefined) push(groups, key, manifest);
  }
  return groups;
}

function indexed(
  manifests: readonly Manifest[],
  keyOf: (manifest: Manifest) => string | undefined,
): Map<string, Manifest> {
  const index = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    if (key !== undefined && !index.has(key)) index.set(key, manifest);
  }
  return index;
}
