import type { Check } from './check';

/** What is said of the options themselves, not of an object: it has an id and a page as a check has. */
export interface OptionFinding extends Pick<
  Check,
  'id' | 'summary' | 'why' | 'fix' | 'severity' | 'profiles'
> {
  /** What it is said of, and the same put right, for its page in the docs; the tests run both. */
  readonly example: {
    /** Language of both: the configuration file, or code. */
    readonly language: 'yaml' | 'js';
    /** What something is said of. */
    readonly wrong: string;
    /** The same, put right. */
    readonly right: string;
  };
}

/** A waiver whose last day is over. */
export const expiredWaiver: OptionFinding = {
  id: 'expired-waiver',
  summary: 'No waiver that is still needed has expired.',
  why: 'A waiver with a last day is a promise to come back to what it is for. After that day its findings are reported again, and this says why they are.',
  fix: 'Correct what it was for, or write a later date with a reason that still holds.',
  severity: 'warning',
  example: {
    language: 'yaml',
    wrong: `waivers:
  - check: node-port-in-range
    reason: the range is changed by hand until the move
    expires: 2020-12-31
`,
    right: `waivers:
  - check: node-port-in-range
    reason: the range is changed by hand until the move
    expires: 2999-12-31
`,
  },
};

/** A check of the user that throws, or reports what it can't. */
export const failedCheck: OptionFinding = {
  id: 'failed-check',
  summary: 'The checks of your own run to their end.',
  why: 'A check that throws has not looked at everything, so what it is there for may be wrong without a word. Manifests hold whatever their authors wrote, and a field that is missing is the usual cause.',
  fix: 'Correct its run: look whether a field is there before reading below it.',
  severity: 'error',
  example: {
    language: 'js',
    wrong: `*run({ objects }) {
  for (const object of objects) {
    const { labels } = object.manifest.metadata;
    if (labels.team === undefined) yield { object, field: 'metadata.labels', problem: 'no team' };
  }
},
`,
    right: `*run({ objects }) {
  for (const object of objects) {
    const labels = object.manifest.metadata?.labels;
    if (labels?.team === undefined) yield { object, field: 'metadata.labels', problem: 'no team' };
  }
},
`,
  },
};

/** A waiver that nothing is found for. */
export const unusedWaiver: OptionFinding = {
  id: 'unused-waiver',
  summary: 'Every waiver is for something that is found.',
  why: 'A waiver that is for nothing is left over from what has been corrected since, or its check or object is misspelt. Left in, it would hide the next finding of that kind.',
  fix: 'Take the waiver out, or correct its check and its object.',
  severity: 'warning',
  example: {
    language: 'yaml',
    wrong: `waivers:
  - check: node-port-in-range
    object: { kind: Service, name: wbe }
    reason: the range is changed by hand until the move
`,
    right: `waivers:
  - check: node-port-in-range
    object: { kind: Service, name: web }
    reason: the range is changed by hand until the move
`,
  },
};

/** All that is said of the options, by id. */
export const optionFindings: readonly OptionFinding[] = [expiredWaiver, failedCheck, unusedWaiver];
