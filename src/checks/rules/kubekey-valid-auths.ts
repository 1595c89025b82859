import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

const auths = 'spec.registry.auths';

/** Credentials of registries belong to a registry, and are complete. */
export const kubekeyValidAuths: Check = {
  id: 'kubekey-valid-auths',
  summary:
    'Credentials of registries stand under the registry that they are for, and are complete.',
  why: 'The container manager looks them up by host and port. Under any other key nobody finds them, and images can not be pulled.',
  fix: 'Write the host with its port, as it stands in the names of the images.',
  severity: 'error',
  example: {
    wrong: `spec:
  registry:
    privateRegistry: harbor.example.com
    auths:
      https://harbor.example.com:
        username: puller
        password: "..."
`,
    right: `spec:
  registry:
    privateRegistry: harbor.example.com
    auths:
      harbor.example.com:
        username: puller
        password: "..."
`,
  },
  run: onEachCluster(function* ({ cluster: { entries, flag, text, texts, unreadable }, report }) {
    const [own = ''] = text('spec.registry.privateRegistry').split('/');
    const known = new Set([
      own,
      'docker.io',
      ...texts('spec.registry.insecureRegistries').map((entry) => entry.text),
    ]);
    for (const { key, field } of entries(auths)) {
      const host =
        key
          .replace(/^[a-z]+:\/\//i, '')
          .split('/')[0]
          ?.split('@')
          .at(-1) ?? '';
      if (host !== key) {
        // The key may hold a password, so it is shown neither here nor as the field.
        yield report(
          auths,
          `has a key for ${host} that is no host; KubeKey writes it as it is, and nobody looks under it`,
          `Write ${host} as the key.`,
        );
        continue;
      }
      if (own !== '' && !known.has(key) && hostOf(key) === hostOf(own)) {
        yield report(
          field,
          `${show(key)} is not privateRegistry, which is ${show(own)}; KubeKey writes it as it is, and nobody looks under it`,
          `Write ${own}.`,
        );
      }
      const [user, password] = [text(`${field}.username`), text(`${field}.password`)];
      const isReadable = ['username', 'password'].every(
        (key) => !unreadable.has(`${field}.${key}`),
      );
      if (isReadable && (user === '') !== (password === '')) {
        yield report(
          field,
          `has a ${user === '' ? 'password' : 'username'} without a ${user === '' ? 'username' : 'password'}; KubeKey writes it so, and the registry refuses it`,
          'Write both username and password.',
        );
      }
      if (
        flag(`${field}.plainHTTP`) &&
        ['certsPath', 'caFile'].some((file) => text(`${field}.${file}`) !== '')
      ) {
        yield report(
          field,
          'has plainHTTP together with certificates; KubeKey turns off their check',
          'Remove plainHTTP or the certificates.',
          'warning',
        );
      }
    }
  }),
};

function hostOf(registry: string): string {
  return registry.replace(/:\d+$/, '');
}
