import type { Manifest } from '../manifest/manifest';
import type { ReadObject } from '../manifest/read-object';
import type { Check, CheckInput, ExternalObject, Profile, Severity } from './check';
import type { Origin } from './origin';

/** How objects are checked. */
export interface CheckOptions extends Pick<CheckInput, 'references' | 'external' | 'hosts'> {
  /**
   * Kubernetes version, 1.19 to 1.36, as `1.26`, `v1.26` or `v1.26.4`: for objects with no KubeKey Cluster,
   * or Config of kk 4, beside them, since those say the version themselves.
   *
   * @default - the newest version that this package knows
   */
  readonly kubernetesVersion?: string;
  /**
   * Good practice to check beside what is wrong: `recommended`, or `production`, which holds it.
   *
   * @default - only what is wrong
   */
  readonly profile?: Profile;
  /**
   * Checks of your own, which run beside those of this package: `severity` and `waivers` are for them,
   * too, by their ids.
   *
   * @default - none
   */
  readonly own?: readonly Check[];
  /**
   * CustomResourceDefinitions that are in the cluster already: custom resources of their kinds are
   * checked by their schemas, as if the definitions were among the objects.
   *
   * @default - only those among the objects
   */
  readonly customResourceDefinitions?: readonly (Manifest | ReadObject)[];
  /**
   * How bad the findings of a check are, by the id of the check; `off` leaves them out. A check that is
   * named with `error` or `warning` runs, whatever the profile.
   *
   * @default - as the checks say
   */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
  /**
   * Findings that are known and accepted.
   *
   * @default - none
   */
  readonly waivers?: readonly Waiver[];
  /**
   * Today's date, such as `2026-01-31`, which the expiry of waivers is compared with. It is given from
   * outside so that the same input has the same findings.
   *
   * @default - no waiver has expired
   */
  readonly today?: string;
}

/** A finding that is known and accepted, and why. */
export interface Waiver {
  /** Id of the check, such as `node-port-in-range`. */
  readonly check: string;
  /**
   * Objects that it is for; `*` stands for any name.
   *
   * @default - all objects
   */
  readonly object?: ExternalObject;
  /** Why the finding is accepted, for those who come after. Not empty. */
  readonly reason: string;
  /**
   * Last day that the waiver holds, such as `2026-12-31`, compared with `today`.
   *
   * @default - it holds for good
   */
  readonly expires?: string;
  /**
   * Where the waiver is written, for what is said about it.
   *
   * @default - its place in the list: `{ argument: 'waivers[0]' }`
   */
  readonly origin?: Origin;
}
