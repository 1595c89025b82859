import { refOf } from '../../manifest/manifest';
import type { KindEffects } from '../kind-effects';
import { said } from '../words';

/** Namespaces: deleting one deletes everything in it. */
export const namespace: KindEffects = {
  kinds: ['/Namespace'],
  changed(change, { after }) {
    const key = change.path[2] ?? '';
    if (!change.pattern.startsWith('metadata.labels')) return undefined;
    if (key.startsWith('pod-security.kubernetes.io/')) {
      return {
        effect: 'config-only',
        explanation: 'Which pods may start in the namespace changes; running pods go on.',
        advice: `See what would be refused: kubectl label --dry-run=server --overwrite ns ${refOf(after).name} ${key}${change.after === undefined ? '-' : `=${said(change.after)}`}.`,
      };
    }
    return {
      effect: 'config-only',
      explanation:
        'Policies, webhooks and injectors that select namespaces by this label act otherwise from now on; nothing restarts.',
    };
  },
  removed: ({ manifest }) => ({
    effect: 'data-risk',
    explanation:
      'Where it is deleted, everything in it is deleted with it, volumes with reclaim policy Delete included.',
    advice: `Back up what must stay, and look at all that is in it: kubectl get all,pvc,secret,configmap -n ${refOf(manifest).name}.`,
  }),
};
