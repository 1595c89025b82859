import { recordOf, flag, listOf, oneOf, text, wrong, type Form } from '../manifest/form';
import { isFields } from '../manifest/manifest';
import { kindOf } from '../manifest/plain-data';

const anyText: Form = (value, path) => (typeof value === 'string' ? [] : text(value, path));

/** What the reports read of a finding; it may hold more. */
const parts: Readonly<Record<string, Form>> = {
  check: text,
  severity: oneOf(['error', 'warning']),
  field: anyText,
  problem: anyText,
  fix: anyText,
};

/** A list of findings, as `check` gives them. */
export const findingsForm: Form = listOf((value, path) => {
  if (isFields(value) && isFields(value['object']) && isFields(value['origin'])) {
    return Object.entries(parts).flatMap(([key, form]) => form(value[key], `${path}.${key}`));
  }
  return wrong(path, `must be a finding, got ${kindOf(value)}`, 'Give what check() gives.');
});

/** A list of what could not be read, as `readManifests` gives it. */
export const unreadableForm: Form = listOf((value, path) =>
  isFields(value) && typeof value['file'] === 'string' && typeof value['problem'] === 'string'
    ? []
    : wrong(
        path,
        `must be a problem of a file, got ${kindOf(value)}`,
        'Give the problems of what readManifests() gives.',
      ),
);

/** How a report looks. */
export const reportForm: Form = recordOf({ color: flag });
