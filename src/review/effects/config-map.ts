import { configRemoved, dataChange, immutableRefusal, isData } from '../config-data';
import type { KindEffects } from '../kind-effects';

/** ConfigMaps: nothing restarts; mounted files are refreshed, environment is not. */
export const configMap: KindEffects = {
  kinds: ['/ConfigMap'],
  rules: immutableRefusal,
  changed(change, pair) {
    if (isData(change)) return dataChange('ConfigMap', change, pair);
    if (change.pattern === 'immutable') {
      return { effect: 'config-only', explanation: 'From now on its data can never change again.' };
    }
    return undefined;
  },
  removed: (single) => configRemoved('ConfigMap', single),
};
