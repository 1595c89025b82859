import { labelsAt, textAt } from '../manifest/fields';
import type { Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { Pair } from './kind-effects';
import { named, namespaceOf, wantedPods, type Surroundings, type Workload } from './surroundings';
import { count } from './words';

/** Which pods a Service loses and gains by another selector. */
export function selectorChange(pair: Pair): Attribution {
  const { before, after, next } = pair;
  const sides = [before, after].map((side) => [
    namespaceOf(side),
    selectorOf(side),
    textAt(side, 'spec', 'type'),
  ]);
  return next.once(`selector ${JSON.stringify(sides)}`, () => otherSelector(pair));
}

function otherSelector({ before, after, old, next }: Pair): Attribution {
  const had = selected(before, old);
  const has = selected(after, next);
  const refused = refusedBy(after, next);
  const keys = new Set([...has, ...refused].map(({ manifest }) => keyOf(manifest)));
  const hadKeys = new Set(had.map(({ manifest }) => keyOf(manifest)));
  const lost = had.filter(({ manifest }) => !keys.has(keyOf(manifest)));
  const gained = has.filter(({ manifest }) => !hadKeys.has(keyOf(manifest)));
  const isAName = textAt(after, 'spec', 'type') === 'ExternalName';
  const isSame = lost.length + gained.length + refused.length === 0;
  const parts = [
    lost.length === 0 ? '' : `It no longer sends to ${podsOf(lost)}.`,
    gained.length === 0 ? '' : `It sends to ${podsOf(gained)} from now on.`,
    has.length > 0 && isSame ? `It goes on sending to ${podsOf(has)}.` : '',
    refused.length > 0
      ? refusedSentence(refused, has.length > 0, had.length > 0)
      : has.length === 0 && !isAName
        ? 'No workload in the input has these labels: nothing answers, unless pods elsewhere have them.'
        : '',
  ].filter((text) => text !== '');
  const advice =
    refused.length > 0
      ? `Keep the selector, or apply ${named(refused.map(({ manifest }) => manifest))} under another name first.`
      : has.length === 0 && !isAName
        ? 'Give the selector labels that the pods have.'
        : undefined;
  return {
    effect: 'traffic',
    explanation: parts.join(' ') || 'It selects no pods any more.',
    ...(advice === undefined ? {} : { advice }),
  };
}

/** What a Service reaches without the workloads that are refused. */
function refusedSentence(refused: readonly Workload[], hasOthers: boolean, had: boolean): string {
  const told = `${named(refused.map(({ manifest }) => manifest))} is refused, so its pods don't get these labels.`;
  return hasOthers ? told : `It reaches no pod${had ? ' any more' : ''}: ${told}`;
}

function selectorOf(service: Manifest): Readonly<Record<string, string>> {
  return labelsAt(service, 'spec', 'selector');
}

function selected(service: Manifest, around: Surroundings): readonly Workload[] {
  return around.workloadsWith(namespaceOf(service), selectorOf(service));
}

function refusedBy(service: Manifest, around: Surroundings): readonly Workload[] {
  return around.refusedWith(namespaceOf(service), selectorOf(service));
}

const keyOf = (manifest: Manifest): string => named([manifest]);

function podsOf(workloads: readonly Workload[]): string {
  const pods = workloads.map(({ manifest }) => wantedPods(manifest));
  const total = pods.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  const names = named(workloads.map(({ manifest }) => manifest));
  return pods.includes(undefined) ? names : `${names} (${count(total, 'pod')})`;
}

/** Which pods a new Service sends to, as a sentence. */
export function sendingSentence(manifest: Manifest, around: Surroundings): string {
  if (textAt(manifest, 'spec', 'type') === 'ExternalName') return '';
  if (Object.keys(selectorOf(manifest)).length === 0) {
    return 'It has no selector: it sends to what its EndpointSlices name.';
  }
  const question = `sends ${JSON.stringify([namespaceOf(manifest), selectorOf(manifest)])}`;
  return around.once(question, () => sends(manifest, around));
}

function sends(manifest: Manifest, around: Surroundings): string {
  const workloads = selected(manifest, around);
  const refused = refusedBy(manifest, around);
  const told = workloads.length === 0 ? '' : `It sends to ${podsOf(workloads)}.`;
  if (refused.length > 0) {
    return `${told} ${refusedSentence(refused, workloads.length > 0, false)}`.trim();
  }
  return told === '' ? 'No workload in the input has its labels.' : told;
}
