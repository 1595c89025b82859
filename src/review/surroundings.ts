import { labelsAt, numberAt, textAt } from '../manifest/fields';
import { describe, groupOf, refOf, type Manifest } from '../manifest/manifest';
import { podTemplatesOf, type PodTemplate } from '../manifest/relations';
import { grouped, indexed, push } from './group-by';
import { backendsOf, type IngressBackend } from './ingress-backends';
import { claimsOf, usesOf, type ConfigUse } from './pod-uses';

/** An object that runs pods. */
export interface Workload {
  /** The object. */
  readonly manifest: Manifest;
  /** Its pod, or the template of its pods. */
  readonly pod: PodTemplate;
}

/** Who uses a ConfigMap or a Secret, and how. */
export interface Consumer extends ConfigUse {
  /** Who uses it. */
  readonly workload: Workload;
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
  #ingresses: Map<string, { manifest: Manifest; port: IngressBackend['port'] }[]> | undefined;
  #claims: Map<string, Workload[]> | undefined;
  #definitions: Map<string, Manifest> | undefined;
  #claimManifests: Map<string, Manifest> | undefined;
  readonly #answers = new Map<string, unknown>();

  /**
   * @param wanted what was to be, where some of it is refused
   */
  constructor(manifests: readonly Manifest[], wanted?: Surroundings) {
    this.#manifests = manifests;
    this.#wanted = wanted;
  }

  /**
   * What is the same for all who ask it of these objects, worked out once: many Services may have one
   * selector, and many workloads.
   */
  once<T>(question: string, answer: () => T): T {
    if (!this.#answers.has(question)) this.#answers.set(question, answer());
    return this.#answers.get(question) as T;
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
    const question = `services ${JSON.stringify([namespace, labels])}`;
    return this.once(question, () => this.#findServices(namespace, labels));
  }

  #findServices(namespace: string, labels: Labels): readonly Manifest[] {
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

  /** The Ingresses that send to a Service, by the ports that `accept` takes. */
  ingressesTo(
    service: Manifest,
    accept: (port: IngressBackend['port']) => boolean = () => true,
  ): readonly Manifest[] {
    if (this.#ingresses === undefined) {
      this.#ingresses = new Map();
      for (const manifest of this.#manifests) {
        if (manifest.kind !== 'Ingress') continue;
        for (const backend of backendsOf(manifest)) {
          const key = `${namespaceOf(manifest)}|${backend.service}`;
          push(this.#ingresses, key, { manifest, port: backend.port });
        }
      }
    }
    const found = this.#ingresses.get(`${namespaceOf(service)}|${refOf(service).name}`) ?? [];
    return found.filter(({ port }) => accept(port)).map(({ manifest }) => manifest);
  }

  /** Who uses a ConfigMap or a Secret, each workload once for each way. */
  consumersOf(kind: 'ConfigMap' | 'Secret', namespace: string, name: string): readonly Consumer[] {
    if (this.#consumers === undefined) {
      this.#consumers = new Map();
      for (const workload of this.workloads) {
        for (const use of usesOf(workload.pod)) {
          const key = `${namespaceOf(workload.manifest)}|${use.of}`;
          push(this.#consumers, key, { workload, ...use });
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

/** How many pods a workload wants, as written; undefined where that isn't said there. */
export function wantedPods(workload: Manifest): number | undefined {
  if (workload.kind === 'Pod') return 1;
  if (['DaemonSet', 'CronJob', 'PodTemplate'].includes(workload.kind)) return undefined;
  if (workload.kind === 'Job') return numberAt(workload, 'spec', 'parallelism') ?? 1;
  return numberAt(workload, 'spec', 'replicas') ?? 1;
}

/** Names of objects in a sentence, with the verb that agrees: `Deployment shop/web sees`. */
export function namedWith(manifests: readonly Manifest[], one: string, many: string): string {
  const number = new Set(manifests.map((manifest) => describe(refOf(manifest)))).size;
  return `${named(manifests)} ${number === 1 ? one : many}`;
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
