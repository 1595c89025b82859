import { show } from '../../errors';
import type { Check } from '../check';
import { isDnsName } from '../dns-name';
import { onEachCluster } from '../kubekey-clusters';

const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Labels of hosts are labels. */
export const kubekeyValidLabels: Check = {
  id: 'kubekey-valid-labels',
  summary: 'Labels of hosts are such as Kubernetes allows.',
  why: 'KubeKey puts them unquoted into a shell command. The shell splits or runs what is in them, or Kubernetes refuses them.',
  fix: 'Use letters, digits, "-", "_" and ".", at most 63 characters, with a letter or digit at both ends.',
  severity: 'error',
  run: onEachCluster(function* ({ cluster, report }) {
    for (const host of cluster.hosts) {
      for (const { key, value, field } of cluster.entries(`${host.field}.labels`)) {
        if (!isLabelKey(key))
          yield report(
            field,
            `${show(key)} can't be the key of a label; KubeKey puts it into a shell command all the same`,
          );
        else if (typeof value === 'string' && value !== '' && !isWord(value))
          yield report(
            field,
            `${show(value)} can't be the value of a label; KubeKey puts it into a shell command all the same`,
          );
      }
    }
  }),
};

function isLabelKey(key: string): boolean {
  const parts = key.split('/');
  const prefix = parts.length === 2 ? parts[0] : undefined;
  return (
    parts.length <= 2 && isWord(parts.at(-1) ?? '') && (prefix === undefined || isDnsName(prefix))
  );
}

function isWord(text: string): boolean {
  return text.length <= 63 && word.test(text);
}
