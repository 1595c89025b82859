import { fieldsAt, textAt } from '../../manifest/fields';
import { at, type Fields } from '../../manifest/manifest';
import type { Draft } from './draft';

/** Time, storage and etcd's backups: where nothing is said, kk 4 does what kk 3 doesn't. */
export function writeSystem(draft: Draft, spec: Fields): void {
  writeTime(draft, fieldsAt(spec, 'system'));
  writeStorage(draft, textAt(spec, 'storage', 'openebs', 'basePath'));
  if (at(spec, 'etcd', 'type') === 'kubekey') {
    draft.keep('etcd.backup.backup_dir', '/var/backups/kube_etcd');
    draft.keep('etcd.backup.on_calendar', '*-*-* 02:00:00');
  }
}

/** kk 4 sets cn.pool.ntp.org and Asia/Shanghai where nothing is said. */
function writeTime(draft: Draft, system: Fields): void {
  const servers = system['ntpServers'];
  const timezone = textAt(system, 'timezone');
  const synchronized = Array.isArray(servers) && servers.length > 0;
  draft.set('native.ntp.enabled', synchronized);
  if (synchronized) draft.set('native.ntp.servers', servers);
  if (synchronized && timezone === undefined) {
    draft.refuse(
      'kk 4 sets the time zone Asia/Shanghai with time servers, got system.ntpServers without system.timezone',
      'Say system.timezone.',
    );
  } else draft.set('native.timezone', timezone ?? '');
}

/** kk 4 makes a storage class unless told otherwise; kk 3 does where it is asked to. */
function writeStorage(draft: Draft, basePath: string | undefined): void {
  draft.set('storage_class.local.enabled', basePath !== undefined);
  draft.set('storage_class.local.path', basePath);
}
