import { show } from '../../errors';
import { fieldsAt, textAt } from '../../manifest/fields';
import { at, isFields, type Fields } from '../../manifest/manifest';
import { said } from '../said';
import { zoneRegistry, type KubeKeyZone } from '../zone';
import type { Draft } from './draft';

/** Where images come from. kk 4 keeps their namespaces, and has a mirror in China of its own. */
export function writeRegistry(draft: Draft, spec: Fields, zone: KubeKeyZone | undefined): void {
  const registry = fieldsAt(spec, 'registry');
  const installed = at(spec, 'roleGroups', 'registry') !== undefined;
  writeType(draft, textAt(registry, 'type'), installed, textAt(registry, 'registryDataDir'));
  const own = ownRegistry(draft, registry, zone);
  draft.set('image_registry.auth.registry', own);
  if (own !== undefined && !installed) draft.set('image_registry.auth.skip_tls_verify', false);
  writeAuths(draft, registry, hostOf(own));
}

function writeType(
  draft: Draft,
  type: string | undefined,
  installed: boolean,
  dataDir: string | undefined,
): void {
  const harbor = type?.startsWith('harbor') === true;
  if (installed) draft.set('image_registry.type', harbor ? 'harbor' : 'docker-registry');
  if (type === 'harbor-ha') {
    draft.lose(
      'registry.type',
      'Use "harbor", and give the address in v4.config.image_registry.ha_vip.',
    );
  }
  draft.set(
    harbor
      ? 'image_registry.harbor.data_dir'
      : 'image_registry.docker_registry.storage.filesystem.rootdir',
    dataDir,
  );
}

/** The private registry, unless it is kk 3's mirror in China: kk 4 has another one, and takes it by `zone`. */
function ownRegistry(
  draft: Draft,
  registry: Fields,
  zone: KubeKeyZone | undefined,
): string | undefined {
  const privateRegistry = textAt(registry, 'privateRegistry');
  const namespace = textAt(registry, 'namespaceOverride');
  const china = zoneRegistry('cn');
  if (privateRegistry === china.privateRegistry) {
    if (zone === undefined) {
      const fix = "kk 4 has another mirror in China: leave it out and set zone: 'cn'.";
      draft.lose('registry.privateRegistry', fix);
      if (namespace !== undefined) draft.lose('registry.namespaceOverride', fix);
    }
    return undefined;
  }
  // The zone's own namespace comes with the zone: nobody said it.
  if (namespace !== undefined && !(zone === 'cn' && namespace === china.namespaceOverride)) {
    const fix =
      'kk 4 keeps the namespaces of images: give "host/project" as registry.privateRegistry.';
    draft.lose('registry.namespaceOverride', fix);
  }
  return privateRegistry;
}

function writeAuths(draft: Draft, registry: Fields, own: string | undefined): void {
  const insecure = new Set(list(registry['insecureRegistries']));
  const others: Fields[] = [];
  for (const [host, auth] of Object.entries(fieldsAt(registry, 'auths'))) {
    if (!isFields(auth)) continue;
    const { username, password, skipTLSVerify, plainHTTP, certsPath, caFile, certFile, keyFile } =
      auth;
    if (certsPath !== undefined) {
      const fix = 'Name the files: caFile, certFile and keyFile.';
      draft.lose(`registry.auths[${show(host)}].certsPath`, fix);
    }
    const plain = plainHTTP === true;
    const fields = said({
      username,
      password,
      // Without the field kk 4 doesn't check certificates, and kk 3 does.
      skip_tls_verify: plain || skipTLSVerify === true,
      ca_file: caFile,
      cert_file: certFile,
      key_file: keyFile,
    });
    if (hostOf(host) === own) {
      draft.set('image_registry.auth', { ...(plain ? { plain_http: true } : {}), ...fields });
    } else {
      others.push({ registry: host, ...fields });
    }
    if (plain) insecure.add(host);
  }
  if (others.length > 0) draft.set('cri.registry.auths', others);
  if (insecure.size > 0) draft.set('cri.registry.insecure_registries', [...insecure]);
}

function hostOf(registry: string | undefined): string | undefined {
  return registry?.split('/')[0];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
