import { show, type Problem } from '../errors';
import { at, isFields, type Fields, type Manifest } from '../manifest/manifest';
import { podTemplatesOf } from '../manifest/relations';

/**
 * Which registry stands in for which: `{ 'docker.io': 'docker.1ms.run' }`.
 *
 * Keys are registries as image names write them; an image without a registry is of `docker.io`. A
 * value is a registry, with a path behind it where the mirror wants one.
 */
export type ImageMirrors = Readonly<Record<string, string>>;

/** What is wrong with mirrors: each key and each value that is no registry. */
export function imageMirrorsProblems(path: string, mirrors: ImageMirrors): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [registry, mirror] of Object.entries(mirrors)) {
    if (!registryForm.test(registry)) {
      problems.push({
        path,
        problem: `imageMirrors names no registry on the left, got ${show(registry)}`,
        fix: 'Use a host, with a port where needed, such as "docker.io".',
      });
    }
    if (typeof mirror !== 'string' || !mirrorForm.test(mirror)) {
      problems.push({
        path,
        problem: `imageMirrors[${show(registry)}] must be a registry, got ${show(mirror)}`,
        fix: 'Use a host without "https://", such as "docker.1ms.run" or "registry.example.com/hub".',
      });
    }
  }
  return problems;
}

const registryForm = /^[A-Za-z0-9.-]+(:\d+)?$/;
const mirrorForm = /^[A-Za-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)*$/;

/** The image as it is named on its registry's mirror; the image itself where it has no mirror. */
export function mirrorImage(image: string, mirrors: ImageMirrors): string {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash);
  // The rule of every container runtime: the first part is a registry if it looks like a host.
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  const registry = hasRegistry ? first : 'docker.io';
  const mirror = Object.hasOwn(mirrors, registry) ? mirrors[registry] : undefined;
  if (mirror === undefined || image.startsWith(`${mirror}/`)) return image;
  return `${mirror}/${hasRegistry ? image.slice(slash + 1) : image}`;
}

/** The manifest with the images of all its pods on their mirrors; the manifest itself if none is. */
export function mirrorImages(manifest: Manifest, mirrors: ImageMirrors): Manifest {
  if (Object.keys(mirrors).length === 0) return manifest;
  if (manifest.kind === 'List' && Array.isArray(manifest['items'])) {
    const items = manifest['items'].map((item: Manifest) => mirrorImages(item, mirrors));
    return { ...manifest, items };
  }
  let result = manifest;
  for (const pod of podTemplatesOf(manifest)) {
    const spec = { ...pod.spec };
    for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
      const containers = pod.spec[list];
      if (!Array.isArray(containers)) continue;
      spec[list] = containers.map((container) => withMirror(container, ['image'], mirrors));
    }
    const volumes = pod.spec['volumes'];
    if (Array.isArray(volumes)) {
      spec['volumes'] = volumes.map((it) => withMirror(it, ['image', 'reference'], mirrors));
    }
    result = replaceAt(result, [...pod.path, 'spec'], spec) as Manifest;
  }
  return result;
}

function withMirror(value: unknown, path: readonly string[], mirrors: ImageMirrors): unknown {
  const image = at(value, ...path);
  return typeof image === 'string' ? replaceAt(value, path, mirrorImage(image, mirrors)) : value;
}

function replaceAt(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const fields: Fields = isFields(value) ? value : {};
  return { ...fields, [key]: replaceAt(fields[key], rest, replacement) };
}
