import { choiceProblems, profiles, references } from '../checks/options-problems';
import { versionProblems } from '../manifest/kubernetes-version';
import { show, type Problem } from '../errors';
import { closest } from '../manifest/closest';

/** What is wrong with the value of a property of the plug-in, by its name. */
const problemsOf: Readonly<Record<string, (value: unknown, path: string) => readonly Problem[]>> = {
  config: textProblems,
  kubernetesVersion: (value, path) =>
    typeof value === 'string' ? versionProblems(value, path) : textProblems(value, path),
  profile: (value, path) => choiceProblems(value, profiles, path),
  references: (value, path) => choiceProblems(value, references, path),
};

/** Everything that is wrong with `properties` of the plug-in: cdk8s-cli hands them over as they are written. */
export function propertiesProblems(properties: object): readonly Problem[] {
  return Object.entries(properties).flatMap(([key, value]: [string, unknown]) => {
    const path = `properties.${key}`;
    if (Object.hasOwn(problemsOf, key)) return problemsOf[key]?.(value, path) ?? [];
    const names = Object.keys(problemsOf);
    const meant = closest(key, names);
    const fix =
      meant === undefined
        ? `Use one of the properties ${names.join(', ')}.`
        : `Write ${meant} if you mean that.`;
    return [{ path, problem: 'there is no such property', fix }];
  });
}

function textProblems(value: unknown, path: string): readonly Problem[] {
  if (typeof value === 'string') return [];
  return [{ path, problem: `must be text, got ${show(value)}`, fix: 'Put it in quotes.' }];
}
