import type { KubeKeyScript } from './script';

/** What KubeKey sets up in the operating system of each node. */
export interface KubeKeySystem {
  /**
   * NTP servers. The name of a host of the cluster makes that host the time server of the others.
   * Needs chrony on each node already: KubeKey edits its configuration, but doesn't install it.
   *
   * @default - the time service of the nodes is left as it is
   */
  readonly ntpServers?: readonly string[];
  /**
   * Time zone of the nodes, such as `Asia/Shanghai`. Needs chrony on each node, as `ntpServers` does.
   *
   * @default - the time zone of the nodes is left as it is
   */
  readonly timezone?: string;
  /**
   * Further RPM packages to install on the nodes, taken from the artifact's ISO file or by `kk init os`.
   *
   * @default - none
   */
  readonly rpms?: readonly string[];
  /**
   * Further Debian packages to install on the nodes, taken from the artifact's ISO file or by `kk init os`.
   *
   * @default - none
   */
  readonly debs?: readonly string[];
  /**
   * Scripts that run first, before KubeKey checks the nodes.
   *
   * @default - none
   */
  readonly preInstall?: readonly KubeKeyScript[];
  /**
   * Scripts that run when the cluster is up, before the add-ons.
   *
   * @default - none
   */
  readonly postClusterInstall?: readonly KubeKeyScript[];
  /**
   * Scripts that run last, after the add-ons.
   *
   * @default - none
   */
  readonly postInstall?: readonly KubeKeyScript[];
  /**
   * Whether KubeKey leaves the operating system alone: hosts file, sysctls, swap, SELinux, firewall and
   * time. The endpoint's domain then resolves on no node unless you see to it.
   *
   * @default false
   */
  readonly skipConfigureOS?: boolean;
}
