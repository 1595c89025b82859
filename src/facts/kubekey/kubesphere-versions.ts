/**
 * The KubeSphere versions that KubeKey installs, each with the first and the last Kubernetes minor (the x of 1.x) that it supports.
 *
 * KubeKey holds an upgrade to these limits, but not a first installation.
 * Source: KubeKey v3.1.12 (commit 17c1df86), cmd/kk/pkg/version/kubesphere/ks_installer.go.
 */
export const kubeSphereVersions: Readonly<Record<string, readonly [first: number, last: number]>> =
  {
    'v2.1.1': [15, 18],
    'v3.0.0': [15, 18],
    'v3.1.0': [15, 20],
    'v3.1.1': [15, 20],
    'v3.2.0': [19, 22],
    'v3.2.1': [19, 22],
    'v3.3.0': [19, 23],
    'v3.3.1': [19, 24],
    'v3.3.2': [19, 24],
    'v3.4.0': [19, 26],
    'v3.4.1': [21, 26],
  };

/** Tells whether KubeKey installs a version of KubeSphere: a release, or a name for what is newest. */
export function isKubeSphereVersion(version: string): boolean {
  return (
    Object.hasOwn(kubeSphereVersions, version) ||
    /^(nightly-.*|latest|master|.*release.*)$/.test(version)
  );
}
