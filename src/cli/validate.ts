import { checkReadObjects } from '../app/check-read-objects';
import { resourceNames } from '../app/construct-metadata';
import type { Finding } from '../checks/check';
import { placeOf, sourceOf } from '../checks/origin';
import { countFindings, unreadableFile } from '../checks/report';
import { throwProblems, renderProblem } from '../errors';
import { describe, refOf } from '../manifest/manifest';
import { readFiles } from '../manifest/read-files';
import { checkOptionsOf } from './check-options-of';
import { packageVersion } from './package-version';
import { propertiesProblems } from './validation-properties';
import type {
  GroundworkValidationProperties,
  ValidationContext,
  ValidationViolation,
} from './validation-context';

/**
 * Checks the files of a synthesis and reports to cdk8s-cli: each finding is a violation, and an error,
 * or a file that can't be read, is a failure.
 *
 * @throws GroundworkError with everything that is wrong with the properties and their configuration
 */
export async function validate(
  { manifests, version, report }: ValidationContext,
  properties: GroundworkValidationProperties,
): Promise<void> {
  throwProblems(propertiesProblems(properties));
  const { options, problems: wrong } = checkOptionsOf(properties);
  throwProblems(wrong);
  const { objects, problems } = await readFiles(manifests);
  const { target, findings } = checkReadObjects(objects, options, properties.kubernetesVersion);
  const installed = packageVersion();
  if (version !== installed) report.addViolation(otherVersion(version, installed));
  for (const problem of problems) {
    report.addViolation({
      ruleName: unreadableFile,
      recommendation: problem.problem,
      fix: problem.fix,
      violatingResources: [
        { resourceName: '', locations: [renderProblem(problem)], manifestPath: problem.path },
      ],
    });
  }
  // cdk8s-cli shows the construct of a resource by its name: better none than that of another object.
  const nameOf = resourceNames(objects.map(({ manifest }) => refOf(manifest)));
  for (const finding of findings) {
    report.addViolation(violationOf(finding, nameOf(finding.object)));
  }
  const isBad = problems.length > 0 || findings.some(({ severity }) => severity === 'error');
  report.submit(isBad ? 'failure' : 'success', {
    Kubernetes: target.version,
    Findings: countFindings(findings),
  });
}

function otherVersion(version: string, installed: string): ValidationViolation {
  return {
    ruleName: 'installed-version (warning)',
    recommendation: `cdk8s.yaml says version ${version} of cdk8s-groundwork, and ${installed} is installed and ran`,
    fix: `Write version: ${installed}, or install ${version}.`,
    violatingResources: [
      { resourceName: '', locations: ['validations'], manifestPath: 'cdk8s.yaml' },
    ],
  };
}

function violationOf(finding: Finding, resourceName: string): ValidationViolation {
  const { check, severity, object, field, problem, fix, origin } = finding;
  const manifestPath = sourceOf(origin);
  const place = `${placeOf(origin)} ${describe(object)} ${field}`.trimEnd();
  return {
    ruleName: `${check} (${severity})`,
    recommendation: problem,
    fix,
    violatingResources: [{ resourceName, locations: [place], manifestPath }],
  };
}
