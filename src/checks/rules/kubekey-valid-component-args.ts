import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Arguments of the components are written in the form that KubeKey reads. */
export const kubekeyValidComponentArgs: Check = {
  id: 'kubekey-valid-component-args',
  summary: 'Arguments of the components are written in the form that KubeKey reads.',
  why: 'KubeKey splits the arguments of the API server, the controller manager and the scheduler at "=", drops those without one, and writes the name as it is. Those of the kubelet it hands on as flags, and those of etcd as lines of an environment file.',
  fix: 'Write name=value, without dashes.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    apiserverArgs:
      - --audit-log-maxage=30
`,
    right: `spec:
  kubernetes:
    apiserverArgs:
      - audit-log-maxage=30
`,
  },
  run: onEachCluster(function* ({ cluster: { texts }, forKk4, report }) {
    for (const key of ['apiserverArgs', 'controllerManagerArgs', 'schedulerArgs']) {
      for (const { text, field } of texts(`spec.kubernetes.${key}`)) {
        const [name = ''] = text.split('=');
        if (!text.includes('=')) yield report(field, `${show(name)} has no "="; KubeKey drops it`);
        else if (name.startsWith('-') && !forKk4)
          yield report(
            field,
            `${show(name)} begins with a dash; KubeKey makes it a part of the name, and the component does not know it`,
          );
      }
    }
    // kk 4 has names and values in their place, and no line for etcd.
    if (forKk4) return;
    for (const { text, field } of texts('spec.kubernetes.kubeletArgs')) {
      const [name = ''] = text.split('=');
      if (!text.startsWith('-'))
        yield report(
          field,
          `${show(name)} is no flag; KubeKey hands it to the kubelet as it is`,
          'Write it with its dashes, such as --root-dir=/data/kubelet.',
        );
    }
    for (const { text, field } of texts('spec.etcd.extraArgs')) {
      const [name = ''] = text.split('=');
      if (!/^[A-Z][A-Z0-9_]*=/.test(text))
        yield report(
          field,
          `${show(name)} is no line of an environment file; KubeKey adds it to /etc/etcd.env, where etcd does not read it`,
          'Write it like ETCD_MAX_TXN_OPS=256.',
        );
    }
  }),
};
