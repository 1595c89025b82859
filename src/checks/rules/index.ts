import type { Check } from '../check';
import { nodePortInRange } from './node-port-in-range';
import { uniqueObject } from './unique-object';

/** All checks, sorted by id. To add one: its file beside this one, and a line here. */
export const checks: readonly Check[] = [nodePortInRange, uniqueObject];
