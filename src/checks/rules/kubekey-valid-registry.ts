import { show } from '../../errors';
import { parseCidr } from '../../manifest/ip-network';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

const registry = 'spec.registry';
const place = /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\d{1,5})?$|^\[[0-9A-Fa-f:]+\](:\d{1,5})?$/;

/** Registries are written with or without a scheme, as KubeKey uses them. */
export const kubekeyValidRegistry: Check = {
  id: 'kubekey-valid-registry',
  summary: 'Registries are written as host and port, mirrors as whole addresses.',
  why: 'KubeKey puts privateRegistry before the name of every image, and writes http:// before insecureRegistries itself. Mirrors it writes as they are.',
  fix: 'Write host or host:port, without http:// or https://.',
  severity: 'error',
  example: {
    wrong: `spec:
  registry:
    privateRegistry: https://harbor.example.com
`,
    right: `spec:
  registry:
    privateRegistry: harbor.example.com
`,
  },
  run: onEachCluster(function* ({ cluster: { has, text, texts, unreadable }, report }) {
    const isDocker = text('spec.kubernetes.containerManager') === 'docker';
    const own = text(`${registry}.privateRegistry`);
    if (own !== '') {
      const [host = '', ...path] = own.split('/');
      if (!place.test(host) || path.some((part) => !/^[a-z0-9][-a-z0-9._]*$/.test(part))) {
        yield report(
          `${registry}.privateRegistry`,
          `${show(own)} can't stand before the name of an image; KubeKey puts it there as it is, and no image is found`,
          'Write host[:port][/path], without a scheme and without a slash at the end.',
        );
      }
    }
    for (const { text: entry, field } of texts(`${registry}.insecureRegistries`)) {
      // Docker takes whole networks too.
      if (place.test(entry) || (isDocker && parseCidr(entry) !== undefined)) continue;
      yield report(
        field,
        `${show(entry)} is no host with a port; KubeKey writes http:// before it`,
      );
    }
    for (const { text: mirror, field } of texts(`${registry}.registryMirrors`)) {
      if (/^https?:\/\/[^\s/]+(\/\S*)?$/.test(mirror)) continue;
      yield report(
        field,
        `${show(mirror)} is no whole address; KubeKey writes it as it is, and no image comes from it`,
        'Write it with its scheme, such as https://docker.1ms.run.',
      );
    }
    const namespace = text(`${registry}.namespaceOverride`);
    if (namespace !== '' && own === '' && !unreadable.has(`${registry}.privateRegistry`)) {
      yield report(
        `${registry}.namespaceOverride`,
        `${show(namespace)} has no effect without privateRegistry; KubeKey ignores it, unless KKZONE=cn sets its own`,
        'Set privateRegistry too, or remove namespaceOverride.',
        undefined,
        { from: [`${registry}.privateRegistry`] },
      );
    }
    const rewrite = `${registry}.namespaceRewrite`;
    if (has(rewrite) && (texts(`${rewrite}.src`).length === 0 || text(`${rewrite}.dest`) === '')) {
      yield report(
        rewrite,
        'lacks src or dest; KubeKey has nothing to rewrite',
        'Write policy changePrefix, src and dest.',
      );
    }
  }),
};
