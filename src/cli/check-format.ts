/** Forms of a report. */
export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;

/** Form of a report: for people, as JSON, for code scanning, or as workflow commands of GitHub. */
export type CheckFormat = (typeof checkFormats)[number];
