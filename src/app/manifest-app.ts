import { App, type IResolver } from 'cdk8s';
import type { Finding } from '../checks/check';
import type { CheckOptions } from '../checks/check-options';
import { optionsProblems } from '../checks/options-problems';
import { reportText } from '../checks/report';
import type { TargetVersion } from '../checks/target-version';
import { throwProblems } from '../errors';
import { isColorSupported } from '../manifest/colors';
import { listOf, oneOf, wrong } from '../manifest/form';
import { isFields } from '../manifest/manifest';
import { kindOf } from '../manifest/plain-data';
import { soundProps, type PropForms } from '../manifest/props';
import { checkSets, type CheckedSets } from './check-sets';
import { constructMetadata } from './construct-metadata';
import { fileText, manifestsOf } from './file-text';
import { imageMirrorsProblems, type ImageMirrors } from './image-mirrors';
import { filePerObject, layouts, type Layout } from './layout';
import { requireNoErrors } from './require-no-errors';
import { synthesize, type ApiDefaults, type SynthesizedFile } from './synthesis';
import { requireUniquePaths } from './unique-paths';
import { writeFiles, type FileContent } from './write-files';

/** Options of a `ManifestApp`. */
export interface ManifestAppProps {
  /**
   * Folder that the files are written to; made if it is missing. Don't let compiled code share it:
   * `cdk8s synth` deletes it first.
   *
   * @default - the environment's `CDK8S_OUTDIR`, which `cdk8s synth` sets; else `manifests`
   */
  readonly outdir?: string;
  /**
   * Registries to take images from instead of those they name, in every pod of the app:
   * `{ 'docker.io': 'docker.1ms.run' }` makes `nginx` `docker.1ms.run/nginx`.
   *
   * @default - images stay as they are written
   */
  readonly imageMirrors?: ImageMirrors;
  /**
   * What becomes of the fields that only repeat the API server's defaults in objects of cdk8s-plus:
   * `omit` leaves them out, for the version of the file's cluster (or the app's only one), else for the newest;
   * `keep` writes them. What an author wrote stays in any case.
   *
   * @default 'omit'
   */
  readonly apiDefaults?: ApiDefaults;
  /**
   * How objects are checked before anything is written: the profile, severities, waivers and the
   * like, as in `{ profile: 'recommended' }`; `'off'` checks nothing.
   *
   * @default - everything that is wrong is an error, as the checks say
   */
  readonly checks?: CheckOptions | 'off';
  /**
   * How objects are spread over files: `file-per-chart`, or `file-per-object` with a
   * `kustomization.yaml` for each folder.
   *
   * @default 'file-per-chart'
   */
  readonly layout?: Layout;
  /**
   * How the file of a plain cdk8s `Chart` ends. A `ManifestFile` ends in `.yaml` always.
   *
   * @default '.k8s.yaml'
   */
  readonly outputFileExtension?: string;
  /**
   * Also writes `construct-metadata.json`, which cdk8s-cli's validation plug-ins read.
   *
   * @default - the environment's `CDK8S_RECORD_CONSTRUCT_METADATA`; else false
   */
  readonly recordConstructMetadata?: boolean;
  /**
   * Resolvers for values of your own, asked before those of cdk8s: objects with `resolve(context)`.
   *
   * @default - cdk8s' own: `Lazy`, tokens, number-or-string unions
   */
  readonly resolvers?: IResolver[];
}

/**
 * An app that writes checked manifests: a cdk8s `App` that runs all checks first, writes nothing
 * unless everything can be written, and names each file as its author did.
 *
 * Plain cdk8s charts work in it, too. Everything it has to say goes to standard error.
 *
 * @example
 * const app = new ManifestApp();
 * const ng = new ManifestFile(app, 'ng');
 * new AppDeployment(ng, 'nginx', { image: 'nginx:1.27', port: 80 });
 * app.synth();   // writes manifests/ng.yaml
 */
export class ManifestApp extends App {
  private readonly imageMirrors: ImageMirrors;
  private readonly apiDefaults: ApiDefaults;
  private readonly checks: CheckOptions | 'off';
  private saidTargets = false;
  private readonly layout: Layout;
  private readonly recordsConstructs: boolean;

  /** @throws GroundworkError with everything that is wrong with the props */
  constructor(props: ManifestAppProps = {}) {
    const { props: sound, problems } = soundProps('ManifestApp', props, forms);
    const { imageMirrors = {}, apiDefaults = 'omit', checks = {} } = sound;
    const { layout = 'file-per-chart', resolvers = [] } = sound;
    // Programs in JavaScript can write anything.
    throwProblems(
      [
        ...problems,
        ...imageMirrorsProblems('ManifestApp', imageMirrors),
        ...oneOf(['omit', 'keep'])(apiDefaults, 'ManifestApp apiDefaults'),
        ...oneOf(layouts)(layout, 'ManifestApp layout'),
        ...(checks === 'off' ? [] : optionsProblems(checks, 'ManifestApp checks')),
        ...resolversForm(resolvers, 'ManifestApp resolvers'),
      ],
      new.target,
    );
    const recordConstructMetadata =
      sound.recordConstructMetadata ?? process.env['CDK8S_RECORD_CONSTRUCT_METADATA'] === 'true';
    super({
      outdir: sound.outdir ?? process.env['CDK8S_OUTDIR'] ?? 'manifests',
      recordConstructMetadata,
      ...(sound.outputFileExtension !== undefined && {
        outputFileExtension: sound.outputFileExtension,
      }),
      resolvers,
    });
    this.imageMirrors = imageMirrors;
    this.apiDefaults = apiDefaults;
    this.checks = checks;
    this.layout = layout;
    this.recordsConstructs = recordConstructMetadata;
  }

  /**
   * Checks everything, then writes all files.
   *
   * @throws GroundworkError with all findings of severity `error`, with every failed validation, or
   * with what keeps a file from being written; then nothing is written and earlier files are whole
   */
  override synth(): void {
    const checked = this.checkedFiles('synth');
    const files = this.layOut(checked);
    const contents: FileContent[] = files.map((file) => ({
      path: file.path,
      text: textOf(file),
      secret: file.reveal !== undefined,
    }));
    if (this.recordsConstructs) contents.push(constructMetadata(checked));
    writeFiles(this.outdir, contents);
    for (const { path, secret } of contents) {
      if (secret) this.say(`warning: ${path} holds secrets. Keep it out of git.\n`);
    }
  }

  /**
   * All documents of the app as one YAML stream, checked as by `synth`, with `<redacted>` in place
   * of each secret.
   *
   * @throws GroundworkError as `synth` does
   */
  override synthYaml(): string {
    const files = this.checkedFiles('synthYaml');
    return [...fileText(files, files.flatMap(manifestsOf))].join('');
  }

  /**
   * The files of the app, one for each chart, and all that the checks find in them. Nothing is said,
   * written or thrown because of a finding: this is what the matchers look at.
   *
   * @internal
   */
  examine(): { readonly files: readonly SynthesizedFile[] } & CheckedSets {
    const files = synthesize(this, {
      imageMirrors: this.imageMirrors,
      outputFileExtension: this.outputFileExtension,
      apiDefaults: this.apiDefaults,
    });
    const checked = this.checks === 'off' ? nothing : checkSets(files, this.checks);
    return { files, ...checked };
  }

  /**
   * The files as the layout of the app spreads them.
   *
   * @internal
   */
  layOut(files: readonly SynthesizedFile[]): readonly SynthesizedFile[] {
    const laidOut = this.layout === 'file-per-object' ? filePerObject(files) : files;
    requireUniquePaths(laidOut);
    return laidOut;
  }

  private checkedFiles(caller: 'synth' | 'synthYaml'): readonly SynthesizedFile[] {
    const { files, findings, targets } = this.examine();
    this.sayTargets(targets);
    const isTerminal = process.stderr.isTTY;
    const fails = findings.some(({ severity }) => severity === 'error');
    // On a terminal all are read there, grouped and in colour; elsewhere the error has its part.
    const said = isTerminal || !fails ? findings : findings.filter(isWarning);
    this.say(reportText(said, { color: isTerminal && isColorSupported() }));
    // eslint-disable-next-line @typescript-eslint/unbound-method -- Named for the stack, never called.
    requireNoErrors(findings, this[caller]);
    for (const { path, objects } of files) {
      if (objects.length === 0) this.say(`warning: ${path} is empty: no object is in its chart.\n`);
    }
    return files;
  }

  /** Tells once which Kubernetes versions the files are checked for. */
  private sayTargets(targets: CheckedSets['targets']): void {
    if (this.saidTargets || targets.length === 0) return;
    this.saidTargets = true;
    const said = targets.map(({ target: { version, source }, cluster }) => {
      const why = cluster === undefined ? sources[source] : `of ${cluster}`;
      return `Kubernetes ${version} (${why})`;
    });
    this.say(`Checked for ${[...new Set(said)].join(', ')}.\n`);
  }

  private say(text: string): void {
    process.stderr.write(text);
  }
}

const forms: PropForms<ManifestAppProps> = {
  outdir: 'manifests',
  imageMirrors: { 'docker.io': 'docker.1ms.run' },
  apiDefaults: true,
  checks: true,
  layout: true,
  outputFileExtension: '.yaml',
  recordConstructMetadata: false,
  resolvers: true,
};

const resolversForm = listOf((value, path) =>
  isFields(value) && typeof value['resolve'] === 'function'
    ? []
    : wrong(
        path,
        `must be a resolver, got ${kindOf(value)}`,
        'Give an object with a function resolve(context), as cdk8s has it.',
      ),
);

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

const nothing: CheckedSets = { findings: [], targets: [] };

const sources: Readonly<Record<TargetVersion['source'], string>> = {
  given: 'as asked for',
  cluster: 'of the Cluster among the files',
  configuration: 'of the configuration',
  newest: 'the newest version known',
};

/** The text of a file in pieces; its secrets are read only now, as it is written. */
function* textOf(file: SynthesizedFile): Generator<string> {
  yield* fileText([file], file.reveal?.() ?? manifestsOf(file));
}
