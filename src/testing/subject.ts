import { Chart, type App } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { checkSets } from '../app/check-sets';
import type { ICluster } from '../app/cluster';
import type { ManifestApp } from '../app/manifest-app';
import { synthesize, type SynthesizedFile, type SynthesizedObject } from '../app/synthesis';
import type { Finding } from '../checks/check';
import { checks } from '../checks/rules/index';
import { runChecks } from '../checks/run-checks';
import { targetVersion } from '../checks/target-version';
import { GroundworkError } from '../errors';
import { isManifest, type Manifest } from '../manifest/manifest';

/** What can be tested: an app, a chart (a `ManifestFile` or a `KubeKeyCluster`, too), or plain manifests. */
export type Testable = App | Chart | readonly Manifest[];

/** A file of what is tested: as `SynthesizedFile`, without a construct where plain manifests are tested. */
export interface SubjectFile {
  /** Path within the output folder; empty for plain manifests. */
  readonly path: string;
  /** Its objects, with the comments on them. */
  readonly objects: readonly Pick<SynthesizedObject, 'manifest' | 'comments'>[];
  /** The cluster that the file is for. */
  readonly cluster: ICluster | undefined;
}

/** What is tested, put into manifests. */
export interface Subject {
  /** What was given: a `ManifestApp`, another app, a chart, or a list of manifests. */
  readonly is: 'ManifestApp' | 'App' | 'Chart' | 'manifests';
  /** The files that it makes. */
  readonly files: readonly SubjectFile[];
  /** The other files of the same app: what its objects may refer to. */
  readonly others: readonly SubjectFile[];
  /** What the checks find in it. */
  readonly findings: readonly Finding[];
  /** What they find in the whole `ManifestApp` that it is of; empty outside of one: none writes it. */
  readonly appFindings: readonly Finding[];
}

/**
 * Puts what a test gave into manifests.
 *
 * @param caller how a message names the function that it was given to
 * @throws GroundworkError where it is nothing that can be tested, and with every failed validation
 */
export function subjectOf(received: unknown, caller: string): Subject {
  if (Array.isArray(received)) {
    const wrong = received.findIndex((item) => !isManifest(item));
    if (wrong < 0) return ofManifests(received as Manifest[]);
    throw wrongSubject(caller, `a list whose item ${wrong} has no text apiVersion and kind`);
  }
  if (!Construct.isConstruct(received)) throw wrongSubject(caller, nameOf(received));
  if (Chart.isChart(received)) return ofChart(received);
  if (received !== received.node.root) throw wrongSubject(caller, nameOf(received));
  const { files, findings, app } = examine(received);
  return app === undefined
    ? { is: 'App', files, others: [], findings, appFindings: [] }
    : { is: 'ManifestApp', files: app.layOut(files), others: [], findings, appFindings: findings };
}

function ofManifests(manifests: readonly Manifest[]): Subject {
  const objects = manifests.map((manifest, index) => ({
    manifest,
    origin: () => ({ construct: `manifests[${index}]` }),
  }));
  const { version } = targetVersion(manifests);
  const file = {
    path: '',
    objects: manifests.map((manifest) => ({ manifest, comments: [] })),
    cluster: undefined,
  };
  return {
    is: 'manifests',
    files: [file],
    others: [],
    findings: runChecks(checks, { objects, kubernetesVersion: version }),
    appFindings: [],
  };
}

function ofChart(chart: Chart): Subject {
  const { files, findings, app } = examine(chart.node.root);
  const { path } = chart.node;
  const isWithin = (construct: string): boolean =>
    path === '' || construct === path || construct.startsWith(`${path}/`);
  const own = files.filter(({ construct }) => isWithin(construct));
  const clusters = new Set(own.map(({ cluster }) => cluster));
  return {
    is: 'Chart',
    files: own,
    others: files.filter((file) => !own.includes(file) && clusters.has(file.cluster)),
    findings: findings.filter(({ origin }) => 'construct' in origin && isWithin(origin.construct)),
    appFindings: app === undefined ? [] : findings,
  };
}

function examine(root: IConstruct): {
  readonly files: readonly SynthesizedFile[];
  readonly findings: readonly Finding[];
  readonly app?: ManifestApp;
} {
  if (isManifestApp(root)) return { ...root.examine(), app: root };
  // An app of cdk8s itself writes objects as they are.
  const files = synthesize(root, {
    imageMirrors: {},
    apiDefaults: 'keep',
    outputFileExtension: '.k8s.yaml',
  });
  return { files, findings: checkSets(files, checks) };
}

/** By what it can do: the app may be of another copy of this package than the matcher. */
function isManifestApp(root: IConstruct): root is ManifestApp {
  const app = root as Partial<ManifestApp>;
  return typeof app.examine === 'function' && typeof app.layOut === 'function';
}

function wrongSubject(caller: string, got: string): GroundworkError {
  return new GroundworkError({
    path: caller,
    problem: `it tests an app, a chart or a list of manifests, got ${got}`,
    fix: 'Give it the ManifestApp, or the ManifestFile, KubeKeyCluster or Chart that the objects are in.',
  });
}

/** What a value is, without what it holds: that may be a secret. */
function nameOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (value instanceof Promise) return 'a Promise (await it first)';
  const { name } = (value as { constructor?: { name?: string } }).constructor ?? {};
  return name === undefined || name === '' || name === 'Object'
    ? 'a plain object'
    : `an object of class ${name}`;
}
