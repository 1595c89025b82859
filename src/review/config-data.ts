import { at, refOf, type Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import { isWithin, type FieldChange, type Pair, type Single } from './kind-effects';
import { named, namedWith, namespaceOf, type Consumer } from './surroundings';

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
export function dataChange(kind: ConfigKind, change: FieldChange, pair: Pair): Attribution {
  const { after, next } = pair;
  const users = next.consumersOf(kind, namespaceOf(after), refOf(after).name);
  const key = change.path[1];
  const consumers = users.filter(
    ({ keys }) => key === undefined || keys === undefined || keys.includes(key),
  );
  if (consumers.length === 0) {
    return {
      effect: 'config-only',
      explanation: `Nothing in the input uses ${users.length === 0 ? 'it' : 'this key'}; nothing restarts.`,
    };
  }
  const by = (how: Consumer['how'], one: string, many: string): string => {
    const found = manifestsOf(consumers.filter((consumer) => consumer.how === how));
    return found.length === 0 ? '' : namedWith(found, one, many);
  };
  const file = by('file', 'sees', 'see');
  const env = by('env', 'reads', 'read');
  const part = by('subPath', 'mounts', 'mount');
  const pull = by('pull', 'uses', 'use');
  const lost = change.after === undefined && key !== undefined;
  const stopped = lost ? consumers.filter(({ needed }) => needed.includes(key)) : [];
  const parts = [
    'Nothing restarts.',
    file === '' ? '' : `${file} it in mounted files within about a minute.`,
    env === ''
      ? ''
      : `${env} it as environment when a container starts, and ${env.endsWith('reads') ? 'keeps' : 'keep'} the old values until then.`,
    part === ''
      ? ''
      : `${part} it with subPath: those files keep the old content until the pods restart.`,
    pull === '' ? '' : `${pull} it the next time an image is pulled.`,
    stopped.length === 0
      ? ''
      : `New pods of ${named(manifestsOf(stopped))} do not start without this key.`,
  ].filter((text) => text !== '');
  if (stopped.length > 0) {
    return {
      effect: 'config-only',
      explanation: parts.join(' '),
      advice: 'Keep the key until nothing names it any more.',
    };
  }
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

/** What deleting a ConfigMap or a Secret does to those that still use it. */
export function configRemoved(
  kind: ConfigKind,
  { manifest, next }: Single,
): Attribution | undefined {
  const { name } = refOf(manifest);
  const users = (next?.consumersOf(kind, namespaceOf(manifest), name) ?? []).filter(
    ({ isNeeded }) => isNeeded,
  );
  if (users.length === 0) return undefined;
  return {
    effect: 'removed',
    explanation: `Where it is deleted, running pods go on with what they have; new pods of ${named(manifestsOf(users))} do not start without it.`,
    advice: `Keep it until nothing names it any more.`,
  };
}

function manifestsOf(consumers: readonly Consumer[]): readonly Manifest[] {
  return consumers.map(({ workload }) => workload.manifest);
}

function commandFor(manifest: Manifest): string {
  const { kind, name, namespace } = refOf(manifest);
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  if (kind === 'CronJob') return `${kind} ${name} takes it with its next run`;
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)) {
    return `delete the pods of ${kind} ${name}`;
  }
  return `kubectl rollout restart ${kind.toLowerCase()}/${name}${where}`;
}
