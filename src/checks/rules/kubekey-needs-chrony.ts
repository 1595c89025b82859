import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** chrony is there where KubeKey is to configure it. */
export const kubekeyNeedsChrony: Check = {
  id: 'kubekey-needs-chrony',
  summary: 'Where ntpServers or timezone is set, chrony is on every host.',
  why: 'KubeKey edits the configuration of chrony and stops where it is not installed.',
  fix: 'Install chrony on every host before.',
  severity: 'warning',
  example: {
    wrong: `spec:
  system:
    timezone: Asia/Shanghai
`,
    right: `spec:
  system:
    skipConfigureOS: false
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { flag, text, texts }, report }) {
    if (flag('spec.system.skipConfigureOS')) return;
    const field =
      texts('spec.system.ntpServers').length > 0
        ? 'spec.system.ntpServers'
        : 'spec.system.timezone';
    if (field === 'spec.system.timezone' && text(field) === '') return;
    yield report(
      field,
      'needs chrony on every host; KubeKey does not install it, and stops without it',
    );
  }),
};
