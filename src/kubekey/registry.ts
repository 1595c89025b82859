import type { Credential } from './credential';

/** Where images come from, and how the container runtime reaches registries. */
export interface KubeKeyRegistry {
  /**
   * Registry that `kk init registry` installs on the hosts of the role group `registry`: `harbor`
   * (amd64 only), `harbor-ha`, or a plain Docker registry where nothing is said.
   *
   * @default - a plain Docker registry
   */
  readonly type?: 'harbor' | 'harbor-ha';
  /**
   * Mirrors of Docker Hub, as full addresses such as `https://mirror.example.com`. They serve images of
   * docker.io only and rename none: `crictl pull nginx` asks them first.
   *
   * @default - none
   */
  readonly registryMirrors?: readonly string[];
  /**
   * Registries without TLS, as `host` or `host:port`, without `http://`.
   *
   * @default - none
   */
  readonly insecureRegistries?: readonly string[];
  /**
   * Registry that all of KubeKey's own images are pulled from, as `host[:port][/path]`, without a scheme.
   *
   * @default - empty: each image's own registry; with `zone: 'cn'` registry.cn-beijing.aliyuncs.com
   */
  readonly privateRegistry?: string;
  /**
   * Folder for containerd's data.
   *
   * @default /var/lib/containerd
   */
  readonly containerdDataDir?: string;
  /**
   * Folder for Docker's data.
   *
   * @default /var/lib/docker
   */
  readonly dockerDataDir?: string;
  /**
   * Folder for the data of the registry that KubeKey installs.
   *
   * @default /mnt/registry
   */
  readonly registryDataDir?: string;
  /**
   * Namespace that replaces those of all of KubeKey's images. Without `privateRegistry` it has no effect.
   *
   * @default - empty: each image's own namespace; with `zone: 'cn'` kubesphereio
   */
  readonly namespaceOverride?: string;
  /**
   * Docker's bridge, as an address with its prefix length, such as `172.17.0.1/16`. Checked by nobody.
   *
   * @default - Docker's own
   */
  readonly bridgeIP?: string;
  /**
   * How to log in to registries, by `host[:port]`. An entry that matches no registry in use has no effect.
   *
   * @default - none
   */
  readonly auths?: Readonly<Record<string, KubeKeyRegistryAuth>>;
  /**
   * Renames the namespaces of KubeKey's images.
   *
   * @default - none
   */
  readonly namespaceRewrite?: KubeKeyNamespaceRewrite;
  /**
   * Mirrors by registry. kk 3.1.12 writes a configuration from it that containerd refuses:
   * use `registryMirrors` for Docker Hub.
   *
   * @default - none
   */
  readonly remoteMirrors?: Readonly<Record<string, KubeKeyRemoteMirror>>;
}

/** How to log in to a registry, and how it is reached. */
export interface KubeKeyRegistryAuth {
  /**
   * Name of the user.
   *
   * @default - none
   */
  readonly username?: string;
  /**
   * The user's password: `Credential.password(...)`.
   *
   * @default - none
   */
  readonly credential?: Credential;
  /**
   * Whether the registry's certificate isn't checked.
   *
   * @default false
   */
  readonly skipTLSVerify?: boolean;
  /**
   * Whether the registry speaks HTTP without TLS. Its certificate isn't checked then either.
   *
   * @default false
   */
  readonly plainHTTP?: boolean;
  /**
   * Folder of the registry's certificates, on the machine that runs kk.
   *
   * @default - none
   */
  readonly certsPath?: string;
  /**
   * File of the certificate authority, on each node.
   *
   * @default - the system's
   */
  readonly caFile?: string;
  /**
   * File of the client certificate, on each node.
   *
   * @default - none
   */
  readonly certFile?: string;
  /**
   * File of the client certificate's key, on each node.
   *
   * @default - none
   */
  readonly keyFile?: string;
}

/** Renames the namespaces of KubeKey's images. */
export interface KubeKeyNamespaceRewrite {
  /** How they are renamed; there is one way. */
  readonly policy: 'changePrefix';
  /** Namespaces that are replaced. */
  readonly src: readonly string[];
  /** Namespace that replaces them. */
  readonly dest: string;
}

/** The mirror of a registry. */
export interface KubeKeyRemoteMirror {
  /** Address of the mirror. */
  readonly endpoint: string;
}
