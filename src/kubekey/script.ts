/** A shell script that KubeKey runs as root on hosts of the cluster. Never put a secret in it. */
export interface KubeKeyScript {
  /**
   * Name of the script, shown in the log.
   *
   * @default - none
   */
  readonly name?: string;
  /** The script: bash, of one line or several. KubeKey fails on an empty one, but only when its turn comes. */
  readonly bash: string;
  /**
   * Role group whose hosts run the script. With a name that is no group it runs nowhere, silently.
   *
   * @default - all hosts
   */
  readonly role?: string;
  /**
   * Files of the machine that runs kk, copied to each host beside the script.
   *
   * @default - none
   */
  readonly materials?: readonly string[];
}
