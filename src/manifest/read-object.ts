import type { DocumentPlaces } from './document-places';
import { type FieldStep, parseField } from './field-path';
import type { Manifest } from './manifest';
import type { FilePosition } from './source-text';

/** A Kubernetes object that was read from a text, and where each of its fields was written. */
export class ReadObject {
  /** The object as plain data. */
  readonly manifest: Manifest;
  private readonly places: DocumentPlaces;
  private readonly base: readonly FieldStep[];

  /**
   * @param base where the object stands within its document: empty, or its place in a List
   * @internal
   */
  constructor(manifest: Manifest, places: DocumentPlaces, base: readonly FieldStep[]) {
    this.manifest = manifest;
    this.places = places;
    this.base = base;
  }

  /** Path of the file as it was given; `-` is standard input. */
  get file(): string {
    return this.position().file;
  }

  /**
   * Where a field was written: its key, or the value itself where it is an item of a list.
   *
   * A field that isn't there gives the nearest field above it that is. What an alias brings in is
   * where its anchor is, since that is the text to change.
   *
   * @param field the field as findings name it, such as `spec.ports[0].nodePort`; without one, the
   *   place where the object begins
   */
  position(field = ''): FilePosition {
    return this.places.position(this.stepsTo(field));
  }

  /**
   * The text of a value exactly as it was written, with its quotes: `yes` and `"yes"` are told apart,
   * and `017` is not yet 15. Undefined for lists, mappings and fields that aren't there.
   *
   * It can be a secret: show it to nobody.
   */
  sourceOf(field: string): string | undefined {
    return this.places.sourceOf(this.stepsTo(field));
  }

  private stepsTo(field: string): readonly FieldStep[] {
    return [...this.base, ...(parseField(field) ?? [])];
  }
}

/** A manifest by itself, or that of an object that was read. */
export function manifestOf(object: Manifest | ReadObject): Manifest {
  return object instanceof ReadObject ? object.manifest : object;
}
