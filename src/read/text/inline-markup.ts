import { lastEnd } from '../html/last-end.ts';

// Tags that converters leave in a text or in Markdown, where there is no page around them.

/** Tags that only a page has. */
const pageTag =
  /<(?:!doctype|head|title|meta|link|style|script|div|p|h[1-6]|article|section|ul|ol|li|dl|form|font|center|iframe|pre)\b[^<>]*>/i;
const tableTag = /<(?:table|tr|td|th)\b[^<>]*>/i;
/** Around tables alone, these are what a converter left: no page is built of nothing else. */
const pageFrame = /<(?:html|body)\b[^<>]*>/i;
const inlineTag = /<(?:br|span)\b[^<>]*>/i;

/** What a text is written in: tags throughout, lines with tables in tags among them, lines with a few tags, or lines alone. */
export type Markup = 'page' | 'tables' | 'inline' | 'none';

/** How much of a text, by its beginning, is markup. */
export function markupOf(head: string): Markup {
  if (!head.includes('<')) return 'none';
  if (pageTag.test(head)) return 'page';
  if (tableTag.test(head)) return 'tables';
  if (pageFrame.test(head)) return 'page';
  return inlineTag.test(head) ? 'inline' : 'none';
}

const wholeTable = /(<table\b[\s\S]*?<\/table\s*>)/i;
const tableEnd = /<\/table\s*>/gi;

/** A text with tables in tags as a page: what stands on a line of its own outside of them stays there. */
export function withLinesAsBreaks(text: string): string {
  const end = lastEnd(text, tableEnd);
  const pieces = text.slice(0, end).split(wholeTable);
  return [...pieces, '', text.slice(end)].map((piece, at) => (at % 2 === 1 ? piece : piece.replaceAll('\n', '<br>\n'))).join('');
}

const lineBreak = /<br\s*\/?>/gi;

/** A text with the breaks of its lines as such; within a row of a table one only parts the lines of a cell. */
export function withBreaksAsLines(text: string): string {
  const lines = text.split('\n');
  // With more breaks than lines, those on a line with tabs part its rows.
  const border = (text.match(lineBreak)?.length ?? 0) > lines.length ? /[|｜]/ : /[|｜\t]/;
  return lines.map((line) => (line.includes('<') ? line.replace(lineBreak, border.test(line) ? ' ' : '\n') : line)).join('\n');
}
