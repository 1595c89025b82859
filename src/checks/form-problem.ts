import { show } from '../errors';
import type { FieldForm } from '../facts/kubernetes/field-forms';
import { parseIp, withoutLeadingZeros } from '../manifest/ip-network';
import {
  annotationKeyProblem,
  configKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
  pathSegmentProblem,
  portNameProblem,
} from '../manifest/names';
import { parseQuantity } from '../manifest/quantity';
import type { ValueProblem } from './scalar-problem';

type TextForm = Exclude<FieldForm, readonly number[] | 'labels' | 'not-negative' | 'positive'>;

/** What is wrong with a text, as the end of a sentence, and what to do. */
interface TextRule {
  readonly problem: (text: string) => string | undefined;
  readonly fix: string;
}

const name = 'Write a name such as web.';
const driver = 'Write the name of a driver such as csi.example.com.';

const rules: Readonly<Record<TextForm, TextRule>> = {
  address: {
    problem: (text) =>
      parseIp(withoutLeadingZeros(text)) === undefined ? 'must be an IP address' : undefined,
    fix: 'Write an IP address such as 10.0.0.5.',
  },
  'config-key': { problem: configKeyProblem, fix: 'Write a key such as app.conf.' },
  'dns-1035-label': { problem: dns1035LabelProblem, fix: name },
  'dns-label': { problem: dnsLabelProblem, fix: name },
  'dns-subdomain': { problem: (text) => dnsSubdomainProblem(text), fix: name },
  'domain-of-three': {
    problem: (text) =>
      text.split('.').length < 3
        ? 'must be a domain of three parts or more'
        : dnsSubdomainProblem(text),
    fix: 'Write it as in check.hooks.example.com.',
  },
  'domain-path': {
    problem: (text) => {
      const [, domain, path = ''] = /^([^/]*)\/(.*)$/s.exec(text) ?? [];
      return domain === undefined || path === ''
        ? "must be a domain, '/' and a name"
        : dnsSubdomainProblem(domain);
    },
    fix: 'Write it as in example.com/ingress.',
  },
  // Capitals are taken for small letters.
  driver: { problem: (text) => dnsSubdomainProblem(text.toLowerCase(), 63), fix: driver },
  'header-name': {
    problem: (text) =>
      /^[-A-Za-z0-9]+$/.test(text) ? undefined : "must hold only letters, digits and '-'",
    fix: 'Write the name of a header such as X-Token.',
  },
  host: {
    problem: (text) => dnsSubdomainProblem(text.replace(/^\*\.(?=.)/, '')),
    fix: 'Write a DNS name such as www.example.com or *.example.com.',
  },
  'https-url': {
    problem: (text) =>
      /^https:\/\/[^/?#@]+(\/[^?#]*)?$/i.test(text)
        ? undefined
        : 'must be a URL with https, a host and perhaps a path',
    fix: 'Write it as in https://hook.example.com/path.',
  },
  'json-path': {
    problem: (text) => (text.startsWith('.') ? undefined : "must begin with '.'"),
    fix: 'Write a path such as .spec.replicas.',
  },
  'label-key': {
    problem: labelKeyProblem,
    fix: "Use a name, or a domain, '/' and a name, such as example.com/disk.",
  },
  'label-value': {
    problem: labelValueProblem,
    fix: "Use letters, digits, '-', '_' and '.', 63 characters at most.",
  },
  // It is also the name of a node, which may be longer than the value of a label.
  'node-value': {
    problem: (text) => (text.length > 63 ? undefined : labelValueProblem(text)),
    fix: "Use letters, digits, '-', '_' and '.', 63 characters at most.",
  },
  'path-absolute': {
    problem: (text) => (text.startsWith('/') ? undefined : "must begin with '/'"),
    fix: 'Write a path such as /validate.',
  },
  'path-downwards': {
    problem: (text) =>
      text.split('/').includes('..') ? "must not go upwards with '..'" : undefined,
    fix: 'Write the whole path.',
  },
  'path-inside': {
    problem: (text) =>
      text.startsWith('/')
        ? 'must be a relative path'
        : text.startsWith('..') || text.split('/').includes('..')
          ? "must not go upwards with '..'"
          : undefined,
    fix: 'Write a path such as conf.d/app.conf.',
  },
  'path-segment': { problem: pathSegmentProblem, fix: name },
  'port-name': { problem: portNameProblem, fix: 'Write the name of a port such as http.' },
  provisioner: { problem: annotationKeyProblem, fix: driver },
  'resource-of-container': {
    problem: (text) =>
      /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/.test(text)
        ? undefined
        : 'is no resource that a container can be told',
    fix: 'Write limits or requests, a dot, and cpu, memory or ephemeral-storage, such as limits.cpu.',
  },
  'search-domain': {
    problem: (text) =>
      text === '.' ? undefined : dnsSubdomainProblem(text.replace(/\.$/, '').replace(/_/g, 'a')),
    fix: 'Write a domain such as example.com.',
  },
  'selector-key': {
    problem: labelKeyProblem,
    fix: "Use a name, or a domain, '/' and a name, such as app.kubernetes.io/name.",
  },
  'selector-value': {
    problem: labelValueProblem,
    fix: "Use letters, digits, '-', '_' and '.', 63 characters at most.",
  },
  sysctl: {
    problem: (text) =>
      /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*([a-z0-9][-_a-z0-9]*)?[a-z0-9]$/.test(text)
        ? undefined
        : "must hold only small letters, digits, '-', '_' and dots",
    fix: 'Write the name of a kernel parameter such as net.core.somaxconn.',
  },
};

/**
 * What the server says to a value of the right type whose field asks for a form; undefined where it
 * takes it. Empty text counts as not written, and a value of a wrong type is reported as such.
 */
export function formProblem(
  form: Exclude<FieldForm, 'labels'>,
  value: unknown,
): ValueProblem | undefined {
  if (typeof form !== 'string') return rangeProblem(form, value);
  if (form === 'positive' || form === 'not-negative') return amountProblem(form, value);
  if (typeof value !== 'string' || value === '') return undefined;
  const { problem, fix } = rules[form];
  const found = problem(value);
  if (found === undefined) return undefined;
  const isNumber = form === 'port-name' && /^\d+$/.test(value);
  return {
    problem: `${found}, got ${show(value)}`,
    fix: isNumber ? `Write ${Number(value)} without quotes, or the name of a port.` : fix,
  };
}

function rangeProblem(
  [first, last]: readonly [number, number],
  value: unknown,
): ValueProblem | undefined {
  if (typeof value !== 'number' || (value >= first && value <= last)) return undefined;
  const words = last === Infinity ? `${first} or more` : `within ${first}-${last}`;
  return {
    problem: `must be ${words}, got ${value}`,
    fix: last === Infinity ? `Write ${words}.` : `Write a number from ${first} to ${last}.`,
  };
}

function amountProblem(
  form: 'positive' | 'not-negative',
  value: unknown,
): ValueProblem | undefined {
  const amount = parseQuantity(value);
  if (amount === undefined || amount > 0n || (amount === 0n && form !== 'positive'))
    return undefined;
  const words = form === 'positive' ? 'more than 0' : '0 or more';
  return { problem: `must be ${words}, got ${show(value)}`, fix: `Write an amount of ${words}.` };
}
