// Errors
export { GroundworkError } from './errors';
export type { Problem } from './errors';

// Manifests: plain objects as data
export { writeYaml } from './manifest/write';
export type { Manifest, ObjectRef } from './manifest/manifest';

// Checks
export { checks } from './checks/rules/index';
export { runChecks } from './checks/run-checks';
export type {
  Check,
  CheckedObject,
  CheckInput,
  ConstructOrigin,
  FileOrigin,
  Finding,
  Origin,
  Report,
  Severity,
} from './checks/check';

// Apps: the construct tree to files
export { ManifestApp } from './app/manifest-app';
export type { ManifestAppProps } from './app/manifest-app';
export { ManifestFile } from './app/manifest-file';
export type { ManifestFileProps } from './app/manifest-file';
export type { ICluster, OutputFile } from './app/cluster';
export type { ImageMirrors } from './app/image-mirrors';
export type { Layout } from './app/layout';

// Workloads

// KubeKey
