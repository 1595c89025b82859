import { show } from '../errors';
import type { ArgumentProblem } from './argument-problem';

const dnsName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;

/**
 * What is wrong with a name that must be a DNS name, or undefined.
 *
 * @param where the argument, such as `hosts[0].name`
 * @param longest most characters that it may have
 */
export function nameProblem(
  where: string,
  name: unknown,
  longest: number,
): ArgumentProblem | undefined {
  if (typeof name === 'string' && name.length <= longest && dnsName.test(name)) return undefined;
  return {
    problem: `${where} must be a name in lower case, got ${show(name)}`,
    fix: `Use lower-case letters, digits, "-" and ".", ${longest} characters at most, such as "node1".`,
  };
}
