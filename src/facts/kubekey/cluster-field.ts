/**
 * What KubeKey wants at a field of a Cluster.
 *
 * - `object`: a mapping of known fields; `objects`: a list of such mappings;
 * - `string`, `integer`, `boolean`: one value, of exactly this JSON type;
 * - `strings`: a list of strings;
 * - `stringMap`, `booleanMap`, `stringsMap`, `objectMap`: a mapping with free keys and values of one type;
 * - `free`: anything, passed on as it is.
 */
export type ClusterFieldType =
  | 'object'
  | 'objects'
  | 'string'
  | 'integer'
  | 'boolean'
  | 'strings'
  | 'stringMap'
  | 'booleanMap'
  | 'stringsMap'
  | 'objectMap'
  | 'free';

/**
 * One field of KubeKey's v1alpha2 Cluster.
 *
 * Its path writes `[]` for an item of a list and `<key>` for a free key, such as
 * `spec.hosts[].name` and `spec.registry.remoteMirrors.<key>.endpoint`.
 */
export interface ClusterField {
  /** What KubeKey wants there. */
  readonly type: ClusterFieldType;
  /**
   * What KubeKey takes where the field is left out.
   *
   * @default - none, or one that depends on other fields
   */
  readonly default?: string | number | boolean;
}
