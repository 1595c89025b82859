import { show } from '../../errors';
import { redacted } from '../../manifest/secret-names';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** KubeKey can log in to every host. Passwords and keys are never shown. */
export const kubekeyReachesHosts: Check = {
  id: 'kubekey-reaches-hosts',
  summary: 'Every host has credentials that KubeKey can use.',
  why: 'KubeKey reads one private key, expands only "~/" at the beginning of its path, and answers sudo with the password of the host.',
  fix: 'Write the path of a private key, or a password.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      privateKeyPath: $HOME/.ssh/id_rsa
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      privateKeyPath: ~/.ssh/id_rsa
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster: { hosts, text, unreadable, value }, report }) {
    for (const { field, name, user } of hosts) {
      const [key, path] = [text(`${field}.privateKey`), text(`${field}.privateKeyPath`)];
      if (key !== '' && key !== redacted && !key.includes('PRIVATE KEY')) {
        yield report(
          `${field}.privateKey`,
          'is no private key; KubeKey stops with "The given SSH key could not be parsed"',
          'Write the whole text of the key, or its path into privateKeyPath.',
        );
      } else if (key !== '' && path !== '') {
        yield report(
          `${field}.privateKeyPath`,
          'has no effect beside privateKey; KubeKey uses the latter',
          'Keep one of the two.',
        );
      }
      if (/^~[^/]|\$/.test(path)) {
        yield report(
          `${field}.privateKeyPath`,
          `${show(path)} is not expanded; KubeKey knows only "~/" at the beginning and looks for a file of exactly that name`,
          'Write the whole path.',
        );
      } else if (path.endsWith('.pub')) {
        yield report(
          `${field}.privateKeyPath`,
          `${show(path)} is a public key; KubeKey needs the private one`,
          `Write ${path.slice(0, -'.pub'.length)}.`,
        );
      }
      if (unreadable.has(`${field}.password`) || text(`${field}.password`) !== '') continue;
      if (value(`${field}.password`) === '' && key === '' && path === '') {
        yield report(
          `${field}.password`,
          'is empty; KubeKey logs in with ~/.ssh/id_rsa',
          'Write a password, or privateKeyPath.',
          'warning',
        );
      } else if (user !== 'root') {
        yield report(
          field,
          `${name === '' ? 'the host' : show(name)} has the user ${show(user)} and no password; KubeKey answers sudo with the password, and stops where sudo asks for one`,
          'Add the password, or let sudo of that user ask for none.',
          'warning',
        );
      }
    }
  }),
};
