import type { Check } from '../check';
import { reportFaults } from '../schema-faults';

/** Every field is there that the API server refuses to miss. */
export const requiredFields: Check = {
  id: 'required-fields',
  summary: 'Every field is there that the object cannot do without.',
  why: 'The API server refuses an object that lacks a required field, such as a container without an image.',
  fix: 'Add the field.',
  severity: 'error',
  run: reportFaults('missing-field'),
};
