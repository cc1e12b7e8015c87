import { lastEnd } from './last-end.ts';
import { textOf } from './references.ts';

const preformatted = /<pre\b[\s\S]*?<\/pre\s*>/gi;
const endTag = /<\/pre\s*>/gi;

/** Borders of a line that is a row, and rows one below the other with as many, at least: fewer may be mere indents. */
const [fewestTabs, fewestRows] = [3, 3];

/** Tabs of a line; 0 where tags stand in it. */
const tabsOf = (line: string): number => (line.includes('<') ? 0 : line.split('\t').length - 1);

/** A line of a table as a row: what stands between two tabs is a cell, even if it is empty. */
const asRow = (line: string): string => `<tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr>`;

/** Preformatted text with its line ends as breaks, and rows of cells between tabs as tables. */
function asPrinted(block: string): string {
  if (!block.includes('\t')) return block.replaceAll('\n', '<br>');
  const [from, to] = [block.indexOf('>') + 1, block.lastIndexOf('<')];
  const lines = block.slice(from, to).split('\n');
  let shown = block.slice(0, from);
  for (let at = 0; at < lines.length; ) {
    const tabs = tabsOf(lines[at] ?? '');
    let end = at + 1;
    while (tabs >= fewestTabs && end < lines.length && tabsOf(lines[end] ?? '') === tabs) end++;
    const rows = lines.slice(at, end);
    shown += tabs >= fewestTabs && rows.length >= fewestRows ? `<table>${rows.map(asRow).join('')}</table>` : `${rows.join('<br>')}<br>`;
    at = end;
  }
  return shown + block.slice(to);
}

/** A page with the line ends of its preformatted text as breaks. */
export function withLinesAsPrinted(page: string): string {
  const end = lastEnd(page, endTag);
  return page.slice(0, end).replace(preformatted, asPrinted) + page.slice(end);
}

/** Behind the text of such a page stand some ends of elements, no more. */
const mostBehind = 2_000;
const opening = /<pre\b[^<>]*>/gi;
const beside = /<head\b[\s\S]*?<\/head\s*>|<title\b[\s\S]*?<\/title\s*>|<[^<>]*>|\s+/gi;

/** The text of a page that is nothing but a text as a browser shows it; null where it is a page of its own. */
export function wholeText(page: string): string | null {
  const [open, more] = page.includes('</pre', page.length - mostBehind) ? [...page.slice(0, page.lastIndexOf('<')).matchAll(opening)] : [];
  if (!open || more) return null;
  const from = open.index + open[0].length;
  const to = page.indexOf('<', from);
  if (to < 0 || !/^<\/pre\s*>/i.test(page.slice(to, to + 20))) return null;
  const rest = page.slice(0, open.index).replace(beside, '') + page.slice(to).replace(beside, '');
  return rest === '' ? textOf(page.slice(from, to)) : null;
}
