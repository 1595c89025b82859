import type { Complaint } from './source-text';

/** What a line holds that only looks like YAML, and where. */
export interface LineMistake {
  /** Offset within the line. */
  readonly at: number;
  /** What to say of it. */
  readonly complaint: Complaint;
}

/** What is said of a file that a template engine has to read first. */
export const template: Complaint = {
  problem: 'the line belongs to a template, which is not YAML yet',
  fix: 'Check what the template gives, such as the output of helm template.',
};

/** Where in a line that YAML does not take something stands in place of what was meant. */
const mistakes: readonly (readonly [RegExp, (found: string) => Complaint])[] = [
  [/\{\{|\{%/, () => template],
  [
    // Where a line begins, and behind the colon of a key or the dash of an item.
    /(?<=^\s*(?:- *)?(?:[\w./"'-]+:)?)[^\S \t\r\n]/,
    (space) => ({
      problem: `the line holds a ${nameOf(space)}, which is no space to YAML`,
      fix: 'Write plain spaces in its place.',
    }),
  ],
  [
    /(?<=^ *)[\u2010-\u2015\u2212](?=\s)/,
    (dash) => ({
      problem: `the line begins with a ${nameOf(dash)}, which begins no item of a list`,
      fix: "Write the plain '-' in its place.",
    }),
  ],
  [
    // The first colon of the line, and no plain one with a blank behind it before that.
    /(?<=^(?:(?!:\s)[^\uff1a#])*)\uff1a/,
    (colon) => ({
      problem: `the line has a ${nameOf(colon)} in place of the plain one`,
      fix: 'Write ": ", with a space after the colon.',
    }),
  ],
  [
    /(?<=:\s+|-\s+)\*\S*[ \t]+\S/,
    () => ({
      problem: 'a value without quotes begins with *, which is an alias to YAML',
      fix: 'Put the value in double quotes, such as "*/5 * * * *" for a schedule.',
    }),
  ],
];

/** So far a line is looked at: what is longer was not written by hand. */
const longest = 1000;

/** The first character of a line that YAML can't take for the one it looks like; undefined without. */
export function mistakeIn(line: string): LineMistake | undefined {
  for (const [pattern, complain] of mistakes) {
    const found = pattern.exec(line.slice(0, longest));
    if (found !== null) return { at: found.index, complaint: complain(found[0]) };
  }
  return undefined;
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const known: Readonly<Record<string, string>> = {
    '\u00a0': 'no-break space',
    '\u3000': 'full-width space',
    '\uff1a': 'full-width colon',
    '\u2013': 'dash',
    '\u2014': 'dash',
  };
  return `${known[character] ?? 'character'} (U+${code})`;
}
