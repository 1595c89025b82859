import { configRemoved, dataChange, immutableRefusal, isData } from '../config-data';
import type { KindEffects } from '../kind-effects';

/** Secrets: as ConfigMaps; their values are never shown. */
export const secret: KindEffects = {
  kinds: ['/Secret'],
  rules: immutableRefusal,
  changed(change, pair) {
    if (isData(change)) return dataChange('Secret', change, pair);
    if (change.pattern === 'immutable') {
      return { effect: 'config-only', explanation: 'From now on its data can never change again.' };
    }
    return undefined;
  },
  recreating: () => 'Delete the Secret and apply it again: pods that start in between fail.',
  removed: (single) => configRemoved('Secret', single),
};
