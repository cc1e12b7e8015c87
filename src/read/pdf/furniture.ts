import type { Page, PageLine, PageTable } from './page.ts';
import type { TextLine } from './text.ts';

/** An element of the body; `pageBreak` tells the first of a page. */
export interface BodyElement {
  readonly element: PageLine | PageTable;
  readonly pageBreak: boolean;
}

/** Headers, footers and page numbers stand within this share of the page's height from its edge. */
const zone = 0.1;
const decorated = /^([-—–－―~·•]\s*\d{1,4}\s*[-—–－―~·•]|第\s*\d{1,4}\s*页.*|\d{1,4}\s*[/／]\s*(共\s*)?\d{1,4}(\s*页)?|Page\s*\d+.*)$/i;
const bare = /^\d{1,4}$/;

/** The elements of all pages, without page numbers and the lines that repeat at the edge of the pages. */
export function withoutFurniture(pages: readonly Page[]): BodyElement[] {
  const repeated = repeatedLines(pages);
  const numbering = pageNumbering(pages);
  return pages.flatMap((page, n) => {
    const kept = page.elements.filter((element) => {
      if (element.kind === 'table' || !isAtEdge(element.line, page.height)) return true;
      if (decorated.test(element.text) || repeated.has(signature(element, page))) return false;
      return !(bare.test(element.text) && numbering !== null && Number(element.text) - n === numbering);
    });
    return kept.map((element, at) => ({ element, pageBreak: at === 0 && n > 0 }));
  });
}

/** Whether a line stands where headers, footers and page numbers do. */
export const isAtEdge = ({ y, size }: TextLine, height: number): boolean => y < height * zone || y - size > height * (1 - zone);

/** Text without its figures, and its distance from the nearer edge of the page. */
function signature(line: PageLine, page: Page): string {
  const place = line.line.y < page.height / 2 ? Math.round(line.line.y / 6) : Math.round((line.line.y - page.height) / 6);
  return `${place} ${line.text.replace(/\d+/g, '#')}`;
}

/** Lines that stand at the same edge of at least half of the pages. */
function repeatedLines(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const own = new Set(
      page.elements.flatMap((element) =>
        element.kind === 'line' && isAtEdge(element.line, page.height) ? [signature(element, page)] : [],
      ),
    );
    for (const line of own) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  // A bare figure is a page number only where it counts with the pages.
  return new Set(
    [...counts].flatMap(([line, count]) => (count >= 2 && count * 2 >= pages.length && !/^-?\d+ #$/.test(line) ? [line] : [])),
  );
}

/** What bare page numbers exceed the page's index by, where at least two agree. */
function pageNumbering(pages: readonly Page[]): number | null {
  const offsets = pages.flatMap((page, n) =>
    page.elements.flatMap((element) =>
      element.kind === 'line' && isAtEdge(element.line, page.height) && bare.test(element.text) ? [Number(element.text) - n] : [],
    ),
  );
  return offsets.find((offset, at) => offsets.indexOf(offset) !== at) ?? null;
}
