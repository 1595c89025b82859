import { listOf, wrong, type Form } from './form';
import { isManifest } from './manifest';
import { isSurelyPlain, kindOf, notPlain } from './plain-data';
import { ReadObject } from './read-object';

/** A Kubernetes object as plain data. */
export const manifestForm: Form = (value, path) => {
  if (isManifest(value)) return isSurelyPlain(value) ? [] : notPlain(value, 0);
  return wrong(
    path,
    // What it is, never what it holds: a text may be YAML with secrets.
    `must be a Kubernetes object, with apiVersion and kind as text, got ${kindOf(value)}`,
    value instanceof ReadObject ? 'Give its manifest.' : 'Give both, or leave it out.',
  );
};

/** A list of Kubernetes objects as plain data. */
export const manifestsForm: Form = list(manifestForm);

/** A list of Kubernetes objects: plain data, or what was read from a file. */
export const objectsForm: Form = list((value, path) =>
  value instanceof ReadObject ? [] : manifestForm(value, path),
);

function list(item: Form): Form {
  return (value, path) => {
    if (Array.isArray(value)) return listOf(item)(value, path);
    const fix = 'Give a list of objects, such as the objects of what readManifests() gives.';
    return wrong(path, `must be a list, got ${kindOf(value)}`, fix);
  };
}
