import type { Doc, Line } from '../../model.ts';
import { type Title, titlesOn } from '../title/title.ts';
import { opensReport } from '../title/titles.ts';
import { shownLine } from './shown-line.ts';

/** Lines between a report's title and its first heading. */
const longestHead = 15;

const shown = ({ n, text, folded }: Line) => shownLine(n, text, folded, false);

/** How the first heading of a report begins, whatever blanks stand in it. */
const mayOpen = /^[|#*·\s(（]*[一l1]/;

const opens = (line: Line): boolean => opensReport(shown(line).folded);

/** What names a report on a line of its own, no link to one. */
const titleOn = (line: Line): Title | undefined =>
  line.folded.includes('公')
    ? titlesOn(shown(line)).find(({ standing, listed, agency, year }) => standing === 'line' && !listed && (agency !== '' || year !== null))
    : undefined;

const isTitle = (line: Line): boolean => titleOn(line) !== undefined;

/** The title above the line at `at`, where that opens a report; it stands on the line at `from` or below. */
function titleOver(lines: readonly Line[], at: number, from: number): Line | undefined {
  const line = lines[at];
  if (!line || !mayOpen.test(line.folded) || !opens(line) || isTitle(line)) return undefined;
  return lines.slice(Math.max(from, at - longestHead), at).findLast(isTitle);
}

/** Whether two titles name two agencies, neither a shorter form of the other. */
function nameTwo(one: Line, other: Line): boolean {
  const [a, b] = [titleOn(one)?.agency ?? '', titleOn(other)?.agency ?? ''];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

/** Where the report of another agency begins before any table: those behind it are not the first one's. A table of contents names one agency. */
function anothersBefore(lines: readonly Line[], first: number, firstTable: number): number | null {
  let own: Line | undefined;
  for (let at = first + 1; at < firstTable; at++) {
    const title = titleOver(lines, at, first + 1);
    if (!title) continue;
    // The first report's title is looked for where a second one stands: few documents have one.
    own ??= titleOver(lines, first, 0);
    if (!own) return null;
    if (nameTwo(own, title)) return title.n;
  }
  return null;
}

/**
 * Line on which another report begins in the same document: behind a report's first heading and its table (on line `firstTable`),
 * a title and the first heading of a report once more; before a table only where the title names another agency. Null where there is
 * none; a table of contents has no table before it, a list of links no heading behind it.
 */
export function nextReport({ lines }: Doc, firstTable: number | null): number | null {
  if (firstTable === null) return null;
  const first = lines.slice(0, firstTable).findIndex(opens);
  if (first < 0) return null;
  const before = anothersBefore(lines, first, firstTable);
  if (before !== null) return before;
  for (let at = firstTable; at < lines.length; at++) {
    const title = titleOver(lines, at, firstTable);
    if (title) return title.n;
  }
  return null;
}
