import { throwProblems } from '../errors';
import { minorOf } from '../facts/kubernetes/minor';
import type { TypeSchema } from '../facts/kubernetes/property';
import { servedKind } from '../facts/kubernetes/served';
import { withDefaults, withoutDefaults } from '../manifest/api-defaults';
import { isEqual } from '../manifest/equal';
import { recordOf } from '../manifest/form';
import { isFields, refOf, type Manifest } from '../manifest/manifest';
import { objectsForm } from '../manifest/manifest-form';
import { manifestOf, type ReadObject } from '../manifest/read-object';
import { messageWithoutSecrets } from '../manifest/secret-text';
import { Redacted } from '../manifest/secrets';
import { knownVersion } from '../manifest/version-form';
import { attribute, notServed } from './attribute';
import { rankOf, type Attribution, type Change, type Effect, type Review } from './change';
import { diff } from './diff';
import { effectsFor } from './effects/index';
import { fieldName } from './field-name';
import { createdObject, removedObject, replacedObject } from './gone';
import { markChanged } from './mark-changed';
import { newerForm } from './newer-form';
import { pairObjects } from './pair-objects';
import { saidTwice } from './said-twice';
import { Surroundings } from './surroundings';

/** What a review needs to know besides the objects. */
export interface ReviewOptions {
  /**
   * Kubernetes version of the cluster, such as `1.26` or `v1.26.4`.
   *
   * @default - the newest version with facts, 1.36
   */
  readonly kubernetesVersion?: string;
}

/**
 * Tells what applying a change does.
 *
 * Objects are paired by group, kind, namespace and name, compared as the API server would store them, and
 * each difference gets exactly one effect with an explanation. Nothing is changed, nothing outside is
 * asked, and the same input gives the same review.
 *
 * @param before the objects as they are applied now: plain, or as `readFiles` gives them
 * @param after the objects as they are to be applied
 * @throws GroundworkError with every object that is no plain data with apiVersion and kind, with everything
 * that is wrong with the options, and with each object that one side holds twice in two ways
 */
export function review(
  before: readonly (Manifest | ReadObject)[],
  after: readonly (Manifest | ReadObject)[],
  options: ReviewOptions = {},
): Review {
  const malformed = [
    ...objectsForm(before, 'before'),
    ...objectsForm(after, 'after'),
    ...optionsForm(options, 'options'),
  ];
  throwProblems(malformed, review);
  throwProblems([...saidTwice(before, 'before'), ...saidTwice(after, 'after')], review);
  const version = `1.${minorOf(options.kubernetesVersion ?? '')}`;
  return reviewFor(version, before.map(manifestOf), after.map(manifestOf));
}

function reviewFor(
  version: string,
  before: readonly Manifest[],
  after: readonly Manifest[],
): Review {
  const old = new Surroundings(before);
  const wanted = new Surroundings(after);
  const { both, replaced, created, removed } = pairObjects(before, after);
  const subjects: Subject[] = [];
  for (const pair of both) {
    const tell = compare(pair.before, pair.after, old, version);
    if (tell !== undefined) subjects.push({ ...pair, tell });
  }
  const single = (
    manifest: Manifest,
    around: Surroundings,
  ): Parameters<typeof createdObject>[0] => ({
    manifest: withDefaults(manifest, version),
    around,
    version,
  });
  const whole = (manifest: Manifest, attribution: Attribution): readonly Change[] => [
    { object: refOf(manifest), field: '', ...told(attribution, messageWithoutSecrets) },
  ];
  for (const pair of replaced) {
    subjects.push({
      after: pair.after,
      tell: (next) =>
        whole(
          pair.after,
          notServed(pair.after, version) ??
            replacedObject(single(pair.before, old), single(pair.after, next)),
        ),
    });
  }
  for (const manifest of created) {
    subjects.push({
      after: manifest,
      tell: (next) =>
        whole(manifest, notServed(manifest, version) ?? createdObject(single(manifest, next))),
    });
  }
  for (const manifest of removed) {
    subjects.push({
      tell: (next) => whole(manifest, removedObject({ ...single(manifest, old), next })),
    });
  }
  const changes = tellAll(subjects, after, wanted).filter((found) => found.length > 0);
  const sorted = changes
    .map((found) => found.toSorted((a, b) => rankOf(a.effect) - rankOf(b.effect)))
    .sort((a, b) => worst(a) - worst(b))
    .flat();
  return { version: 1, kubernetesVersion: version, summary: summarize(sorted), changes: sorted };
}

const optionsForm = recordOf({ kubernetesVersion: knownVersion });

/** An object that differs, and what is told of it by what stands around it afterwards. */
interface Subject {
  /** What stays where it is refused; undefined where there was nothing. */
  readonly before?: Manifest;
  /** What is to be applied; undefined where nothing is. */
  readonly after?: Manifest;
  tell(next: Surroundings): readonly Change[];
}

/** What is refused stays as it was, and the others meet it like that: they are told by what is left. */
function tellAll(
  subjects: readonly Subject[],
  after: readonly Manifest[],
  wanted: Surroundings,
): (readonly Change[])[] {
  const changes = subjects.map((subject) => subject.tell(wanted));
  const kept = new Map<Manifest | undefined, readonly Manifest[]>();
  for (const [index, found] of changes.entries()) {
    if (!found.some(({ effect }) => effect === 'rejected')) continue;
    const subject = subjects[index];
    kept.set(subject?.after, subject?.before === undefined ? [] : [subject.before]);
  }
  if (kept.size === 0) return changes;
  const next = new Surroundings(
    after.flatMap((manifest) => kept.get(manifest) ?? [manifest]),
    wanted,
  );
  return subjects.map((subject) => subject.tell(next));
}

function worst([first]: readonly Change[]): number {
  return first === undefined ? Infinity : rankOf(first.effect);
}

function summarize(changes: readonly Change[]): Review['summary'] {
  const counted = new Map<Effect, number>();
  for (const { effect } of changes) counted.set(effect, (counted.get(effect) ?? 0) + 1);
  return Object.fromEntries([...counted].sort(([a], [b]) => rankOf(a) - rankOf(b)));
}

function compare(
  given: Manifest,
  wanted: Manifest,
  old: Surroundings,
  version: string,
): Subject['tell'] | undefined {
  if (isEqual(given, wanted)) return undefined;
  const was = authored(given);
  const is = authored(wanted);
  const isSameForm = was.apiVersion === is.apiVersion;
  const formed = (manifest: Manifest): Manifest => (isSameForm ? manifest : newerForm(manifest));
  const before = formed(withDefaults(was, version));
  const after = formed(withDefaults(is, version));
  const shownBefore = new Redacted(before);
  const shownAfter = new Redacted(after);
  const hide = (text: string): string => shownBefore.message(shownAfter.message(text));
  const name = servedKind(version, after.apiVersion, after.kind)?.definition;
  const type: TypeSchema | undefined =
    name === undefined ? undefined : { is: 'struct', definition: name };
  // What only repeats a default counts as not written, whoever wrote it.
  const differences = diff(
    version,
    type,
    {
      written: formed(withoutDefaults(withDefaults(was, version), version)),
      full: before,
      shown: shownBefore.shown,
    },
    {
      written: formed(withoutDefaults(withDefaults(is, version), version)),
      full: after,
      shown: shownAfter.shown,
    },
  );
  const effects = effectsFor(after);
  const pair = {
    before,
    after,
    beforeWritten: withoutDefaults(was, version),
    afterWritten: withoutDefaults(is, version),
    differences,
    old,
    version,
  };
  return (next) =>
    differences.flatMap((difference) => {
      const attribution = attribute(difference, effects, { ...pair, next });
      if (attribution === undefined) return [];
      const { path, shown } = difference;
      return [
        {
          object: refOf(after),
          field: hide(fieldName(path)),
          before: shown.before,
          after: markChanged(
            { value: difference.before, shown: shown.before },
            { value: difference.after, shown: shown.after },
          ),
          ...told(attribution, hide),
        },
      ];
    });
}

/** What is said of a change, without secrets. */
function told(attribution: Attribution, hide: (text: string) => string): Attribution {
  const { explanation, advice } = attribution;
  return {
    ...attribution,
    explanation: hide(explanation),
    ...(advice === undefined ? {} : { advice: hide(advice) }),
  };
}

/** Fields that the server writes, whoever applies the object. */
const serverFields = new Set([
  'managedFields',
  'resourceVersion',
  'uid',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
]);
const serverAnnotations = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
]);

/** What an author says of an object: no status, and nothing that the server keeps for itself. */
export function authored(manifest: Manifest): Manifest {
  const { status: _status, metadata, ...rest } = manifest;
  if (!isFields(metadata)) return metadata === undefined ? rest : { ...rest, metadata };
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(metadata)) {
    if (serverFields.has(key)) continue;
    kept[key] =
      key === 'annotations' && isFields(value)
        ? Object.fromEntries(Object.entries(value).filter(([name]) => !serverAnnotations.has(name)))
        : value;
  }
  return { ...rest, metadata: kept };
}
