import type { Check } from '../check';
import { kubekeyRules } from './kubekey';
import { kubernetesRules } from './kubernetes';
import { practices } from './practices';

/**
 * All checks of this package, sorted by id, those of good practice too: data to list, and to choose from
 * for `runChecks`.
 */
// To add one: its file beside this one, and a line in one of the three lists.
export const checks: readonly Check[] = [
  ...kubernetesRules,
  ...kubekeyRules,
  ...practices,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
