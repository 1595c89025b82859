import type { CheckedObject, Finding, Report } from './check';

/** A finding, and the object of the input that it is about; none where it is about the options. */
export interface Reported extends Pick<Report, 'cause' | 'from' | 'meant'> {
  /** The finding. */
  readonly finding: Finding;
  /** The object. */
  readonly object?: CheckedObject;
}

/** Tells of a finding that the options silence it, so that nothing may go with it. */
export type IsSilent = (finding: Finding) => boolean;
