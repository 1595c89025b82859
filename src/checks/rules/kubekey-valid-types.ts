import type { ClusterFieldType } from '../../facts/kubekey/cluster-field';
import type { WrongType } from '../../manifest/kubekey-reading';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { hoistedReport } from '../kubekey-hoisted';

/** How messages name what KubeKey wants. */
const wanted: Readonly<Record<ClusterFieldType, string>> = {
  object: 'a mapping',
  objects: 'a list of mappings',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  strings: 'a list of texts',
  stringMap: 'a mapping of texts',
  booleanMap: 'a mapping of true and false',
  stringsMap: 'a mapping of lists',
  objectMap: 'a mapping of mappings',
  free: 'anything',
};

/** Every value has the type that KubeKey decodes. Values are never shown: they may be secrets. */
export const kubekeyValidTypes: Check = {
  id: 'kubekey-valid-types',
  summary: 'Every value of a KubeKey Cluster has the type that KubeKey wants.',
  why: 'KubeKey decodes the file strictly. One number or boolean in the place of a text, or a quoted number in the place of a number, and it refuses the whole file.',
  fix: 'Write the value in the type that KubeKey wants.',
  severity: 'error',
  example: {
    wrong: `spec:
  controlPlaneEndpoint:
    port: "6443"
`,
    right: `spec:
  controlPlaneEndpoint:
    port: 6443
`,
  },
  run: onEachCluster(function* ({ object, cluster }) {
    for (const note of cluster.notes) {
      if (note.note !== 'wrong-type') continue;
      const problem = `must be ${wanted[note.want]}, got ${note.got}; KubeKey refuses the whole file`;
      const hoisted = hoistedReport(object.manifest, note.field);
      yield { object, field: note.field, problem, fix: fixOf(note), ...hoisted };
    }
  }),
};

function fixOf({ want, got, isQuoted }: WrongType): string {
  if (want === 'string' && got === 'a boolean') {
    return 'Put it in double quotes: YAML reads true, false, yes, no, on, off, y and n as booleans.';
  }
  if (want === 'string' && got === 'a number') return 'Put it in double quotes.';
  if (want === 'string')
    return 'Write one text here; one that begins with [ or { needs double quotes.';
  if (isQuoted) return 'Write it without quotes.';
  if (got === 'text' && want === 'strings')
    return 'Write it as a list: one entry a line, after a dash.';
  return `Write ${wanted[want]} here.`;
}
