import { agencyAtEnd } from '../name/in-text.ts';
import { titlesOn } from '../title/title.ts';
import { opensReport } from '../title/titles.ts';
import { type Shown, shownLine } from './shown-line.ts';

// A page printed as text keeps its columns side by side: what stands right of the navigation is the article.

const gap = /\S\s{3,}(?=\S)/g;
/** Gaps of a line behind which the article is looked for. */
const mostGaps = 3;
/** A name that goes on behind the gap: 某市商务局   2022年…报告 is one title. */
const namesOrgan = /[省市县区旗州盟乡镇局委办府厅院会社]$/;

/** Whether a piece of a line begins a report by itself: its first heading, or a title with an agency. */
const beginsArticle = (piece: Shown): boolean =>
  opensReport(piece.folded) ||
  titlesOn(piece).some(({ standing, agency }) => standing === 'line' && agency !== '' && agencyAtEnd(agency) !== null);

/** The line without a column of navigation on its left; as it is where nothing right of a wide gap begins a report. */
export function withoutSideColumn(line: Shown, text: string, folded: string): Shown {
  let gaps = 0;
  for (const { index, 0: space } of folded.matchAll(gap)) {
    if (++gaps > mostGaps) break;
    if (namesOrgan.test(folded.slice(0, index + 1))) continue;
    const from = index + space.length;
    const piece = shownLine(line.n, text.slice(from), folded.slice(from), false);
    if (beginsArticle(piece)) return piece;
  }
  return line;
}
