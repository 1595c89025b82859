import { throwProblems } from '../errors';
import { describe } from '../manifest/manifest';
import { printable, printableJson } from '../manifest/printable';
import type { FilePosition, ReadProblem } from '../manifest/source-text';
import type { Check, Finding } from './check';
import { ownForm } from './check-form';
import { fileUri } from './file-uri';
import { findingsForm, unreadableForm } from './finding-form';
import { optionFindings, type OptionFinding } from './option-findings';
import { sourceOf } from './origin';
import { unreadableFile } from './report';
import { checks } from './rules/index';

type Json = Readonly<Record<string, unknown>>;

/**
 * Findings in SARIF 2.1.0, which code scanning takes: one run, its rules the checks that found
 * something.
 *
 * Paths of files are written as they were given, with `/` between their parts; findings of constructs
 * have the construct as their logical location.
 *
 * @param own checks of your own that ran, too, so that their rules are described
 * @param unreadable the `problems` of what `readManifests` and `readFiles` gave; default: none
 * @throws GroundworkError where an argument is something else
 */
export function reportSarif(
  findings: readonly Finding[],
  own: readonly Check[] = [],
  unreadable: readonly ReadProblem[] = [],
): string {
  throwProblems(
    [
      ...findingsForm(findings, 'findings'),
      ...ownForm(own, 'own'),
      ...unreadableForm(unreadable, 'unreadable'),
    ],
    reportSarif,
  );
  const found = [
    ...unreadable.map((problem) => ({ check: unreadableFile, said: unread(problem) })),
    ...findings.map((finding) => ({ check: finding.check, said: result(finding) })),
  ];
  const ids = [...new Set(found.map(({ check }) => check))].sort();
  const byId = new Map([...optionFindings, ...checks, ...own].map((check) => [check.id, check]));
  const rules = ids.map((id) => rule(id, byId.get(id)));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-groundwork', rules } },
        columnKind: 'utf16CodeUnits',
        results: found.map(({ check, said }) => ({
          ruleId: check,
          ruleIndex: ids.indexOf(check),
          ...said,
        })),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

/** A rule; of a check that isn't known here only its id can be told. */
function rule(id: string, check: Check | OptionFinding | undefined): Json {
  if (id === unreadableFile) return { id, shortDescription: { text: 'Every file can be read.' } };
  if (check === undefined) return { id };
  return {
    id,
    shortDescription: { text: check.summary },
    fullDescription: { text: check.why },
    help: { text: check.fix },
    defaultConfiguration: { level: check.severity },
  };
}

function unread({ file, line = 1, column = 1, problem, fix }: ReadProblem): Json {
  return {
    level: 'error',
    message: { text: plainText(`${problem}. ${fix}`) },
    locations: [physicalLocation({ file, line, column })],
  };
}

function result({ severity, object, field, problem, fix, origin }: Finding): Json {
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  const logical = { fullyQualifiedName: 'file' in origin ? what : sourceOf(origin) };
  const physical = 'file' in origin ? physicalLocation(origin) : {};
  return {
    level: severity,
    message: { text: plainText(`${what}: ${problem}. ${fix}`) },
    locations: [{ ...physical, logicalLocations: [logical] }],
  };
}

function physicalLocation({ file, line, column }: FilePosition): Json {
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(file) },
      region: { startLine: line, startColumn: column },
    },
  };
}

/**
 * Text of a message as SARIF takes it literally: nothing in it steers who shows it, and no name in it
 * is taken for a link.
 */
function plainText(text: string): string {
  const shown = printable(text);
  return shown.includes('](') ? shown.replace(/[\\[\]]/g, '\\$&') : shown;
}
