import { show } from '../../errors';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { appendField } from '../../manifest/field-path';
import { isSecret } from '../../manifest/secret-names';
import { holdsSecret } from '../../manifest/secret-text';
import type { Check, CheckInput, Report } from '../check';
import { objectIndex, namespaceOf } from '../object-index';
import { isSystemNamespace, ownPods } from '../own-pods';

/** Secrets are in Secrets. A finding names the place, and never shows the value. */
export const noPlainSecrets: Check = {
  id: 'no-plain-secrets',
  summary:
    'No environment variable and no ConfigMap holds a password, a token or a key as plain text.',
  why: 'What is in a pod or a ConfigMap is read by everyone who may look at workloads, ends up in logs and in the version control of the file, and is hard to take back.',
  fix: 'Put it into a Secret that is not in the files, and refer to it by secretKeyRef.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17.2
      env:
        - name: POSTGRES_PASSWORD
          value: correct-horse
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17.2
      env:
        - name: POSTGRES_PASSWORD
          valueFrom:
            secretKeyRef: { name: db, key: password }
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      for (const { container, field } of pod.containers) {
        for (const { item, index } of itemsAt(container, 'env')) {
          const [name, value] = [textAt(item, 'name'), textAt(item, 'value')];
          if (
            name === undefined ||
            value === undefined ||
            !(isSecret(name, value) || holdsSecret(value))
          )
            continue;
          yield {
            object,
            field: `${field}.env[${index}].value`,
            problem: `the environment variable ${name} looks like a secret, as plain text`,
          };
        }
      }
    }
    yield* configProblems(input);
  },
};

function* configProblems(input: CheckInput): Generator<Report> {
  for (const object of objectIndex(input).ofKind('/ConfigMap')) {
    if (isSystemNamespace(namespaceOf(object))) continue;
    for (const [key, value] of Object.entries(fieldsAt(object.manifest, 'data'))) {
      if (typeof value !== 'string') continue;
      const isWhole = isSecret(key, value);
      if (!isWhole && !holdsSecret(value)) continue;
      yield {
        object,
        field: appendField('data', key),
        problem: isWhole
          ? `the key ${show(key)} looks like a secret, in a ConfigMap`
          : `the text under ${show(key)} looks as if it holds a secret, in a ConfigMap`,
      };
    }
  }
}
