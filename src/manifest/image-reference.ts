/** The parts of an image's name. */
export interface ImageReference {
  /** Registry and path, as they are written, such as `docker.io/library/nginx` or `nginx`. */
  readonly repository: string;
  /** Last part of the path, such as `nginx`. */
  readonly name: string;
  /**
   * What stands behind the colon, such as `1.27`.
   *
   * @default - the image has no tag
   */
  readonly tag?: string;
  /**
   * What stands behind the `@`, such as `sha256:...`.
   *
   * @default - the image has no digest
   */
  readonly digest?: string;
}

/** The parts of an image's name, as container runtimes read it. */
export function parseImage(image: string): ImageReference {
  const [named = '', digest] = splitAt(image, image.indexOf('@'));
  // A colon before the last slash belongs to the port of the registry.
  const colon = named.lastIndexOf(':');
  const [repository = '', tag] = splitAt(named, colon > named.lastIndexOf('/') ? colon : -1);
  return {
    repository,
    name: repository.slice(repository.lastIndexOf('/') + 1),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

function splitAt(text: string, position: number): readonly string[] {
  return position < 0 ? [text] : [text.slice(0, position), text.slice(position + 1)];
}
