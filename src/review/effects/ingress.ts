import { itemsAt, textAt } from '../../manifest/fields';
import { isWithin, type KindEffects } from '../kind-effects';
import { said } from '../words';

/** Ingresses: everything in them is about traffic, annotations included. */
export const ingress: KindEffects = {
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress'],
  changed(change) {
    const { pattern } = change;
    if (pattern === 'spec.ingressClassName') {
      return {
        effect: 'traffic',
        explanation: `Another controller takes over: ${className(change.before)} stops answering for these hosts, ${className(change.after)} begins, likely on another address.`,
        advice: 'Point DNS to the address of the new controller.',
      };
    }
    if (isWithin(pattern, 'spec.tls')) {
      return {
        effect: 'traffic',
        explanation: 'Which certificate is shown for which host changes; open connections go on.',
      };
    }
    if (isWithin(pattern, 'metadata.annotations')) {
      return {
        effect: 'traffic',
        explanation: 'Ingress controllers read annotations: how requests are handled may change.',
      };
    }
    if (pattern === 'spec.rules[*].host') {
      const host = (value: unknown): string =>
        value === undefined ? 'any other host' : said(value);
      return {
        effect: 'traffic',
        explanation: `Requests for ${host(change.after)} are answered as soon as the controller has read it; this rule no longer answers those for ${host(change.before)}.`,
      };
    }
    if (pattern.startsWith('spec.')) {
      return {
        effect: 'traffic',
        explanation:
          'Requests for these hosts and paths go elsewhere as soon as the controller has read it; the rest goes on.',
      };
    }
    return undefined;
  },
  created({ manifest }) {
    const hosts = itemsAt(manifest, 'spec', 'rules').flatMap(
      ({ item }) => textAt(item, 'host') ?? [],
    );
    return {
      effect: 'created',
      explanation: `Requests ${hosts.length === 0 ? 'for any host' : `for ${[...new Set(hosts)].join(', ')}`} are answered, where an ingress controller runs.`,
    };
  },
  removed: () => ({
    effect: 'removed',
    explanation:
      'Where it is deleted, its hosts and paths are no longer answered; the Services behind it go on.',
  }),
};

function className(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'the default class';
}
