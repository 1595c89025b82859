/** What probes and Services lack together where pods have no port of a name. */
export function portCause(name: string): string {
  return `ports ${name}`;
}
