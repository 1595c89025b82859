import { show, type Problem } from '../errors';
import { closest } from '../manifest/closest';
import { versionProblems } from '../manifest/kubernetes-version';
import { describe, isFields, isManifest, refOf, type Manifest } from '../manifest/manifest';
import { ReadObject } from '../manifest/read-object';
import type { CheckOptions, Waiver } from './check-options';
import { isDefinition } from './custom-kinds';
import { optionFindings } from './option-findings';
import { ownProblems } from './own-checks';
import { checks } from './rules/index';

/** Names of good practice to check, too. */
export const profiles = ['recommended', 'production'] as const;

/** Whether what the objects refer to must be among them. */
export const references = ['open', 'closed'] as const;

const severities = ['error', 'warning', 'off'] as const;

/**
 * Everything that is wrong with options, by the field that it is about.
 *
 * @param path where they are given, for messages
 */
export function optionsProblems(options: CheckOptions, path = ''): readonly Problem[] {
  // What has another shape can't be looked into.
  const shapes = shapeProblems(options);
  const problems = shapes.length > 0 ? shapes : valueProblems(options);
  return problems.map((one) => ({
    ...one,
    path: [path, one.path].filter(Boolean).join('.') || 'options',
  }));
}

/** Programs in JavaScript can give anything. */
function shapeProblems(options: unknown): readonly Problem[] {
  if (!isFields(options)) return [mustBe('', 'a mapping of options', options)];
  const { hosts } = options;
  return [
    ...['external', 'waivers', 'own', 'customResourceDefinitions'].flatMap((key) =>
      Array.isArray(options[key] ?? []) ? [] : mustBe(key, 'a list', options[key]),
    ),
    ...['severity', 'hosts'].flatMap((key) =>
      isFields(options[key] ?? {}) ? [] : mustBe(key, 'a mapping', options[key]),
    ),
    ...Object.entries(isFields(hosts) ? hosts : {}).flatMap(([host, resources]) =>
      isFields(resources) ? [] : mustBe(`hosts.${host}`, 'a mapping of resources', resources),
    ),
  ];
}

function mustBe(path: string, what: string, value: unknown): Problem {
  return { path, problem: `must be ${what}, got ${show(value)}`, fix: `Write ${what}.` };
}

function valueProblems(options: CheckOptions): readonly Problem[] {
  const { kubernetesVersion, severity = {}, waivers = [], today } = options;
  const { customResourceDefinitions = [], own = [] } = options;
  const named = [...Object.keys(severity), ...waivers];
  const ids =
    named.length === 0
      ? []
      : [...checks, ...own.filter(isFields), ...optionFindings].map(({ id }) => id);
  return [
    ...(kubernetesVersion === undefined ? [] : versionProblems(kubernetesVersion)),
    ...customResourceDefinitions.flatMap((object, index) =>
      definitionProblems(object, `customResourceDefinitions[${index}]`),
    ),
    ...ownProblems(own),
    ...choiceProblems(options.profile, profiles, 'profile'),
    ...choiceProblems(options.references, references, 'references'),
    ...Object.entries(severity).flatMap(([check, value]) => [
      ...idProblems(check, ids, `severity.${check}`),
      ...choiceProblems(value, severities, `severity.${check}`),
    ]),
    ...waivers.flatMap((waiver, index) => waiverProblems(waiver, ids, `waivers[${index}]`)),
    ...(today === undefined ? [] : dateProblems(today, 'today')),
  ];
}

/** What is wrong with a value that must be one of a few, or left out: programs in JavaScript can write others. */
export function choiceProblems(
  value: unknown,
  choices: readonly string[],
  path: string,
): readonly Problem[] {
  if (value === undefined || choices.includes(value as string)) return [];
  const meant = typeof value === 'string' ? closest(value, choices) : undefined;
  return [
    {
      path,
      problem: `must be one of ${choices.join(', ')}, got ${show(value)}`,
      fix:
        meant === undefined ? `Write ${choices.join(' or ')}.` : `Write ${meant} if you mean that.`,
    },
  ];
}

function definitionProblems(object: Manifest | ReadObject, path: string): Problem[] {
  const manifest: unknown = object instanceof ReadObject ? object.manifest : object;
  if (isManifest(manifest) && isDefinition(manifest)) return [];
  return [
    {
      path,
      problem: `must be a CustomResourceDefinition, got ${isManifest(manifest) ? describe(refOf(manifest)) : show(manifest)}`,
      fix: 'Give only the CustomResourceDefinitions.',
    },
  ];
}

function waiverProblems(
  { check, reason, expires }: Waiver,
  ids: readonly string[],
  path: string,
): Problem[] {
  const noReason = {
    path: `${path}.reason`,
    problem: 'a waiver needs a reason',
    fix: 'Write why the finding is accepted.',
  };
  return [
    ...idProblems(check, ids, `${path}.check`),
    // Programs in JavaScript can leave it out.
    ...(((reason as string | undefined) ?? '').trim() === '' ? [noReason] : []),
    ...(expires === undefined ? [] : dateProblems(expires, `${path}.expires`)),
  ];
}

function idProblems(check: string, ids: readonly string[], path: string): Problem[] {
  if (ids.includes(check)) return [];
  const meant = closest(check, ids);
  return [
    {
      path,
      problem: `there is no check of this id, got ${show(check)}`,
      fix:
        meant === undefined
          ? 'Write the id of a check; cdk8s-groundwork check --list shows them.'
          : `Write ${meant} if you mean that.`,
    },
  ];
}

function dateProblems(date: string, path: string): Problem[] {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // A day that there isn't, such as February 30, comes back as another one.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return [];
  return [
    {
      path,
      problem: `must be a date, got ${show(date)}`,
      fix: 'Write year, month and day, such as 2026-12-31.',
    },
  ];
}
