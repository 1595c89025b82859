import { show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsAt } from '../../manifest/fields';
import { closest } from '../../manifest/closest';
import { labelValueProblem } from '../../manifest/names';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

const prefix = 'pod-security.kubernetes.io/';
const modes = ['enforce', 'audit', 'warn'];
const levels = ['privileged', 'baseline', 'restricted'];

/** The labels by which a Namespace asks for Pod Security name levels and versions that there are. */
export const validPodSecurityLabels: Check = {
  id: 'valid-pod-security-labels',
  summary: 'The Pod Security labels of a Namespace name a level and a version that there are.',
  why: 'The API server refuses a Namespace with another level, and takes no notice of a label whose name is misspelt: the pods are then not held to anything.',
  fix: 'Write privileged, baseline or restricted, and as version latest or one such as v1.30.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: strict
`,
    right: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('/Namespace')) {
      for (const [key, value] of Object.entries(fieldsAt(object.manifest, 'metadata', 'labels'))) {
        // What can be no label is reported as such.
        if (!key.startsWith(prefix) || typeof value !== 'string' || labelValueProblem(value))
          continue;
        const field = appendField('metadata.labels', key);
        const [mode = '', part] = key.slice(prefix.length).split('-');
        if (!modes.includes(mode) || (part !== undefined && part !== 'version')) {
          const meant = closest(
            key,
            [...modes, ...modes.map((one) => `${one}-version`)].map((one) => prefix + one),
          );
          const fix = `Write ${meant ?? `${prefix}enforce`}.`;
          const problem = 'Pod Security knows no such label, so it does nothing';
          yield { object, field, problem, fix, severity: 'warning' };
        } else if (part === undefined) {
          if (levels.includes(value)) continue;
          const meant = closest(value, levels);
          const problem = `must be one of ${levels.join(', ')}, got ${show(value)}`;
          yield {
            object,
            field,
            problem,
            ...(meant === undefined ? {} : { fix: `Write ${meant}.` }),
          };
        } else if (!/^(?:latest|v1\.(?:0|[1-9]\d*))$/.test(value)) {
          const problem = `must be latest or a version such as v1.30, got ${show(value)}`;
          yield { object, field, problem };
        }
      }
    }
  },
};
