import { Lexer } from 'yaml';

/** So many texts in quotes are indented in one document, each in a pass over the whole text. */
const most = 20;

/** A line that ends a document, within quotes as well. */
const documentEnd = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * Indents the lines of texts in quotes that go on to the left of where YAML wants them. Kubernetes
 * reads such texts, and their value is the same: blanks at the begin of such a line don't count.
 * Gives the text as it is where it holds none, or where a quote is never closed.
 */
export function indentQuotes(text: string): string {
  let mended = text;
  for (let round = 0; round < most; round += 1) {
    const cut = cutQuotes(mended);
    if (cut.length === 0) break;
    const pieces: string[] = [];
    let done = 0;
    for (const [start, end] of cut) {
      const column = start - (mended.lastIndexOf('\n', start) + 1);
      const lines = mended.slice(start, end).split('\n');
      if (lines.slice(1).some((line) => documentEnd.test(line))) return text;
      pieces.push(mended.slice(done, start), lines.join(`\n${' '.repeat(column)}`));
      done = end;
    }
    mended = pieces.join('') + mended.slice(done);
  }
  return mended;
}

/**
 * Where the texts in quotes begin and end that the lexer gives up before their end: of each document
 * the first, since behind it the lexer has lost its way until the next one.
 */
function cutQuotes(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let offset = 0;
  let before = '';
  let isLost = false;
  for (const lexeme of new Lexer().lex(text)) {
    // A control character is not in the text; this one comes before text without quotes.
    const isPlain = before === '\x1f';
    before = lexeme;
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') continue;
    const [, behind = 0] = found.at(-1) ?? [];
    if (isLost) isLost = lexeme !== '---' || offset < behind;
    else if (!isPlain && (lexeme.startsWith('"') || lexeme.startsWith("'"))) {
      if (endOfQuote(lexeme, 0) === undefined) {
        const end = endOfQuote(text, offset);
        if (end === undefined) break;
        found.push([offset, end]);
        isLost = true;
      }
    }
    offset += lexeme.length;
  }
  return found;
}

/** Where a text in quotes ends, behind its closing quote; undefined where it has none. */
function endOfQuote(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quote === '"' && character === '\\') index += 1;
    else if (character === quote) {
      if (quote === '"' || text.charAt(index + 1) !== quote) return index + 1;
      index += 1;
    }
  }
  return undefined;
}
