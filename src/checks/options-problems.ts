import { show, type Problem } from '../errors';
import { itemsAt, textAt } from '../manifest/fields';
import { recordOf, listOf, mapOf, meant, oneOf, text, wrong, type Form } from '../manifest/form';
import { describe, isFields, isManifest, refOf } from '../manifest/manifest';
import { ReadObject } from '../manifest/read-object';
import { knownVersion } from '../manifest/version-form';
import { ownForm } from './check-form';
import { isDefinition } from './custom-kinds';
import { optionFindings } from './option-findings';
import { profile, severity } from './profile';
import { checks } from './rules/index';

/** Whether what the objects refer to must be among them. */
export const references: Form = oneOf(['open', 'closed']);

const object: Form = recordOf({ kind: text, namespace: text, name: text }, ['kind', 'name']);

/** Objects that are in the cluster already. */
export const external: Form = listOf(object);

const amount: Form = (value, path) => (typeof value === 'number' ? [] : text(value, path));

/** What each host has. */
export const hosts: Form = mapOf(mapOf(amount));

/**
 * Everything that is wrong with options, by the field that it is about.
 *
 * @param path where they are given, for messages
 */
export function optionsProblems(options: unknown, path = ''): readonly Problem[] {
  const forms = {
    ...optionForms({ origin }, isFields(options) ? options['own'] : undefined),
    own: ownForm,
    customResourceDefinitions: listOf(definition),
    today: date,
  };
  return recordOf(forms)(options, path).map((one) =>
    one.path === '' ? { ...one, path: 'options' } : one,
  );
}

/** Everything that is wrong with what a configuration file says: definitions stand in files of their own. */
export function configProblems(config: unknown): readonly Problem[] {
  return recordOf({ ...optionForms({}), customResourceDefinitions: listOf(text) })(config, '');
}

/** What stands in each field. */
type OptionForms = Readonly<Record<string, Form>>;

/**
 * The options that a program and a configuration file give alike.
 *
 * @param ofWaiver what a waiver holds besides
 * @param own the user's own checks, whose ids are known, too
 */
function optionForms(ofWaiver: OptionForms, own?: unknown): OptionForms {
  const check = checkId(own);
  const waiver = { check, object, reason, expires: date, ...ofWaiver };
  return {
    kubernetesVersion: knownVersion,
    profile,
    references,
    external,
    hosts,
    severity: mapOf(severity, check),
    waivers: listOf(recordOf(waiver, ['check', 'reason'])),
  };
}

const reason: Form = (value, path) =>
  typeof value === 'string' && value.trim() !== ''
    ? []
    : wrong(path, `must be text, got ${show(value)}`, 'Write why the finding is accepted.');

/** A day that there is. */
const date: Form = (value, path) => {
  const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const time = isDate ? Date.parse(`${value}T00:00:00Z`) : NaN;
  // February 30 comes back as another day.
  if (isDate && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return [];
  const fix = 'Write year, month and day, such as 2026-12-31.';
  return wrong(path, `must be a date, got ${show(value)}`, fix);
};

/** Where a waiver stands, as whoever read it says. */
const origin: Form = (value, path) =>
  isFields(value) && ['file', 'construct', 'argument'].some((key) => typeof value[key] === 'string')
    ? []
    : wrong(path, `must be a place, got ${show(value)}`, 'Write { file, line, column }.');

const definition: Form = (value, path) => {
  const manifest: unknown = value instanceof ReadObject ? value.manifest : value;
  if (isManifest(manifest) && isDefinition(manifest)) return [];
  const got = isManifest(manifest) ? describe(refOf(manifest)) : show(manifest);
  const fix = 'Give only the CustomResourceDefinitions.';
  return wrong(path, `must be a CustomResourceDefinition, got ${got}`, fix);
};

/** The id of a check: of this package, of its user, or of what is said of options. */
function checkId(own: unknown): Form {
  return (value, path) => {
    const mine = itemsAt(own).flatMap(({ item }) => textAt(item, 'id') ?? []);
    const ids = [...checks.map(({ id }) => id), ...optionFindings.map(({ id }) => id), ...mine];
    if (ids.includes(value as string)) return [];
    const fix = typeof value === 'string' ? meant(value, ids) : undefined;
    return wrong(
      path,
      `there is no check of this id, got ${show(value)}`,
      fix ?? 'Write the id of a check; cdk8s-groundwork check --list shows them.',
    );
  };
}
