/*
 * The rules for single values that many kinds share. Each function gives what is wrong as the end of
 * a sentence, such as `must be a whole number from 1 to 65535`, or undefined where nothing is.
 */

/** What is wrong with the number of a port. */
export function portProblem(port: unknown): string | undefined {
  return isWhole(port, 1, 65535) ? undefined : 'must be a whole number from 1 to 65535';
}

/** Tells of a whole number that it is no port; what is no whole number is a fault of its own. */
export function isNoPort(port: unknown): port is number {
  return Number.isInteger(port) && !isWhole(port, 1, 65535);
}

/** What is wrong with a count, such as `replicas`. */
export function countProblem(count: unknown): string | undefined {
  return isWhole(count, 0, 2 ** 31 - 1) ? undefined : 'must be a whole number, 0 or more';
}

/** What is wrong with the name of an image, such as `nginx:1.27` or `registry.example.com/team/web@sha256:...`. */
export function imageProblem(image: unknown): string | undefined {
  if (image === undefined || image === null) return 'must be given';
  if (typeof image !== 'string') return 'must be text';
  if (image === '') return 'must not be empty';
  return /\s/.test(image) ? 'must hold no spaces' : undefined;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
