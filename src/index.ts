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
export type { ICluster, OutputFile } from './app/cluster';

// Workloads

// KubeKey
