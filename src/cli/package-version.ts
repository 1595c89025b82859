/** The version of this package as it is installed. */
export function packageVersion(): string {
  return (require('cdk8s-groundwork/package.json') as { version: string }).version;
}
