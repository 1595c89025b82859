import { throwProblems } from '../errors';
import { wrong } from '../manifest/form';
import { printableJson } from '../manifest/printable';
import type { ReadProblem } from '../manifest/source-text';
import { anyVersion } from '../manifest/version-form';
import type { Finding } from './check';
import type { Findings } from './check-manifests';
import { findingsForm, unreadableForm } from './finding-form';
import { sourceOf, type Origin } from './origin';

/**
 * Findings as JSON for programs, in one stable form: `{ version: 1, kubernetesVersion, findings, problems }`.
 * Each finding has `check`, `severity`, `object`, `field`, `problem`, `fix` and `origin`, which is
 * `{ file, line, column }` or else `{ construct }`; each problem has `file`, `line`, `column`, `problem` and
 * `fix`. `version` grows when that changes.
 *
 * @param findings what `check` returns; of a part of it, the version must be told, too
 * @param kubernetesVersion the version that the objects were checked for, as minor: `1.26`; default: the
 * one that `check` checked for
 * @param unreadable the `problems` of what `readManifests` and `readFiles` gave; default: none
 * @throws GroundworkError where an argument is something else
 */
export function reportJson(
  findings: Findings,
  kubernetesVersion?: string,
  unreadable?: readonly ReadProblem[],
): string;
export function reportJson(
  findings: readonly Finding[],
  kubernetesVersion: string,
  unreadable?: readonly ReadProblem[],
): string;
export function reportJson(
  findings: readonly Finding[] & Partial<Findings>,
  asked?: string,
  unreadable: readonly ReadProblem[] = [],
): string {
  throwProblems(
    [...findingsForm(findings, 'findings'), ...unreadableForm(unreadable, 'unreadable')],
    reportJson,
  );
  const kubernetesVersion = asked ?? findings.kubernetesVersion;
  throwProblems(
    kubernetesVersion === undefined
      ? wrong(
          'kubernetesVersion',
          'must be told, since these findings are not what check returned',
          'Write reportJson(findings, all.kubernetesVersion), where check returned all.',
        )
      : anyVersion(kubernetesVersion, 'kubernetesVersion'),
    reportJson,
  );
  const report = {
    version: 1,
    kubernetesVersion,
    findings: findings.map(plain),
    problems: unreadable.map(({ file, line, column, problem, fix }) => {
      return { file, line, column, problem, fix };
    }),
  };
  return `${printableJson(report)}\n`;
}

/** A finding with its keys in the order that is promised, whoever made it. */
function plain({ check, severity, object, field, problem, fix, origin }: Finding): Finding {
  const { apiVersion, kind, namespace, name } = object;
  return {
    check,
    severity,
    object: { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name },
    field,
    problem,
    fix,
    origin: plainOrigin(origin),
  };
}

/** Programs are promised one of two forms, so a place in an argument stands where a construct would. */
function plainOrigin(origin: Origin): Origin {
  if (!('file' in origin)) return { construct: sourceOf(origin) };
  const { file, line, column } = origin;
  return { file, line, column };
}
