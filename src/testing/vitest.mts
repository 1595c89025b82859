import { expect } from 'vitest';
import { runnerMatchers } from './runner-matchers.js';
import type { SnapshotOptions } from './snapshot-options.js';

declare module 'vitest' {
  interface Assertion<T> {
    /**
     * The `ManifestApp` writes the files that are stored in a folder beside the test, by value. Where
     * it doesn't, the test fails with what applying the difference does.
     *
     * `-u` stores them anew; a change that is `rejected`, `replaced` or `data-risk` is kept back until
     * it is named.
     *
     * @param folder the folder, from the folder of the test: `__manifests__`
     */
    toMatchManifests(folder: string, options?: SnapshotOptions): void;
    /**
     * The file of the chart is as it is stored beside the test, by value; see `toMatchManifests`.
     *
     * @param file the file, from the folder of the test: `ng.yaml`
     */
    toMatchManifestFile(file: string, options?: SnapshotOptions): void;
    /** The checks find neither an error nor a warning in the app, the chart or the manifests. */
    toHaveNoFindings(): void;
  }
}

expect.extend(runnerMatchers);
