import { show, type Problem } from '../errors';
import { closest } from '../manifest/closest';
import { versionProblems } from '../manifest/kubernetes-version';
import { isFields } from '../manifest/manifest';

/** What a review needs to know besides the objects. */
export interface ReviewOptions {
  /**
   * Kubernetes version of the cluster, such as `1.26` or `v1.26.4`.
   *
   * @default - the newest version with facts, 1.36
   */
  readonly kubernetesVersion?: string;
}

const known: readonly (keyof ReviewOptions)[] = ['kubernetesVersion'];

/** Everything that is wrong with options: programs in JavaScript can give anything. */
export function reviewOptionsProblems(options: unknown): readonly Problem[] {
  if (!isFields(options)) {
    const problem = `must be a mapping of options, got ${show(options)}`;
    return [{ path: 'options', problem, fix: 'Write a mapping of options.' }];
  }
  const { kubernetesVersion } = options;
  return [
    ...Object.keys(options).flatMap((key) => unknownProblem(key) ?? []),
    ...(kubernetesVersion === undefined ? [] : versionProblems(kubernetesVersion)),
  ];
}

function unknownProblem(key: string): Problem | undefined {
  if (known.some((name) => name === key)) return undefined;
  const meant = closest(key, known);
  return {
    path: key,
    problem: 'is no option of a review',
    fix:
      meant === undefined
        ? `Remove it; there is ${known.join(', ')}.`
        : `Write ${meant} if you mean that.`,
  };
}
