import { formSections } from '../schemas/forms/sections.ts';
import type { Section } from '../schemas/report.ts';
import { longestLabel } from './match/labels/vocabulary.ts';
import { sectionNamed } from './match/tokens/section-at.ts';
import type { Doc, Line } from './model.ts';
import { withoutReadings } from './readings.ts';

const enumerated = /^[\s|·•>*#lI丨]*(?:第?\s*([一二三四五六七八九十]{1,3})\s*(?:[、.,:)]|部分)|[(]?([一二三四五六七八九十]{1,3})[)])\s*/;
const topLevel = /^[\s|·•>*#lI丨]*(?:第?\s*[一二三四五六七八九十]{1,3}\s*(?:[、.,:]|部分))/;

/** How the form's headings end: this alone rules out most lines. */
const endsLikeOne = /(?:情\s*况|事\s*项)$/;

/** A line that opens a section: which of the form's sections, or 0 for another heading of the top level. */
export interface Heading {
  readonly line: number;
  readonly section: number;
}

/** The form's own words behind figures: 3. 收到和处理…, 03 收到和处理…, 第3部分, (3). Other words make it a point of the narrative. */
const inFigures = /^[\s|·•>*#l]*[第(]?\s*(?:\d\.|0)?([1-6①-⑥])\s*(?:[、.,:)]|部分)?[:\s]*(?=[总主收政存其])/;

function sectionInFigures(text: string): number {
  const [ahead = '', figure = ''] = inFigures.exec(text) ?? [];
  const section = sectionNamed(text.slice(ahead.length));
  return section === Number(figure.normalize('NFKC')) ? section : 0;
}

/** The last section, named by one word: with the number of a section before it no column or row of a table. */
const others = /^[\s|·•>*#lI丨]*[六七八]\s*[、.,:]\s*其[他它](?:情况|方面|说明)?$/;

const containsInOrder = (text: string, words: readonly string[]) => {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return true;
};

/** The section of the form a heading's words name; 0 if none. */
function sectionOf(text: string): number {
  const words = text.replace(/\s+/g, '');
  for (const { n, keywords } of formSections) if (keywords.some((all) => containsInOrder(words, all))) return n;
  return 0;
}

/** Rows of table 3 are enumerated like sections, and rows of table 2 share their words; they are not headings. */
function isTableLabel(text: string): boolean {
  const label = longestLabel(text, 0);
  return label !== null && text.slice(label.end).length < 3 && label.values.some(({ kind }) => kind === 'row' || kind === 'heading');
}

function headingOf({ folded, row, n }: Line): Heading | null {
  if (folded.length > 60 || (row && row.cells.length > 1)) return null;
  const text = withoutReadings(folded.trim());
  if (text.length < 4) return null;
  if (others.test(text)) return { line: n, section: 6 };
  const hasOrdinal = topLevel.test(text);
  if (!hasOrdinal && !endsLikeOne.test(text)) return null;
  if (/[。;!?]$|,.*,/.test(text) || isTableLabel(text.replace(enumerated, ''))) return null;
  const section = sectionOf(text.replace(enumerated, ''));
  if (hasOrdinal) return { line: n, section };
  const bare = text.replace(/\s+/g, '');
  const numbered = sectionInFigures(text);
  if (numbered > 0) return { line: n, section: numbered };
  const exact = formSections.find(({ zh }) => zh.slice(2) === bare || (bare.length <= 16 && section > 0 && /情况$|事项$/.test(bare)));
  return exact && section > 0 && !enumerated.test(text) ? { line: n, section } : null;
}

/** Whether a heading is printed in the form's own words. */
const isNamed = ({ lines }: Doc, { line, section }: Heading): boolean =>
  sectionNamed(withoutReadings(lines[line - 1]?.folded.trim() ?? '').replace(enumerated, '')) === section;

/**
 * The headings of a document, in order. A form's headings are recognised by their words; where at least two of its table
 * sections are there, other enumerated lines are headings of the narrative, not sections.
 */
export function findHeadings(doc: Doc): readonly Heading[] {
  const found = doc.lines.map(headingOf).filter((heading) => heading !== null);
  const tables = new Set(found.map(({ section }) => section).filter((section) => section >= 2 && section <= 4));
  if (tables.size < 2) return found;
  // A narrative with numbers of its own comes before sections that begin anew: the form's own words tell them from its points.
  const named = new Set(found.filter((heading) => isNamed(doc, heading)).map(({ section }) => section));
  let last = 0;
  return found.filter((heading) => {
    const { section } = heading;
    if (section === 0 || section <= last || (named.has(section) && !isNamed(doc, heading))) return false;
    last = section;
    return true;
  });
}

/** Cut the whole shown text at the headings: every line belongs to exactly one section (contract 1). */
export function cutSections(doc: Doc, headings: readonly Heading[]): Section[] {
  const isForm = headings.some(({ section }) => section > 0) && headings.every(({ section }) => section > 0);
  const starts = headings.map(({ line, section }, at) => ({ line, n: isForm ? section : at + 1 }));
  if (starts[0]?.line !== 1) starts.unshift({ line: 1, n: 0 });
  return starts.map(({ line, n }, at) => {
    const until = starts[at + 1]?.line ?? doc.lines.length + 1;
    const lines = doc.lines.slice(line - 1, until - 1).map(({ text }) => text);
    return { n, heading: n === 0 ? '' : (lines[0] ?? '').trim(), first_line: line, text: lines.join('\n') };
  });
}
