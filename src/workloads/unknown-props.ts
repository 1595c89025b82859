import type { Problem } from '../errors';
import { closest } from '../manifest/closest';
import { at } from '../manifest/manifest';
import { problemAt } from './place';

/**
 * A problem for each prop that a construct doesn't have. The compiler finds these in an object that
 * is written in place, but not in one that is spread into the props: there, they would be lost.
 *
 * @param path path of the construct
 * @param props what was given
 * @param known names of the props that there are
 */
export function unknownProps(path: string, props: object, known: readonly string[]): Problem[] {
  return Object.keys(props)
    .filter((name) => !known.includes(name) && at(props, name) !== undefined)
    .flatMap((name) => {
      const meant = closest(name, known);
      const fix =
        meant === undefined
          ? `Remove it; there are ${known.join(', ')}.`
          : `Write ${meant} if you mean that, or remove it.`;
      return problemAt(path, 'props', 'must hold no unknown field', name, fix);
    });
}
