import { printable } from '../../manifest/printable';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for any place in HTML, within an attribute too. Control characters and those that turn the
 * direction of text are shown, not obeyed; tabs stay.
 */
export function escapeHtml(text: string): string {
  const shown = text.split('\t').map(printable).join('\t');
  return shown.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
