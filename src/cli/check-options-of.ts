import type { Profile } from '../checks/check';
import type { CheckOptions } from '../checks/check-options';
import { versionProblems } from '../manifest/kubernetes-version';
import type { Problem } from '../errors';
import { readConfig } from './read-config';

/** What a command line, or a plug-in's properties, say of the checks. */
export interface CheckSettings {
  /** Kubernetes version, whatever the files and the configuration say. */
  readonly kubernetesVersion?: string;
  /** Good practice to check, too. */
  readonly profile?: Profile;
  /** Whether everything that the objects refer to must be among them. */
  readonly references?: 'open' | 'closed';
  /** Path of a configuration file. */
  readonly config?: string;
}

/** The options of the configuration file, with what the settings say over them, and what is wrong. */
export function checkOptionsOf(settings: CheckSettings): {
  readonly options: CheckOptions;
  readonly problems: readonly Problem[];
} {
  const { kubernetesVersion, profile, references } = settings;
  const config = readConfig(settings.config);
  return {
    options: {
      // The one clock: whether a waiver has expired is up to the day.
      today: new Date().toISOString().slice(0, 10),
      ...config.options,
      ...(profile === undefined ? {} : { profile }),
      ...(references === undefined ? {} : { references }),
    },
    problems: [
      ...(kubernetesVersion === undefined
        ? []
        : versionProblems(kubernetesVersion, '--kubernetes-version')),
      ...config.problems,
    ],
  };
}
