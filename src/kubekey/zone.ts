/** Where the servers are, in KubeKey's word: `cn` takes everything from mirrors in China. */
export type KubeKeyZone = 'cn';

/** The registry settings that kk 3 takes in a zone. */
export function zoneRegistry(zone: KubeKeyZone | undefined): {
  readonly privateRegistry?: string;
  readonly namespaceOverride?: string;
} {
  if (zone === undefined) return {};
  return {
    privateRegistry: 'registry.cn-beijing.aliyuncs.com',
    namespaceOverride: 'kubesphereio',
  };
}
