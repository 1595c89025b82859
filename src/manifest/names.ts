import { groupOf } from './manifest';

/*
 * The API server's rules for names and labels. Each function gives what is wrong as the end of a
 * sentence, such as `must be at most 63 characters long`, or undefined where nothing is.
 */

const labelText = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const serviceText = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomainText = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualifiedText = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** What is wrong with a name that must be a DNS label (RFC 1123), such as a container's or a namespace's. */
export function dnsLabelProblem(name: unknown): string | undefined {
  if (isText(name, 63, labelText)) return undefined;
  return (
    textProblem(name, 63) ??
    matchProblem(
      name,
      labelText,
      "must hold only small letters, digits and '-', and begin and end with a letter or a digit",
    )
  );
}

/** What is wrong with a name that must be a DNS label beginning with a letter (RFC 1035), such as a Service's. */
export function dns1035LabelProblem(name: unknown): string | undefined {
  if (isText(name, 63, serviceText)) return undefined;
  return (
    textProblem(name, 63) ??
    matchProblem(
      name,
      serviceText,
      "must hold only small letters, digits and '-', begin with a letter and end with a letter or a digit",
    )
  );
}

/** What is wrong with a name that must be a DNS subdomain (RFC 1123), such as a Deployment's. */
export function dnsSubdomainProblem(name: unknown, longest = 253): string | undefined {
  if (isText(name, longest, subdomainText)) return undefined;
  return (
    textProblem(name, longest) ??
    matchProblem(
      name,
      subdomainText,
      "must hold only small letters, digits, '-' and '.', and begin and end with a letter or a digit",
    )
  );
}

/** What is wrong with the name of a container's port, to which a Service may refer. */
export function portNameProblem(name: unknown): string | undefined {
  return (
    textProblem(name, 15) ??
    matchProblem(
      name,
      /^(?!.*--)(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
      "must hold only small letters, digits and single '-', one letter at least, and begin and end with a letter or a digit",
    )
  );
}

/** What is wrong with a key of a ConfigMap or a Secret. */
export function configKeyProblem(key: string): string | undefined {
  return (
    textProblem(key, 253) ??
    (key === '.' || key.startsWith('..')
      ? "must be neither '.' nor begin with '..'"
      : matchProblem(key, /^[-._a-zA-Z0-9]+$/, "must hold only letters, digits, '-', '_' and '.'"))
  );
}

/** What is wrong with the key of a label: a name, or a DNS subdomain, `/` and a name. */
export function labelKeyProblem(key: string): string | undefined {
  if (isText(key, 63, qualifiedText)) return undefined;
  const [name = '', prefix, ...more] = key.split('/').reverse();
  if (more.length > 0) return "must hold at most one '/'";
  if (prefix !== undefined) {
    const problem = dnsSubdomainProblem(prefix);
    if (problem !== undefined) return `${problem} (the part before '/')`;
  }
  return (
    textProblem(name, 63) ??
    matchProblem(
      name,
      qualifiedText,
      "must hold only letters, digits, '-', '_' and '.', and begin and end with a letter or a digit",
    )
  );
}

/** What is wrong with the key of an annotation: a label's key whose letters may all be capitals. */
export function annotationKeyProblem(key: string): string | undefined {
  return labelKeyProblem(key.toLowerCase());
}

/** What is wrong with the value of a label; it may be empty. */
export function labelValueProblem(value: unknown): string | undefined {
  if (value === '' || isText(value, 63, qualifiedText)) return undefined;
  return (
    textProblem(value, 63) ??
    matchProblem(
      value,
      qualifiedText,
      "must hold only letters, digits, '-', '_' and '.', and begin and end with a letter or a digit",
    )
  );
}

/** Kinds whose names follow a rule of their own, by group and kind; all others are DNS subdomains. */
const ruleOfKind: Readonly<Record<string, (name: unknown) => string | undefined>> = {
  '/ComponentStatus': pathSegmentProblem,
  '/Namespace': dnsLabelProblem,
  '/Service': dns1035LabelProblem,
  'apiregistration.k8s.io/APIService': pathSegmentProblem,
  // Its name is a part of the host names of its pods; with a dot, none could be made.
  'apps/StatefulSet': dnsLabelProblem,
  'batch/CronJob': (name) => dnsSubdomainProblem(name, 52),
  // A Job's name becomes the value of a label of its pods.
  'batch/Job': (name) => dnsSubdomainProblem(name, 63),
  'certificates.k8s.io/ClusterTrustBundle': pathSegmentProblem,
  'networking.k8s.io/IPAddress': pathSegmentProblem,
  'rbac.authorization.k8s.io/ClusterRole': pathSegmentProblem,
  'rbac.authorization.k8s.io/ClusterRoleBinding': pathSegmentProblem,
  'rbac.authorization.k8s.io/Role': pathSegmentProblem,
  'rbac.authorization.k8s.io/RoleBinding': pathSegmentProblem,
  'storage.k8s.io/CSIDriver': (name) => dnsSubdomainProblem(name, 63),
};

/**
 * What is wrong with the name of an object, by the rule of its kind.
 *
 * @param apiVersion API group and version, such as `apps/v1`
 * @param kind kind of the object, such as `Deployment`
 * @param name `metadata.name`
 */
export function objectNameProblem(
  apiVersion: string,
  kind: string,
  name: unknown,
): string | undefined {
  return nameRule(apiVersion, kind)(name);
}

/** The rule for the names of a kind: tells what is wrong with one, as the end of a sentence. */
export function nameRule(apiVersion: string, kind: string): (name: unknown) => string | undefined {
  const key = `${groupOf(apiVersion)}/${kind}`;
  const rule = Object.hasOwn(ruleOfKind, key) ? ruleOfKind[key] : undefined;
  return rule ?? ((name) => dnsSubdomainProblem(name));
}

/** What is wrong with a name that only has to fit into a URL, such as `system:nodes` of RBAC. */
export function pathSegmentProblem(name: unknown): string | undefined {
  const problem = textProblem(name, Infinity);
  if (problem !== undefined) return problem;
  return name === '.' || name === '..'
    ? "must be neither '.' nor '..'"
    : matchProblem(name, /^[^/%]*$/, "must hold neither '/' nor '%'");
}

/** Nearly all names are right, which is soon seen. */
function isText(text: unknown, longest: number, form: RegExp): boolean {
  return typeof text === 'string' && text.length <= longest && form.test(text);
}

function textProblem(text: unknown, longest: number): string | undefined {
  if (text === undefined || text === null) return 'must be given';
  if (typeof text !== 'string') return 'must be text';
  if (text === '') return 'must not be empty';
  if (text.length <= longest) return undefined;
  return `must be at most ${longest} characters long, not ${text.length}`;
}

function matchProblem(text: unknown, pattern: RegExp, problem: string): string | undefined {
  return pattern.test(String(text)) ? undefined : problem;
}
