import { printFindings } from '../app/print-findings';
import { throwProblems } from '../errors';
import { recordOf, text } from '../manifest/form';
import { readFile } from '../manifest/read-files';
import type { KubeKeyClusterProps, KubeKeyFormat, KubeKeyV4 } from './kube-key-cluster-props';
import { readKubeKeyFile } from './kube-key-file';

/** What a file for kk 3 doesn't say. */
export interface KubeKeyFromYamlOptions {
  /**
   * Folder of the cluster's files within the output folder, such as `staging`.
   *
   * @default - the output folder itself
   */
  readonly folder?: string;
  /**
   * Format of the files that are written.
   *
   * @default v1alpha2
   */
  readonly format?: KubeKeyFormat;
  /**
   * With `format: 'v4'`: whether fields that kk 4 has no twin for are left out and listed in `losses`.
   *
   * @default false - such fields are an error
   */
  readonly allowLoss?: boolean;
  /**
   * With `format: 'v4'`: what only kk 4 knows, laid over the files.
   *
   * @default - nothing
   */
  readonly v4?: KubeKeyV4;
}

/** What stands in each of them is judged with the props. */
const judgedLater = (): readonly [] => [];
const optionsForm = recordOf({
  folder: judgedLater,
  format: judgedLater,
  allowLoss: judgedLater,
  v4: judgedLater,
});

/**
 * The arguments of `KubeKeyCluster` that a file for kk 3 stands for, as kk 3 reads it. What kk would
 * ignore, change or fail at is written to standard error, with its place in the file.
 *
 * @param file path of the file
 * @throws GroundworkError with everything that can't be read or that kk refuses
 */
export function propsFromYaml(file: string, options: KubeKeyFromYamlOptions): KubeKeyClusterProps {
  throwProblems([...text(file, 'file'), ...optionsForm(options, 'options')]);
  const { objects, problems } = readFile(file);
  throwProblems(problems);
  const { props, findings, refusals } = readKubeKeyFile(file, objects);
  throwProblems(refusals);
  printFindings(findings);
  return { ...props, ...options };
}
