import { definition } from '../../facts/kubernetes/schema';
import { show } from '../../errors';
import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { isFields, type Fields } from '../../manifest/manifest';
import type { Check, CheckedObject, Report } from '../check';
import { divisorProblems } from '../resource-divisor';
import { objectIndex } from '../object-index';

/** Each volume of a pod has one source. */
export const validVolumes: Check = {
  id: 'valid-volumes',
  summary: 'A volume says once where its files come from, with modes that files can have.',
  why: 'The API server refuses a volume with several sources and a mode above 0777, and makes an empty directory of one whose source is left empty.',
  fix: 'Leave one source, such as emptyDir, configMap or persistentVolumeClaim.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
      configMap: { name: web }
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      configMap: { name: web }
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    const sources = definition(input.kubernetesVersion, 'core.v1.Volume')?.fields ?? new Map();
    for (const { object, pod } of objectIndex(input).podsWith('volumes')) {
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        const keys = Object.keys(item).filter((key) => key !== 'name' && item[key] !== undefined);
        yield* modeProblems(object, item, `${pod.specField}.volumes[${index}]`);
        yield* sourceProblems(object, item, `${pod.specField}.volumes[${index}]`);
        for (const place of podFields(item, `${pod.specField}.volumes[${index}]`)) {
          yield { object, ...place };
        }
        // An unknown field may be the source, misspelt: it is reported as such.
        if (keys.some((key) => !sources.has(key))) continue;
        // "configMap:" with nothing after it is null, which the server takes for absent.
        const given = keys.filter((key) => item[key] !== null);
        if (given.length === 1) continue;
        const field = `${pod.specField}.volumes[${index}]`;
        const [empty] = keys;
        if (given.length > 1) {
          const problem = `the volume has ${given.length} sources: ${given.join(', ')}`;
          yield { object, field, problem };
        } else if (empty !== undefined && empty !== 'emptyDir') {
          // The server takes a volume without a source for an empty directory.
          yield {
            object,
            field: `${field}.${empty}`,
            problem: `${empty} is empty, so the server makes the volume an emptyDir`,
            fix: `Write what belongs below ${empty}.`,
            severity: 'warning',
          };
        }
      }
    }
  },
};

const media = /^(?:Memory|HugePages(?:-.+)?)$/;

function* sourceProblems(object: CheckedObject, volume: Fields, field: string): Generator<Report> {
  const medium = textAt(volume, 'emptyDir', 'medium');
  if (medium !== undefined && !media.test(medium)) {
    yield {
      object,
      field: `${field}.emptyDir.medium`,
      problem: `must be Memory, HugePages or left out, got ${show(medium)}, which no node can mount`,
      fix: 'Write medium: Memory for a directory in memory, or take medium out.',
    };
  }
  const share = textAt(volume, 'nfs', 'path');
  if (share !== undefined && !share.startsWith('/')) {
    const problem = `must be an absolute path, got ${show(share)}`;
    yield { object, field: `${field}.nfs.path`, problem, fix: `Write /${share}.` };
  }
}

const podField = /^metadata\.(?:name|namespace|uid|(?:labels|annotations)(?:\['[^']+'\])?)$/;

/** The fields of the pod that a volume is made of, where it can not have them. */
function* podFields(volume: Fields, field: string): Generator<Omit<Report, 'object'>> {
  const lists = [
    { list: itemsAt(volume, 'downwardAPI', 'items'), place: `${field}.downwardAPI` },
    ...itemsAt(volume, 'projected', 'sources').map(({ item, index }) => ({
      list: itemsAt(item, 'downwardAPI', 'items'),
      place: `${field}.projected.sources[${index}].downwardAPI`,
    })),
  ];
  for (const { list, place } of lists) {
    for (const { item, index } of list) {
      if (
        isFields(item['resourceFieldRef']) &&
        !textAt(item, 'resourceFieldRef', 'containerName')
      ) {
        yield {
          field: `${place}.items[${index}].resourceFieldRef.containerName`,
          problem: 'containerName is missing: a volume belongs to no container',
          fix: 'Write the name of the container whose resource is meant.',
        };
      }
      yield* divisorProblems(item, `${place}.items[${index}]`);
      const path = textAt(item, 'fieldRef', 'fieldPath');
      if (path === undefined || podField.test(path)) continue;
      yield {
        field: `${place}.items[${index}].fieldRef.fieldPath`,
        problem: `a volume cannot hold this field of the pod, got ${show(path)}`,
        fix: 'Write metadata.name, metadata.namespace, metadata.uid, metadata.labels or metadata.annotations; env has the others.',
      };
    }
  }
}

/** YAML 1.1 reads 0644 as octal, which is meant; 644 is 01204 in octal. */
function* modeProblems(object: CheckedObject, volume: Fields, field: string): Generator<Report> {
  for (const source of ['secret', 'configMap', 'downwardAPI', 'projected']) {
    const at = `${field}.${source}`;
    const modes = [
      { place: `${at}.defaultMode`, mode: numberAt(volume, source, 'defaultMode') },
      ...itemsAt(volume, source, 'items').map(({ item, index }) => {
        return { place: `${at}.items[${index}].mode`, mode: numberAt(item, 'mode') };
      }),
    ];
    for (const { place, mode = 0 } of modes) {
      if (mode >= 0 && mode <= 0o777) continue;
      const isOctal = /^[0-7]{3}$/.test(String(mode));
      yield {
        object,
        field: place,
        problem: `must be within 0 and 0777 (511 in decimal), got ${mode}`,
        fix: isOctal
          ? `Write 0${mode}, with the 0 before it that makes it octal.`
          : 'Write a mode such as 0644.',
      };
    }
  }
}
