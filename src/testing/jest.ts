import { GroundworkError } from '../errors';
import { runnerMatchers } from './runner-matchers';
import type { SnapshotOptions } from './snapshot-options';

declare const expect: { extend(matchers: typeof runnerMatchers): void } | undefined;

declare global {
  namespace jest {
    interface Matchers<R, T> {
      /**
       * The `ManifestApp` writes the files that are stored in a folder beside the test, by value. Where
       * it doesn't, the test fails with what applying the difference does.
       *
       * `-u` stores them anew; a change that is `rejected`, `replaced` or `data-risk` is kept back until
       * it is named.
       *
       * @param folder the folder, from the folder of the test: `__manifests__`
       */
      toMatchManifests(folder: string, options?: SnapshotOptions): R;
      /**
       * The file of the chart is as it is stored beside the test, by value; see `toMatchManifests`.
       *
       * @param file the file, from the folder of the test: `ng.yaml`
       */
      toMatchManifestFile(file: string, options?: SnapshotOptions): R;
      /** The checks find neither an error nor a warning in the app, the chart or the manifests. */
      toHaveNoFindings(): R;
    }
  }
}

if (typeof expect === 'undefined') {
  throw new GroundworkError({
    path: 'cdk8s-groundwork/testing/jest',
    problem: 'there is no global expect to add matchers to',
    fix: 'Import it in a test file of jest, or name it in setupFilesAfterEnv (not in setupFiles).',
  });
}
expect.extend(runnerMatchers);
