import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** No two hosts have the same name. */
export const kubekeyUniqueHostNames: Check = {
  id: 'kubekey-unique-host-names',
  summary: 'Every host has a name of its own.',
  why: 'KubeKey keeps the hosts by their names: of two with the same name only the last is set up.',
  fix: 'Give every host its own name.',
  severity: 'error',
  run: onEachCluster(function* ({ cluster, report }) {
    const seen = new Map<string, string>();
    for (const { name, field } of cluster.hosts) {
      const before = seen.get(name);
      if (name !== '' && before !== undefined) {
        yield report(
          `${field}.name`,
          `${show(name)} is the name of ${before} too; KubeKey forgets that host`,
        );
      }
      seen.set(name, field);
    }
  }),
};
