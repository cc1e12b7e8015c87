import type { Doc, Line } from '../../model.ts';
import { titlesOn } from '../title/title.ts';
import { opensReport } from '../title/titles.ts';
import { shownLine } from './shown-line.ts';

/** Lines between a report's title and its first heading. */
const longestHead = 15;

const shown = ({ n, text, folded }: Line) => shownLine(n, text, folded, false);

/** How the first heading of a report begins, whatever blanks stand in it. */
const mayOpen = /^[|#*·\s(（]*[一l1]/;

const opens = (line: Line): boolean => opensReport(shown(line).folded);

/** The name of a report on a line of its own, no link to one. */
const isTitle = (line: Line): boolean =>
  line.folded.includes('公') &&
  titlesOn(shown(line)).some(({ standing, listed, agency, year }) => standing === 'line' && !listed && (agency !== '' || year !== null));

/**
 * Line on which another report begins in the same document: behind a report's first heading and its table (on line `firstTable`),
 * a title and the first heading of a report once more. Null where there is none; a table of contents has no table before it, a list
 * of links no heading behind it.
 */
export function nextReport({ lines }: Doc, firstTable: number | null): number | null {
  if (firstTable === null || !lines.slice(0, firstTable).some(opens)) return null;
  for (let at = firstTable; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !mayOpen.test(line.folded) || !opens(line) || isTitle(line)) continue;
    const title = lines.slice(Math.max(firstTable, at - longestHead), at).findLast(isTitle);
    if (title) return title.n;
  }
  return null;
}
