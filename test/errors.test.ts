import { inspect } from 'node:util';
import { GroundworkError } from '../src/errors';

const problem = {
  path: 'ng/web',
  problem: 'port must be a number, got "80"',
  fix: 'Take the quotes off.',
};

test('an error says each problem once, also where Node prints it', () => {
  const error = new GroundworkError(problem, { ...problem, path: 'ng/db', fix: '' });
  expect(error.message).toBe(
    'ng/web: port must be a number, got "80". Take the quotes off.\nng/db: port must be a number, got "80"',
  );
  expect(inspect(error).split('ng/db')).toHaveLength(2);
  expect(error.problems).toHaveLength(2);
  expect(error).toMatchObject(problem);
});
