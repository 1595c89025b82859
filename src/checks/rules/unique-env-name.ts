import { itemsAt, textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** No environment variable of a container is set twice. */
export const uniqueEnvName: Check = {
  id: 'unique-env-name',
  summary: 'A container sets each environment variable once.',
  why: 'The server takes both, the last one wins, and a later kubectl apply may remove the wrong one.',
  fix: 'Take one of them out.',
  severity: 'warning',
  *run(input) {
    for (const { object, container, field } of objectIndex(input).containersWith('env')) {
      const env = itemsAt(container, 'env');
      for (const { entry, key } of duplicates(env, ({ item }) => textAt(item, 'name'))) {
        yield {
          object,
          field: `${field}.env[${entry.index}].name`,
          problem: `the variable ${key} is set twice`,
        };
      }
    }
  },
};
