import type { IConstruct } from 'constructs';
import { GroundworkError } from '../errors';

/**
 * Depth-first order: each construct after its targets, every construct once.
 *
 * It keeps its own stack, so a chain of any length is no problem.
 *
 * @throws GroundworkError where targets lead back to their source, naming the cycle's members
 */
export function visitInOrder<T extends IConstruct>(
  starts: readonly T[],
  targetsOf: (construct: T) => Iterable<T>,
): T[] {
  const order: T[] = [];
  const visited = new Set<T>();
  const open = new Set<T>();
  for (const start of starts) {
    const stack: { construct: T; targets: Iterator<T> }[] = [];
    const enter = (construct: T): void => {
      if (open.has(construct)) throw cycle([...open], construct);
      if (visited.has(construct)) return;
      visited.add(construct);
      open.add(construct);
      stack.push({ construct, targets: targetsOf(construct)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.targets.next();
      if (next.done === true) {
        stack.pop();
        open.delete(top.construct);
        order.push(top.construct);
      } else {
        enter(next.value);
      }
    }
  }
  return order;
}

function cycle(open: readonly IConstruct[], back: IConstruct): GroundworkError {
  const members = [...open.slice(open.indexOf(back)), back].map((member) => member.node.path);
  return new GroundworkError({
    path: back.node.path,
    problem: `dependencies form a cycle: ${members.join(' => ')}`,
    fix: 'Take one of these dependencies out.',
  });
}
