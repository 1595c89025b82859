import { show, type Problem } from '../errors';
import { textAt } from '../manifest/fields';
import { listOf, oneOf, wrong, type Form } from '../manifest/form';
import { isFields } from '../manifest/manifest';
import type { Check } from './check';
import { optionFindings } from './option-findings';
import { profile } from './profile';
import { checks } from './rules/index';

/** Everything that is wrong with the form and the ids of a user's own checks. */
export const ownForm: Form = (value, path) => {
  const own: readonly unknown[] = Array.isArray(value) ? value : [];
  const ids = own.map((check) => textAt(check, 'id'));
  const taken = ids.flatMap((_, index) => idProblems(ids, index, path));
  return [...listOf(checkForm)(value, path), ...taken];
};

/** A check; it may hold more than that. */
export const checkForm: Form = (check, path) => {
  if (!isFields(check)) {
    const fix = 'Write an object with id, summary, why, fix, severity and run.';
    return wrong(path, `must be a check, got ${show(check)}`, fix);
  }
  return Object.entries(fieldForms).flatMap(([field, form]) => {
    const value = check[field];
    return field === 'profiles' && value === undefined ? [] : form(value, `${path}.${field}`);
  });
};

const sentence: Form = (value, path) =>
  typeof value === 'string' && value.trim() !== ''
    ? []
    : wrong(
        path,
        `must be a sentence, got ${show(value)}`,
        'Write it for those who read the findings.',
      );

const fieldForms: Readonly<Record<Exclude<keyof Check, 'example'>, Form>> = {
  id: (value, path) =>
    typeof value === 'string' && /^[a-z\d]+([-/][a-z\d]+)*$/.test(value)
      ? []
      : wrong(
          path,
          `must be lowercase words joined by -, got ${show(value)}`,
          'Write one such as acme/has-team-label.',
        ),
  summary: sentence,
  why: sentence,
  fix: sentence,
  severity: oneOf(['error', 'warning']),
  profiles: listOf(profile),
  run: (value, path) =>
    typeof value === 'function'
      ? []
      : wrong(path, 'must be a function', 'Write a function that gives what it finds.'),
};

function idProblems(
  ids: readonly (string | undefined)[],
  index: number,
  path: string,
): readonly Problem[] {
  const id = ids[index];
  if (id === undefined) return [];
  if ([...checks, ...optionFindings].some((ours) => ours.id === id)) {
    return wrong(
      `${path}[${index}].id`,
      `is an id of this package, got ${show(id)}`,
      `Choose another; one with a prefix of your own never collides, such as acme/${id}.`,
    );
  }
  const first = ids.indexOf(id);
  if (first === index) return [];
  return wrong(
    `${path}[${index}].id`,
    `is the id of ${path}[${first}], too, got ${show(id)}`,
    'Give each check an id of its own.',
  );
}
