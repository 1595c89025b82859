import { Document } from 'yaml';
import type { Manifest } from './manifest';

/** Writes manifests as one YAML stream: block style, two spaces, `---` between documents. */
export function writeYaml(manifests: readonly Manifest[]): string {
  return manifests.map(writeDocument).join('---\n');
}

function writeDocument(manifest: Manifest): string {
  const document = new Document(manifest, { version: '1.1', aliasDuplicateObjects: false });
  return document.toString({ lineWidth: 0 });
}
