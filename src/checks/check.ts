import type { Manifest, ObjectRef } from '../manifest/manifest';
import type { Origin } from './origin';

/** How bad a finding is: an `error` fails synth, a `warning` is printed. */
export type Severity = 'error' | 'warning';

/**
 * A named set of good practice, off unless it is chosen: `recommended` for everything that runs,
 * `production` for what people depend on. `production` holds all of `recommended`.
 */
export type Profile = 'recommended' | 'production';

/** An object that is checked, and where it comes from. */
export interface CheckedObject {
  /** The object as plain data. */
  readonly manifest: Manifest;
  /**
   * Where a field of the object was written; without a field, where the object begins.
   *
   * @param field the field as findings name it, such as `spec.ports[0].nodePort`
   */
  origin(field?: string): Origin;
}

/** What a check sees: all objects that belong together in one cluster. Nothing in it may be changed. */
export interface CheckInput {
  /** The objects of one set, the cluster's own config among them where it is known. */
  readonly objects: readonly CheckedObject[];
  /** Kubernetes version that the objects are for, as minor: `1.26`. */
  readonly kubernetesVersion: string;
  /**
   * Whether what the objects refer to may be outside of them: `open`, or must be among them:
   * `closed`, which makes an error of each reference that leads nowhere.
   *
   * @default 'open'
   */
  readonly references?: 'open' | 'closed';
  /**
   * Objects that are in the cluster without being among these, so that references to them are sound.
   *
   * @default - only what every cluster has, such as the namespace `default`
   */
  readonly external?: readonly ExternalObject[];
  /**
   * What the hosts of the cluster have, by host name, as in
   * `{ node1: { cpu: 4, memory: '8Gi', 'nvidia.com/gpu': 1 } }`: a number or a Kubernetes quantity
   * for each resource. KubeKey's own file has no place for it.
   *
   * @default - nothing is known of what a host has, so nothing is said about what fits on it
   */
  readonly hosts?: Readonly<Record<string, HostResources>>;
  /**
   * CustomResourceDefinitions whose kinds are checked by their schemas, beside those among the
   * objects, which come first. They are not checked themselves.
   *
   * @default - only those among the objects
   */
  readonly customResourceDefinitions?: readonly Manifest[];
  /**
   * Ids of checks that are off, so that a check which leaves something to one of them says it itself.
   *
   * @default - none
   */
  readonly off?: readonly string[];
}

/** What a host has of each resource: a number or a quantity, such as `{ cpu: 4, memory: '8Gi' }`. */
export type HostResources = Readonly<Record<string, string | number>>;

/** An object that is in the cluster already, or that something else puts there. */
export interface ExternalObject {
  /** Kind of the object, such as `Secret`. */
  readonly kind: string;
  /**
   * Namespace of the object.
   *
   * @default - any namespace
   */
  readonly namespace?: string;
  /** Name of the object; `*` stands for any name. */
  readonly name: string;
}

/** One thing that a check found, attributed to exactly one object. */
export interface Finding {
  /** Id of the check, such as `node-port-in-range`. */
  readonly check: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** The object that is to be changed. */
  readonly object: ObjectRef;
  /** Field of the object, such as `spec.ports[0].nodePort`; empty where it is about the whole. */
  readonly field: string;
  /** What is wrong, with the value that was got. No final period. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /** Where the object was written. */
  readonly origin: Origin;
}

/** What a check's `run` yields: the runner adds the id, the severity, the reference and the origin. */
export interface Report {
  /** The object that is to be changed: one of the input's own. */
  readonly object: CheckedObject;
  /** Field of the object; empty where it is about the whole. */
  readonly field: string;
  /** What is wrong, with the value that was got. No final period. */
  readonly problem: string;
  /**
   * What to do here, as a sentence.
   *
   * @default - the fix of the check
   */
  readonly fix?: string;
  /**
   * How bad this one is.
   *
   * @default - the severity of the check
   */
  readonly severity?: Severity;
  /**
   * Fields that this is concluded from, beside its own. Where one of them is at fault itself, only that
   * is told: this one follows from it. An empty list where it is concluded from its own field alone.
   *
   * @default - it is a fault by itself
   */
  readonly from?: readonly Premise[];
  /**
   * What one cause of several findings is, such as the volume that two containers mount and that is not
   * there: findings with the same one are told as one, at the first place, with the others named.
   *
   * @default - it has a cause of its own
   */
  readonly cause?: Premise;
  /**
   * Field that the author most likely meant, where the finding's own is none; `[]` stands for any item
   * of a list. What is concluded from that field follows from this finding.
   *
   * @default - nothing like it is known
   */
  readonly meant?: string;
}

/**
 * A field that something is concluded from, and all that is in it; `[]` stands for any item of a list.
 * One of another object stands behind that object.
 */
export type Premise = string | readonly [object: CheckedObject, field: string];

/**
 * YAML that a check finds something in, and the same without the fault.
 *
 * A document without a `kind` is a part of a KubeKey Cluster: only what the example is about.
 */
export interface CheckExample {
  /** YAML in which the check finds something. */
  readonly wrong: string;
  /** The same YAML, put right. */
  readonly right: string;
  /**
   * What the option `hosts` says for both.
   *
   * @default - nothing is said of what the hosts have
   */
  readonly hosts?: Readonly<Record<string, HostResources>>;
}

/** A check: plain data and one pure function. */
export interface Check {
  /** Id in kebab case, such as `has-team-label`; one of your own may have a prefix: `acme/has-team-label`. */
  readonly id: string;
  /** What it checks, in one sentence. */
  readonly summary: string;
  /** Why it matters: what would happen without it. Sentences. */
  readonly why: string;
  /** What to do about a finding, as a sentence. */
  readonly fix: string;
  /** How bad its findings are, unless one says otherwise. */
  readonly severity: Severity;
  /**
   * The profiles that it belongs to: it runs only where one of them is chosen.
   *
   * @default - it always runs
   */
  readonly profiles?: readonly Profile[];
  /**
   * What it finds and what it doesn't. The checks of this package all have one: it is on the page of
   * the check, and the tests run both sides.
   *
   * @default - none
   */
  readonly example?: CheckExample;
  /**
   * Looks at all objects of one set and reports what is wrong. Changes nothing. One of your own that throws
   * is an error of its own, `failed-check`, in `check` and `ManifestApp`.
   */
  run(input: CheckInput): Iterable<Report>;
}
