import type { ClusterField } from './cluster-field';

/**
 * The fields of one entry of `spec.registry.auths`, which the Cluster itself takes as free text.
 *
 * Source: KubeKey v3.1.12, cmd/kk/pkg/registry/docker_registry_config.go (DockerRegistryEntry).
 */
export const registryAuthFields: Readonly<Record<string, ClusterField>> = {
  username: { type: 'string' },
  password: { type: 'string' },
  skipTLSVerify: { type: 'boolean', default: false },
  plainHTTP: { type: 'boolean', default: false },
  certsPath: { type: 'string' },
  caFile: { type: 'string' },
  certFile: { type: 'string' },
  keyFile: { type: 'string' },
};
