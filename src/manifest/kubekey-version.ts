/** What KubeKey takes where no version is written, or one that it can't read. */
export const kubeKeyFallbackVersion = 'v1.23.17';

/** A Kubernetes version as KubeKey reads it from `spec.kubernetes.version`. */
export interface KubeKeyVersion {
  /** The version that is installed, such as `v1.26.4`. */
  readonly version: string;
  /**
   * What stands behind the first dash: KubeKey takes it for the distribution, such as `k3s`.
   *
   * @default - there is no dash
   */
  readonly suffix?: string;
  /** Whether KubeKey couldn't read the text, and silently takes its own default version. */
  readonly fallback: boolean;
}

/** What KubeKey takes for a version; anything else makes it fall back. */
const readable = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)([-0-9a-zA-Z_.+]*)?$/;

/** Reads the text of a version as KubeKey does; the empty text is its default, read as written. */
export function readKubeKeyVersion(text: string): KubeKeyVersion {
  if (text === '') return { version: kubeKeyFallbackVersion, fallback: false };
  if (!readable.test(text)) return { version: kubeKeyFallbackVersion, fallback: true };
  const [version = '', suffix] = (text.startsWith('v') ? text : `v${text}`).split('-');
  return { version, fallback: false, ...(suffix === undefined ? {} : { suffix }) };
}
