import type { Fields } from '../manifest/manifest';

/** The labels of which one says which app a pod belongs to, the first that is there. */
const appLabels = ['app', 'app.kubernetes.io/name'];

/**
 * The labels that select the pods of a workload: the one label that names the app, or `app: <name>`
 * where there is none. Other labels stay out, since a selector can never change and they may.
 */
export function selectorOf(labels: Fields, name: string): Readonly<Record<string, string>> {
  const key = appLabels.find((label) => labels[label] !== undefined);
  // A label known only at synth is a Lazy here: it selects as it will be written.
  return key === undefined ? { app: name } : { [key]: labels[key] as string };
}
