/*
 * Text and numbers as YAML writes them in one line or in a block.
 *
 * Text stands bare only where every reader that matters agrees that it is that very text: YAML 1.1 and
 * 1.2, the `yaml` package, js-yaml, PyYAML and Go's yaml, which kubectl uses. Whatever one of them
 * would take for a number, a date, a boolean or a mark of YAML itself stands in double quotes.
 */

const ordinary = 0;
/** A colon ends a key when a space or the end of the line follows. */
const colon = 1;
/** A hash begins a comment behind a space. */
const hash = 2;
/** A space is lost at the end of the line. */
const space = 3;
/** A control character, a tab among them, which some readers refuse or lose. */
const control = 4;

const kinds: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code < 0x20 || code === 0x7f) return control;
  return code === 0x3a ? colon : code === 0x23 ? hash : code === 0x20 ? space : ordinary;
});

/** What bare text may begin with; `1` needs a look at the rest, since it may be a number or a word. */
const starts: Uint8Array = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/()$;^\\') {
  starts[char.charCodeAt(0)] = 2;
}
for (const char of '0123456789+-._eE~<=') starts[char.charCodeAt(0)] = 1;

/** Words that some reader takes for a boolean, for null, or for the keys `<<` and `=` of YAML 1.1. */
const words: ReadonlySet<string> = new Set(
  ['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '~', '<<', '='].flatMap((word) => [
    word,
    word.toUpperCase(),
    word.slice(0, 1).toUpperCase() + word.slice(1),
  ]),
);

/**
 * Numbers as any reader takes them: decimal with underscores, with an exponent (even without digits
 * before it, which the `yaml` package reads as a number), base 2, 8 and 16, base 60, infinity.
 */
const numberLike =
  /^[-+]?(?:[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?[\d_]+)?|[\d_]+(?::[\d_]*)+(?:\.[\d_]*)?|0[xX][\da-fA-F_]*|0[oO][\d_]*|0[bB][\d_]*|\.(?:inf|nan))$/i;
const dateLike = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt ])/;
/** A list's dash, and what begins or ends a document. */
const markLike = /^(?:-(?: |$)|---|\.\.\.)/;

/**
 * What no block of text can hold: control characters, every line break but `\n`, the byte order mark,
 * half characters, and the marks that turn the direction of text (they hide what a text says).
 */
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/u;

/** What can't be seen in one line, and so stands as an escape there. */
const invisible =
  /[\x7f-\xa0\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\p{Cs}]/u;
const everyInvisible = new RegExp(invisible.source, 'gu');

/** Tells whether every reader takes the bare text for that very text. */
export function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0) return false;
  const first = text.charCodeAt(0);
  const start = first < 128 ? (starts[first] ?? 0) : 2;
  if (start === 0) return false;
  let ascii = true;
  for (let index = 0; index <= last; index++) {
    const code = text.charCodeAt(index);
    if (code >= 128) {
      ascii = false;
      continue;
    }
    const kind = kinds[code];
    if (kind === ordinary) continue;
    if (kind === control) return false;
    if (kind === hash) {
      if (text.charCodeAt(index - 1) === 0x20) return false;
    } else if (index === last) return false;
    else if (kind === colon && text.charCodeAt(index + 1) === 0x20) return false;
  }
  if (last < 5 && words.has(text)) return false;
  if (start === 1 && (isNumberLike(text) || dateLike.test(text) || markLike.test(text))) {
    return false;
  }
  return ascii || !invisible.test(text);
}

/** Go takes the underscores out before it looks: `0_x1f` is 31 there. */
function isNumberLike(text: string): boolean {
  return numberLike.test(text) || (text.includes('_') && numberLike.test(text.replaceAll('_', '')));
}

/** Text in double quotes, in one line, with escapes that JSON and YAML share. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  return invisible.test(json) ? json.replace(everyInvisible, escape) : json;
}

function escape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Text in one line: bare where that is safe, else in double quotes. */
export function lineText(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

/** Tells whether the text holds what a file of YAML can't hold as it is, wherever it stands. */
export function isUnprintable(text: string): boolean {
  return unprintable.test(text);
}

/**
 * Text of several lines as the two parts of a block: the head (`|`, `|-`, `|+`, with an indentation
 * where the text itself begins with a space) and the indented lines, without the last line break.
 *
 * Undefined where a block can't hold the text in every reader.
 */
export function blockText(
  text: string,
  indent: string,
): { readonly head: string; readonly lines: string } | undefined {
  if (unprintable.test(text)) return undefined;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end--;
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  // Readers don't agree on whether blanks in the last line are text.
  if (lastLine.trim() === '') return undefined;
  const breaks = text.length - end;
  const begin = /^[\n \t]/.test(text) ? '2' : '';
  const chomp = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  const lines = text.slice(0, breaks === 0 ? end : text.length - 1);
  return {
    head: `|${begin}${chomp}`,
    lines: (lines.startsWith('\n') ? '' : indent) + lines.replace(/\n(?=[^\n])/g, `\n${indent}`),
  };
}

/**
 * A number that every reader takes for that very number.
 *
 * YAML 1.1 knows an exponent only behind a point: `1e+21` is text there, `1.0e+21` a number.
 */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  if (Number.isSafeInteger(value)) return text;
  const exponent = text.indexOf('e');
  if (exponent < 0 || text.includes('.')) return text;
  return `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}
