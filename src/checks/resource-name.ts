/** Resources that every Kubernetes knows and containers can ask for. */
const plainResources: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

/** Tells whether a name can be that of a resource: those of others have a domain, such as nvidia.com/gpu. */
export function isResourceName(name: string): boolean {
  return name.includes('/') || name.startsWith('hugepages-') || plainResources.includes(name);
}
