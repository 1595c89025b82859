import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { targetVersion, type TargetVersion } from '../checks/target-version';
import { minorVersion, newestMinor, oldestMinor } from '../facts/kubernetes/minor';
import type { Manifest } from '../manifest/manifest';
import type { ReadObject } from '../manifest/read-object';
import { standardInput } from '../manifest/read-files';
import { effects, type Effect, type Review } from '../review/change';
import { renderGithub } from '../review/report/github';
import { renderHtml } from '../review/report/html';
import { renderJson } from '../review/report/json';
import { renderMarkdown } from '../review/report/markdown';
import { renderText } from '../review/report/text';
import { verdict } from '../review/report/verdict';
import { review } from '../review/review';
import type { ExitCode } from './exit-code';
import { isColored, printNote, printProblems, printResult } from './print';
import { readSide } from './read-side';

/** Forms of the report. */
const formats = ['text', 'markdown', 'html', 'json', 'github'] as const;

interface ReviewCommandOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: readonly Effect[];
  readonly kubernetesVersion?: string;
}

/** The command `review`: what applying a change will do, without a cluster. */
export function reviewCommand(end: (code: ExitCode) => void): Command {
  return new Command('review')
    .summary('tell what applying a change will do')
    .description(
      'Compares the manifests that are applied now with those to be applied, and tells what applying them will do: what restarts, what is refused, what is lost, what does nothing. Without a cluster and without the network.',
    )
    .addArgument(sideArgument('<before>', 'the manifests as they are applied now'))
    .addArgument(sideArgument('<after>', 'the manifests to be applied'))
    .addOption(
      new Option('--format <format>', 'form of the report').choices(formats).default('text'),
    )
    .addOption(
      new Option('--fail-on <effect,...>', 'end with 1 where a change has one of these effects')
        .argParser(readEffects)
        .default([], 'none'),
    )
    .addOption(
      new Option('--kubernetes-version <version>', 'version of the cluster, such as 1.26')
        .argParser(readVersion)
        .default(undefined, 'that of a KubeKey Cluster among the manifests, else the newest'),
    )
    .addHelpText(
      'after',
      `
Each side is one of:
  a file or a folder (searched in depth)
  -                standard input (for one of the sides)
  git:REV          all manifests of a revision, such as git:HEAD~1
  git:REV:PATH     a file or a folder of it, from the top of the repository

Formats:
  text      for people at a terminal
  markdown  for a comment on a pull request, or a job's summary
  html      one file with pictures and both sides; needs nothing else
  json      for programs
  github    annotations of GitHub Actions, at the lines of the files

Effects, worst first: ${effects.join(', ')}.

Exit codes: 0 the review was made, 1 it holds an effect that --fail-on names, 2 something could not be read.`,
    )
    .action(async (before: string, after: string, options: ReviewCommandOptions) => {
      end(await run(before, after, options));
    });
}

function sideArgument(name: string, description: string): Argument {
  return new Argument(name, `${description}: a file, a folder, - or git:REV[:PATH]`);
}

function readEffects(text: string, before: readonly Effect[]): readonly Effect[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !effects.some((effect) => effect === name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `${unknown.map((name) => JSON.stringify(name)).join(', ')} is no effect. Effects are ${effects.join(', ')}.`,
    );
  }
  return [...before, ...(names as Effect[])];
}

function readVersion(text: string): string {
  const minor = minorVersion(text);
  const [major, number = -1] = (minor ?? '').split('.').map(Number);
  if (minor === undefined || major !== 1 || number < oldestMinor || number > newestMinor) {
    throw new InvalidArgumentError(
      `Versions are 1.${oldestMinor} to 1.${newestMinor}, such as 1.26 or v1.26.4.`,
    );
  }
  return minor;
}

async function run(
  beforeSource: string,
  afterSource: string,
  { format, failOn, kubernetesVersion }: ReviewCommandOptions,
): Promise<ExitCode> {
  if (beforeSource === standardInput && afterSource === standardInput) {
    printNote('-: only one of the two sides can be standard input. Name a file for the other one.');
    return 2;
  }
  const before = await readSide(beforeSource);
  const after = await readSide(afterSource);
  const problems = [...before.problems, ...after.problems];
  if (problems.length > 0) {
    printProblems(problems);
    printNote('No review was made: a part of it would be missing.');
    return 2;
  }
  const old = manifestsOf(before.objects);
  const next = manifestsOf(after.objects);
  // Where the objects to be applied don't say which cluster they are for, those before may.
  const target = [next, old]
    .map((side) => targetVersion(side, kubernetesVersion))
    .reduce((one, other) => (one.source === 'newest' ? other : one));
  const found = review(before.objects, after.objects, { kubernetesVersion: target.version });
  printResult(render[format](found, before.objects, after.objects));
  printNote(
    `Reviewed ${old.length} against ${next.length} objects for Kubernetes ${target.version} (${sources[target.source]}): ${verdict(found)}.`,
  );
  const failing = failOn.filter((effect) => found.summary[effect] !== undefined);
  if (failing.length === 0) return 0;
  printNote(`Ends with 1, as asked for ${[...new Set(failing)].join(', ')}.`);
  return 1;
}

const sources: Readonly<Record<TargetVersion['source'], string>> = {
  given: 'as given',
  cluster: 'the version of the KubeKey Cluster',
  configuration: 'as configured',
  newest: 'the newest version known',
};

type Renderer = (
  found: Review,
  before: readonly ReadObject[],
  after: readonly ReadObject[],
) => string;

const render: Readonly<Record<ReviewCommandOptions['format'], Renderer>> = {
  text: (found) => renderText(found, { color: isColored(process.stdout) }),
  markdown: (found) => renderMarkdown(found),
  json: (found) => renderJson(found),
  github: (found, _, after) => renderGithub(found, after),
  html: (found, before, after) => renderHtml(found, before, after),
};

function manifestsOf(objects: readonly ReadObject[]): readonly Manifest[] {
  return objects.map(({ manifest }) => manifest);
}
