import type { Profile } from '../checks/check';

/** What `properties` of the plug-in may say in `cdk8s.yaml`. */
export interface GroundworkValidationProperties {
  /**
   * Path of a configuration file, as for `cdk8s-groundwork check --config`, from the folder that the CLI runs in.
   *
   * @default - none
   */
  readonly config?: string;
  /**
   * Kubernetes version, 1.19 to 1.36, as `'1.26'` in quotes, whatever the files and the configuration say.
   *
   * @default - of a KubeKey Cluster among the files, else of the configuration, else the newest
   */
  readonly kubernetesVersion?: string;
  /**
   * Good practice to check, too: `recommended`, or `production`, which holds it.
   *
   * @default - of the configuration, else none
   */
  readonly profile?: Profile;
  /**
   * Whether everything that the objects refer to must be among them: `closed`, or may be elsewhere: `open`.
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
    /** Takes one. */
    addViolation(violation: ValidationViolation): void;
    /** Ends the report: `failure` fails the synthesis. */
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** One kind of finding, as cdk8s-cli reports it. */
export interface ValidationViolation {
  /** Id of the check with its severity, such as `valid-image (warning)`. */
  readonly ruleName: string;
  /** What is wrong. */
  readonly recommendation: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where it was found. */
  readonly violatingResources: readonly {
    /** Name by which the CLI looks up the construct. */
    readonly resourceName: string;
    /** Places, as `file:line:column object field`. */
    readonly locations: readonly string[];
    /** Path of the file. */
    readonly manifestPath: string;
  }[];
}
