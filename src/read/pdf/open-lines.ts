import { headsLevel } from './head-row.ts';
import { headsJoined } from './open-heads.ts';
import { isBelow, labelPitch, type Parts, sameLevel } from './open-parts.ts';
import { lineOf, type TextLine, type Token } from './text.ts';

// Rows of tables without rules between them. A figure may stand higher or lower than its neighbours, and a label may be wrapped above
// and below its figures: what belongs to one row is brought to one line, so far as the places on the page leave no choice.

const figure = /^(?:[+\-−–—]?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|项|件|个|%)?|[-—–/]{1,2}|无增减|(?:增加?|减少?)\d+项?)$/;
const ordinal = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.．、](?!\d))/;

/** In sizes of type: how far apart the baselines of one row may lie. */
const rowHeight = 2;
/** In sizes of type: how much room is left where a label was wrapped, how exactly it begins, or is centred, below itself. */
const room = 1.6;
const aligned = 1;

/** A line of a page; `torn`: its figures belong to no label for certain. */
export interface RowLine extends TextLine {
  readonly torn: boolean;
}

/** A line as words, and the figures behind them. */
export const partsOf = (line: TextLine): Parts => {
  const from = line.tokens.findLastIndex(({ text }) => !figure.test(text)) + 1;
  return { words: line.tokens.slice(0, from), figures: line.tokens.slice(from), line };
};

/** No page that is printed has as many lines; rows are looked for among all of them. */
const mostLines = 2_000;

/** Lines of a page with each row's figures and label on one line, where that is certain. */
export function rowsJoined(lines: readonly TextLine[]): RowLine[] {
  if (lines.length > mostLines) return lines.map((line) => ({ ...line, torn: false }));
  return labelsJoined(headsLevel(headsJoined(levelled(lines.map(partsOf)))));
}

/** Figures and labels that stand a little higher or lower than what is beside them, in columns of their own, are of its row. */
function levelled(lines: readonly Parts[]): Parts[] {
  const level: Parts[] = [];
  lines.forEach((parts, n) => {
    const last = level.at(-1);
    const next = lines[n + 1];
    const above = last !== undefined && areOneRow(last, parts);
    const below = next !== undefined && areOneRow(parts, next);
    // Between two rows that both have room for them, figures belong to neither for certain.
    const torn = above && below && parts.words.length === 0 && last.words.length > 0 && next.words.length > 0;
    if (torn) level.push({ ...parts, torn });
    else if (above && !last.torn) level[level.length - 1] = partsOf(lineOf([...last.line.tokens, ...parts.line.tokens]));
    else level.push(parts);
  });
  return level;
}

function areOneRow(upper: Parts, lower: Parts): boolean {
  if (isBeside(upper, lower) || isBeside(lower, upper)) return true;
  if (upper.figures.length === 0 || lower.figures.length === 0 || (upper.words.length > 0 && lower.words.length > 0)) return false;
  if (lower.line.y - upper.line.y > rowHeight * Math.min(upper.line.size, lower.line.size)) return false;
  return !upper.figures.some((one) => lower.line.tokens.some((other) => overlap(one, other)));
}

/** A label that stands a hair higher or lower than the figures it is next to, between them and what stands before them. */
function isBeside({ words, figures, line }: Parts, label: Parts): boolean {
  const [first] = figures;
  if (!first || label.figures.length > 0 || Math.abs(first.y - label.line.y) > sameLevel * line.size) return false;
  return label.line.right <= first.left && label.line.left >= (words.at(-1)?.right ?? Number.NEGATIVE_INFINITY);
}

const overlap = (a: Token, b: Token) => Math.min(a.right, b.right) > Math.max(a.left, b.left);

/** A label over one line or several, and the lines of figures beside it. */
interface Label {
  readonly words: Token[];
  readonly rows: Set<number>;
}

/** Lines with the labels that were wrapped above and below their figures put together before them. */
function labelsJoined(lines: readonly Parts[]): RowLine[] {
  const labels = labelsOf(lines);
  lines.forEach(({ words, figures }, n) => {
    const label =
      figures.length > 0 ? (labelAround(labels, lines, n) ?? (words.length > 0 ? undefined : evenLabel(labels, lines, n))) : undefined;
    if (!label) return;
    // What stands before a label that is printed around its figures is the label of a group.
    for (const other of labels) other.rows.delete(n);
    label.rows.add(n);
  });
  const joined = new Map<number, Label>();
  const gone = new Set<Token>();
  for (const label of labels) {
    const [row, other] = label.rows;
    if (row === undefined || other !== undefined || label.words.length < 2) continue;
    joined.set(row, label);
    for (const word of label.words) gone.add(word);
  }
  return lines.flatMap(({ words, figures, line, torn = false }, n) => {
    const label = joined.get(n);
    const own = label ? [tokenOf(label, line, figures[0]?.left ?? line.right)] : [];
    const tokens = [...words.filter((word) => !gone.has(word)), ...own, ...figures];
    return tokens.length > 0 ? [{ ...lineOf(tokens), torn }] : [];
  });
}

/** Labels that begin with their ordinal go on below it, in the same column, up to the next. */
function labelsOf(lines: readonly Parts[]): Label[] {
  const labels: Label[] = [];
  lines.forEach(({ words, figures }, at) => {
    words.forEach((word, n) => {
      const hasFigures = figures.length > 0 && n === words.length - 1;
      const begun = ordinal.test(word.text) ? undefined : labels.findLast((label) => label.words.some((other) => overlap(other, word)));
      const goesOn = begun && wrapsInto(begun, word) && !(hasFigures && begun.rows.size > 0);
      const label = goesOn ? begun : { words: [], rows: new Set<number>() };
      if (!goesOn) labels.push(label);
      label.words.push(word);
      if (hasFigures) label.rows.add(at);
    });
  });
  return labels;
}

/** Whether a label with an ordinal, full to its right edge, goes on in a word below it. */
function wrapsInto({ words }: Label, next: Token): boolean {
  const last = words.at(-1);
  if (!last || !ordinal.test(words[0]?.text ?? '') || next.y - last.y > labelPitch * next.size) return false;
  const fullWidth = Math.max(...words.map(({ left, right }) => right - left));
  return last.right - last.left >= fullWidth - room * next.size && isBelow(last, next, aligned);
}

/** The label nearest to a line's figures whose words stand above and below it, behind whatever is on the line itself. */
function labelAround(labels: readonly Label[], lines: readonly Parts[], n: number): Label | undefined {
  const { y } = lines[n]?.line ?? { y: 0 };
  const before = lines[n]?.words.at(-1)?.right ?? Number.NEGATIVE_INFINITY;
  const around = labels.filter(
    ({ words: [first, ...others] }) => first && first.y < y && first.left >= before && (others.at(-1)?.y ?? y) > y,
  );
  return around.sort((a, b) => (b.words[0]?.left ?? 0) - (a.words[0]?.left ?? 0))[0];
}

/** A label of two lines without an ordinal, one as far above its figures as the other is below. */
function evenLabel(labels: readonly Label[], lines: readonly Parts[], n: number): Label | undefined {
  const [above, own, below] = [lines[n - 1], lines[n], lines[n + 1]];
  const [upper, lower] = [above?.words.at(-1), below?.words.at(-1)];
  if (!own || !upper || !lower || above?.figures.length || below?.figures.length || ordinal.test(lower.text)) return undefined;
  const [up, down] = [own.line.y - upper.y, lower.y - own.line.y];
  const isEven = Math.abs(up - down) < sameLevel * upper.size && up < upper.size && overlap(upper, lower);
  const [first, second] = [upper, lower].map((word) => labels.find(({ words }) => words.length === 1 && words[0] === word));
  if (!isEven || !first || !second || upper.right > (own.figures[0]?.left ?? 0)) return undefined;
  first.words.push(lower);
  return first;
}

/** A label as one word beside its figures. */
function tokenOf({ words }: Label, { y, size }: TextLine, until: number): Token {
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.min(until - 1, Math.max(...words.map((word) => word.right)));
  return { text: words.map(({ text }) => text).join(''), left, right: Math.max(left, right), y, size, unlike: words[0]?.unlike ?? false };
}
