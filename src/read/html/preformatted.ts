import { lastEnd } from './last-end.ts';

const preformatted = /<pre\b[\s\S]*?<\/pre\s*>/gi;
const endTag = /<\/pre\s*>/gi;

/** A page with the line ends of its preformatted text as breaks. */
export function withLinesAsPrinted(page: string): string {
  const end = lastEnd(page, endTag);
  return page.slice(0, end).replace(preformatted, (block) => block.replaceAll('\n', '<br>')) + page.slice(end);
}
