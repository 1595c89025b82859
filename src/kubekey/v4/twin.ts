/** A place in the Config's `spec`, such as `etcd.env.data_dir`. */
export type ConfigPath = string;

/** What becomes of a field of the v1alpha2 Cluster in kk 4's files. */
export type Twin = MovedTwin | LostTwin | HandledTwin;

/** The field has a place in the Config. */
export interface MovedTwin {
  /** Where it is written. */
  readonly to: ConfigPath | readonly ConfigPath[];
  /**
   * What is written for the value; undefined writes nothing.
   *
   * @default - the value as it is
   */
  readonly as?: (value: unknown) => unknown;
}

/** The field has no place in kk 4's files. */
export interface LostTwin {
  /** What to do instead, as a sentence. */
  readonly lost: string;
  /**
   * Value that says what kk 4 does anyway, so that nothing is lost.
   *
   * @default - none: the field is lost whatever it says
   */
  readonly unless?: unknown;
}

/** The field is written together with others, by the function for its group. */
export interface HandledTwin {
  /** What is made of it, as a clause for the reference of fields. */
  readonly becomes: string;
}
