import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

const calico = 'spec.network.calico';

/** Calico uses IPIP or VXLAN, not both. */
export const kubekeyCalicoOneTunnel: Check = {
  id: 'kubekey-calico-one-tunnel',
  summary: 'Calico uses one of IPIP and VXLAN.',
  why: 'Calico refuses an address pool with both, and KubeKey turns on IPIP unless it is told otherwise.',
  fix: 'Set ipipMode or vxlanMode to Never.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    plugin: calico
    calico:
      vxlanMode: Always
`,
    right: `spec:
  network:
    plugin: calico
    calico:
      ipipMode: Never
      vxlanMode: Always
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { text }, report }) {
    if (text('spec.network.plugin') !== 'calico') return;
    const [ipip, vxlan] = [text(`${calico}.ipipMode`), text(`${calico}.vxlanMode`)];
    const isOn = (mode: string): boolean => mode === 'Always' || mode === 'CrossSubnet';
    if (!isOn(ipip) || !isOn(vxlan)) return;
    yield report(
      `${calico}.vxlanMode`,
      `is ${vxlan} while ipipMode is ${ipip}; KubeKey hands on both, and Calico refuses the address pool`,
      'Set ipipMode to Never to use VXLAN, or vxlanMode to Never to use IPIP.',
    );
  }),
};
