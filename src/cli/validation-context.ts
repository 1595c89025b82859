import type { Profile } from '../checks/check';

/** What `properties` of the plug-in may say in `cdk8s.yaml`. */
export interface GroundworkValidationProperties {
  /**
   * Path of a configuration file, as for `cdk8s-groundwork check --config`.
   *
   * @default - none
   */
  readonly config?: string;
  /**
   * Kubernetes version, whatever the files and the configuration say.
   *
   * @default - of a KubeKey Cluster among the files, else of the configuration, else the newest
   */
  readonly kubernetesVersion?: string;
  /**
   * Good practice to check, too.
   *
   * @default - of the configuration, else none
   */
  readonly profile?: Profile;
  /**
   * Whether everything that the objects refer to must be among them.
   *
   * @default - of the configuration, else open
   */
  readonly references?: 'open' | 'closed';
}

/** What this plug-in needs of the context that cdk8s-cli gives it. */
export interface ValidationContext {
  /** Paths of the files that were synthesized. */
  readonly manifests: readonly string[];
  /** The version of the plug-in that `cdk8s.yaml` says; the CLI takes a local package as it is. */
  readonly version: string;
  /** Takes what is found. */
  readonly report: {
    addViolation(violation: ValidationViolation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** One kind of finding, as cdk8s-cli reports it. */
export interface ValidationViolation {
  /** Name of the rule. */
  readonly ruleName: string;
  /** What is wrong. */
  readonly recommendation: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where it was found. */
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}
