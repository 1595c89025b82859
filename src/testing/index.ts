// Queries and assertions on manifests, for any test runner
export { Manifests } from './manifests';
export type { GetOptions } from './manifests';
export type { FoundObject } from './found-object';
export type { Testable } from './subject';

// What the matchers of ./jest and ./vitest do, for runners that have none
export { checkFindings } from './check-findings';
export type { FindingsOutcome } from './check-findings';
export { matchManifestFile, matchManifests } from './match-manifests';
export type { SnapshotRun } from './match-manifests';
export type { SnapshotOutcome } from './compare-snapshots';
export type { SnapshotOptions, SnapshotUpdate } from './snapshot-options';
export type { KeptBackEffect } from './accepted-effects';
