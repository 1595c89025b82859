import type { createColors } from 'picocolors';

type Picocolors = typeof import('picocolors');

/** Loaded when something is said: it opens standard output, which takes longer than a small synth. */
function picocolors(): Picocolors {
  return require('picocolors') as Picocolors;
}

/** The colours of a text, or none of them. */
export function colors(isColored: boolean): ReturnType<typeof createColors> {
  return picocolors().createColors(isColored);
}

/** Tells whether the terminal shows colours, and the environment wants them (`NO_COLOR` and its like). */
export function isColorSupported(): boolean {
  return picocolors().isColorSupported;
}
