import { at, refOf } from '../manifest/manifest';
import type { Attribution } from './change';
import { isWithin, type FieldChange, type Pair } from './kind-effects';
import { named, namespaceOf, type Consumer } from './surroundings';

type ConfigKind = 'ConfigMap' | 'Secret';

/** Tells whether a change is of what a ConfigMap or a Secret holds. */
export function isData({ pattern }: FieldChange): boolean {
  return ['data', 'binaryData', 'stringData'].some((field) => isWithin(pattern, field));
}

/** What `immutable: true` refuses. */
export function immutableRefusal(
  change: FieldChange,
  { before, after }: Pair,
): Attribution | undefined {
  if (at(before, 'immutable') !== true) return undefined;
  if (!isData(change) && change.pattern !== 'immutable') return undefined;
  return {
    effect: 'rejected',
    explanation: `The API server refuses it: the ${after.kind} is immutable, and neither its data nor immutable itself may change.`,
    advice: `Create a ${after.kind} under another name and let its users name that one, or delete it and apply it again: pods that start in between fail.`,
  };
}

/** Who sees changed data, and when. */
export function dataChange(kind: ConfigKind, { after, next }: Pair): Attribution {
  const consumers = next.consumersOf(kind, namespaceOf(after), refOf(after).name);
  if (consumers.length === 0) {
    return {
      effect: 'config-only',
      explanation: 'Nothing in the input uses it; nothing restarts.',
    };
  }
  const by = (how: Consumer['how']): string =>
    named(
      consumers.filter((consumer) => consumer.how === how).map(({ workload }) => workload.manifest),
    );
  const env = by('env');
  const file = by('file');
  const part = by('subPath');
  const pull = by('pull');
  const parts = [
    'Nothing restarts.',
    file === '' ? '' : `${file} sees it in mounted files within about a minute.`,
    env === ''
      ? ''
      : `${env} reads it as environment when a container starts: it keeps the old values until then.`,
    part === ''
      ? ''
      : `${part} mounts it with subPath: those files keep the old content until the pods restart.`,
    pull === '' ? '' : `${pull} uses it the next time an image is pulled.`,
  ].filter((text) => text !== '');
  const late = consumers.filter(({ how }) => how === 'env' || how === 'subPath');
  const restart = [...new Set(late.map(({ workload }) => commandFor(workload.manifest)))];
  return {
    effect: 'config-only',
    explanation: parts.join(' '),
    ...(late.length === 0
      ? {}
      : { advice: `To make it count: ${restart.slice(0, 3).join('; ')}.` }),
  };
}

function commandFor(manifest: Parameters<typeof refOf>[0]): string {
  const { kind, name, namespace } = refOf(manifest);
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  if (kind === 'CronJob') return `${kind} ${name} takes it with its next run`;
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)) {
    return `delete the pods of ${kind} ${name}`;
  }
  return `kubectl rollout restart ${kind.toLowerCase()}/${name}${where}`;
}
