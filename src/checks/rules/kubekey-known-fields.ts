import { likelyField } from '../../manifest/likely-field';
import type { UnknownField } from '../../manifest/kubekey-reading';
import type { Check, Report } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { hoistedReport } from '../kubekey-hoisted';

/** Every key is one that KubeKey reads. */
export const kubekeyKnownFields: Check = {
  id: 'kubekey-known-fields',
  summary: 'A KubeKey Cluster has no fields that KubeKey does not know.',
  why: 'KubeKey drops a key that it does not know without a word, and goes on with its default instead.',
  fix: 'Remove the field, or write it where KubeKey looks for it.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    enableMultusCNI: true
`,
    right: `spec:
  network:
    multusCNI:
      enabled: true
`,
  },
  run: onEachCluster(function* ({ object, cluster }) {
    for (const note of cluster.notes) {
      if (note.note === 'repeated-field') {
        const problem = `is written a second time as ${note.taken}, in other letters; KubeKey takes only that one`;
        yield { object, field: note.field, problem, fix: 'Keep one of the two.' };
      } else if (note.note === 'unknown-field') {
        yield note.empty && holdsSecrets(note)
          ? { object, field: note.parent, ...splitValue }
          : {
              object,
              field: note.field,
              problem: 'is no field that KubeKey knows; it drops it without a word',
              fix: fixOf(note),
              ...meantOf(note),
              ...hoistedReport(object.manifest, note.field),
            };
      }
    }
  }),
};

/** Such a key may be a part of a password, so it is not shown. */
const splitValue = {
  problem:
    'holds a key without a value, as an unquoted comma within a password makes it; KubeKey would take only what stands before the comma',
  fix: 'Put the password, and every other text, in double quotes.',
};

function holdsSecrets({ key, parentPath }: UnknownField): boolean {
  if (key === 'taints') return false;
  return parentPath === 'spec.hosts' || parentPath === 'spec.registry.auths';
}

/** The field that was meant, at its place where that is the same one. */
function meantOf(note: UnknownField): Pick<Report, 'cause' | 'meant'> {
  const likely = likelyField(note);
  if (likely === undefined) return {};
  const prefix = note.parentPath === '' ? '' : `${note.parentPath}.`;
  const key = likely.slice(prefix.length);
  const isHere = likely.startsWith(prefix) && !key.includes('.');
  return isHere
    ? { meant: note.parent === '' ? key : `${note.parent}.${key}` }
    : // Fields of one part that all stand in a wrong place do so for one reason.
      { meant: likely, cause: `moved ${note.parent}` };
}

function fixOf(note: UnknownField): string {
  if (note.parentPath === 'spec.hosts' && note.key === 'taints') {
    return 'Remove it and set the taints with kubectl: KubeKey 3 has no field for them.';
  }
  if (note.parentPath === 'metadata' && note.key === 'spec') {
    return 'Move it one level up, so that it stands beside metadata.';
  }
  const likely = meantOf(note).meant;
  return likely === undefined
    ? 'Remove it: KubeKey has no such field.'
    : `Did you mean ${likely}? Write that, or remove it.`;
}
