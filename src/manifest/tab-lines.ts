import { isCollection, isScalar, type Document, visit } from 'yaml';

/**
 * The lines of a text that begin with a tab and hold nothing but white space or a comment.
 *
 * The `yaml` package passes over them, `kubectl` refuses them. Within a scalar or within brackets they
 * are fine for both.
 *
 * @param documents all documents of the text, in order; one with errors has been complained about enough
 * @returns the offsets of the tabs
 */
export function tabLines(documents: readonly Document.Parsed[], text: string): number[] {
  const tabs = tabsIn(text);
  if (tabs.length === 0) return tabs;
  const fine: (readonly [number, number])[] = [];
  for (const document of documents) {
    if (document.errors.length > 0) fine.push([document.range[0], document.range[2]]);
    else addClosedRanges(document, fine);
  }
  // Both lists are in the order of the text, so one walk over them is enough.
  let next = 0;
  return tabs.filter((tab) => {
    while ((fine[next]?.[1] ?? Infinity) <= tab) next += 1;
    return tab < (fine[next]?.[0] ?? Infinity);
  });
}

/** Adds where the scalars and the collections in brackets of a document stand. */
function addClosedRanges(document: Document.Parsed, ranges: (readonly [number, number])[]): void {
  visit(document, {
    Node(_, node) {
      const closed = isScalar(node) || (isCollection(node) && node.flow === true);
      if (!closed || !node.range) return undefined;
      ranges.push([node.range[0], node.range[1]]);
      return visit.SKIP;
    },
  });
}

function tabsIn(text: string): number[] {
  const tabs: number[] = [];
  let tab = text.indexOf('\t');
  while (tab >= 0) {
    const lineStart = text.lastIndexOf('\n', tab) + 1;
    const newline = text.indexOf('\n', tab);
    const lineEnd = newline < 0 ? text.length : newline;
    // Only the first tab of a line counts, so that each line is looked at once.
    const indents = text.slice(lineStart, tab).trim() === '';
    if (indents && /^(?:#|$)/.test(text.slice(tab, lineEnd).trim())) tabs.push(tab);
    tab = text.indexOf('\t', lineEnd);
  }
  return tabs;
}
