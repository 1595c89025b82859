import { minorOf } from './minor';

/** What is known of an API version of a kind, seen from one Kubernetes version. */
export interface ServedKind {
  /** API group and version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /**
   * Name of its definition, such as `apps.v1.Deployment`.
   *
   * @default - none is known: it was removed before 1.19
   */
  readonly definition?: string;
  /** True where the version has it, though perhaps switched off. */
  readonly isServed: boolean;
  /** True where a cluster serves it without being told to. */
  readonly onByDefault: boolean;
  /**
   * First release that serves it, such as `1.23`.
   *
   * @default - 1.19 or earlier
   */
  readonly since?: string;
  /**
   * Release that deprecated it.
   *
   * @default - not deprecated by 1.36
   */
  readonly deprecatedIn?: string;
  /**
   * First release without it.
   *
   * @default - served in 1.36
   */
  readonly removedIn?: string;
  /**
   * What takes its place at its best, as apiVersion and kind, such as `batch/v1 CronJob`.
   *
   * @default - nothing does
   */
  readonly replacedBy?: string;
}

type Row = Partial<Omit<ServedKind, 'apiVersion' | 'kind' | 'isServed'>>;
type Table = ReadonlyMap<string, Row>;

let table: Table | undefined;

function rows(): Table {
  table ??= new Map(
    Object.entries((require('./data/served.json') as { kinds: Record<string, Row> }).kinds),
  );
  return table;
}

/** What was looked up, by version, apiVersion and kind: many objects are of few kinds. */
const known = new Map<string, Map<string, Map<string, ServedKind>>>();

/** What is known of a built-in kind in an API version; undefined where it never was one. */
export function servedKind(
  version: string,
  apiVersion: string,
  kind: string,
): ServedKind | undefined {
  const found = known.get(version)?.get(apiVersion)?.get(kind);
  if (found !== undefined) return found;
  const served = lookUp(version, apiVersion, kind);
  if (served !== undefined) {
    const ofVersion = known.get(version) ?? new Map<string, Map<string, ServedKind>>();
    const ofApi = ofVersion.get(apiVersion) ?? new Map<string, ServedKind>();
    known.set(version, ofVersion.set(apiVersion, ofApi.set(kind, served)));
  }
  return served;
}

function lookUp(version: string, apiVersion: string, kind: string): ServedKind | undefined {
  const row = rows().get(`${apiVersion} ${kind}`);
  if (row === undefined) return undefined;
  const minor = minorOf(version);
  const began = row.since === undefined || minorOf(row.since) <= minor;
  const ended = row.removedIn !== undefined && minor >= Number(row.removedIn.slice('1.'.length));
  return {
    ...row,
    apiVersion,
    kind,
    isServed: began && !ended,
    onByDefault: row.onByDefault ?? true,
  };
}

/** All API versions that some release serves a kind in, in the order of their names. */
export function versionsOfKind(version: string, kind: string): readonly ServedKind[] {
  return kindsWhere(version, (_, name) => name === kind);
}

/** All kinds that some release serves in an API version, in the order of their names. */
export function kindsOfVersion(version: string, apiVersion: string): readonly ServedKind[] {
  return kindsWhere(version, (api) => api === apiVersion);
}

let groups: ReadonlySet<string> | undefined;

/** Tells whether an API group is Kubernetes' own, such as `apps`; the core group is empty. */
export function isBuiltInGroup(group: string): boolean {
  groups ??= new Set([...rows().keys()].map(groupOfKey));
  return groups.has(group);
}

/** The group in `apps/v1 Deployment`, which is empty in `v1 Pod`. */
function groupOfKey(key: string): string {
  const [apiVersion = ''] = key.split(' ');
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function kindsWhere(
  version: string,
  accept: (apiVersion: string, kind: string) => boolean,
): readonly ServedKind[] {
  return [...rows().keys()].flatMap((key) => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    return accept(apiVersion, kind) ? (servedKind(version, apiVersion, kind) ?? []) : [];
  });
}
