import type { Check } from '../check';
import { knownFields } from './known-fields';
import { knownValues } from './known-values';
import { nodePortInRange } from './node-port-in-range';
import { requiredFields } from './required-fields';
import { servedApiVersion } from './served-api-version';
import { uniqueObject } from './unique-object';
import { validTypes } from './valid-types';

/** All checks, sorted by id. To add one: its file beside this one, and a line here. */
export const checks: readonly Check[] = [
  knownFields,
  knownValues,
  nodePortInRange,
  requiredFields,
  servedApiVersion,
  uniqueObject,
  validTypes,
];
