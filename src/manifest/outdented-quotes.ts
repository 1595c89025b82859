import { Lexer } from 'yaml';

/** So many texts in quotes are indented, each after a pass over the whole text. */
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
    const start = startOfCutQuote(mended);
    const end = start === undefined ? undefined : endOfQuote(mended, start);
    if (start === undefined || end === undefined) break;
    const column = start - (mended.lastIndexOf('\n', start) + 1);
    const lines = mended.slice(start, end).split('\n');
    if (lines.slice(1).some((line) => documentEnd.test(line))) break;
    const indented = lines.map((line, index) => (index === 0 ? line : ' '.repeat(column) + line));
    mended = mended.slice(0, start) + indented.join('\n') + mended.slice(end);
  }
  return mended;
}

/** Where the first text in quotes begins that the lexer gives up before its end. */
function startOfCutQuote(text: string): number | undefined {
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    // A control character that stands for nothing in the text comes before other text than that in quotes.
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') {
      before = lexeme;
      continue;
    }
    const isQuoted = before !== '\x1f' && (lexeme.startsWith('"') || lexeme.startsWith("'"));
    if (isQuoted && endOfQuote(lexeme, 0) === undefined) return offset;
    offset += lexeme.length;
    before = lexeme;
  }
  return undefined;
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
